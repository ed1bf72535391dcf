import { backupWorries } from '../../platform/backup/state.ts';
import type { Contribution, QueueRow, SetupStep, StepState } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { addDays, dayOf } from '../../platform/dates.ts';
import { holidaysFrom, network, networkWordsOptional } from './queries.ts';
import { holidaysStand } from './rules/holidays-stand.ts';
import { tilesOptional } from './rules/tiles.ts';
import { settings, network as urls } from './urls.ts';
import { type Network, unnamed } from './words/network.ts';
import { licences, weightWords } from './words/settings.ts';

export const contributes: Contribution = {
  slice: 'network',
  networkWords: networkWordsOptional,
  queues: [
    {
      name: 'backups',
      label: 'Backups',
      next: 'Ring whoever runs the server: what people wrote is on one disk only.',
      read: worries,
    },
  ],
  setup: [
    {
      ...{ name: 'logo', place: 85, label: 'Logo', url: settings.logo(), needed: false },
      read: about(({ logo }) => ({
        state: 'done',
        words: logo.id === null ? 'The mark that Joinery comes with.' : `A picture of your own: ${logo.alt}.`,
      })),
    },
    {
      ...{ name: 'name', place: 10, label: 'Name and contact', url: settings.name(), needed: true },
      read: about(({ name, hubPhone, hubEmail }) => {
        if (name === unnamed) return { state: 'open', words: 'Nobody has said yet who you are.' };
        const reached = [hubPhone, hubEmail].filter((one) => one !== '').join(', ');
        return {
          state: hubPhone === '' ? 'partly' : 'done',
          words: withoutPhone(`${name}, ${reached}.`, hubPhone),
        };
      }),
    },
    {
      ...{ name: 'promise', place: 60, label: 'Promise and clocks', url: settings.promise(), needed: false },
      read: about(({ promise, clocks }) => ({
        state: promise.length > 0 ? 'done' : 'open',
        words: `${promise[0] ?? 'No promise yet.'} A centre has ${days(clocks.registration_answer_days)} to answer a new group.`,
      })),
    },
    {
      ...{ name: 'words', place: 80, label: 'Wording', url: settings.words(), needed: false },
      read: about(({ centresWord }) => ({ state: 'done', words: `Centres are called ${centresWord}.` })),
    },
    {
      ...{ name: 'holidays', place: 70, label: 'Bank holidays', url: settings.holidays(), needed: false },
      read: async ({ db, now }) => {
        const { nation } = await network(db.open);
        return holidaysStand(await holidaysFrom(db.open, dayOf(now)), nation, dayOf(addDays(now, 366)));
      },
    },
    {
      ...{ name: 'colour', place: 90, label: 'Colour', url: settings.colour(), needed: false },
      read: about(({ colour }) => ({
        state: 'done',
        words: colour === '' ? 'The green that Joinery comes with.' : `The bar over every page is ${colour}.`,
      })),
    },
    {
      ...{
        name: 'banner',
        place: 97,
        label: 'Notice over every page',
        url: settings.banner(),
        needed: false,
      },
      read: about(({ banner }) => ({ state: 'done', words: banner === '' ? 'None.' : `“${banner}”` })),
    },
    {
      ...{ name: 'weights', place: 92, label: 'What comes first', url: settings.weights(), needed: false },
      read: about(({ weights: { nearness, freshness } }) => ({
        state: 'done',
        words: `How near it is: ${said('nearness_weight', nearness)}. How lately it was checked: ${said('freshness_weight', freshness)}.`,
      })),
    },
    {
      ...{ name: 'map', place: 93, label: 'Map', url: settings.map(), needed: false },
      read: about(({ map }) => {
        const tiles = tilesOptional(map.tiles);
        return { state: 'done', words: tiles ? `Pictures from ${tiles.origin}.` : 'Your own areas alone.' };
      }),
    },
    {
      ...{ name: 'quiet-hours', place: 94, label: 'Quiet hours', url: settings.quietHours(), needed: false },
      read: about(({ quiet }) => ({
        state: 'done',
        words:
          quiet.from === quiet.until
            ? 'Letters go out at any time.'
            : `No letter that can wait goes out from ${quiet.from}.00 to ${quiet.until}.00.`,
      })),
    },
    {
      ...{ name: 'licence', place: 95, label: 'Data licence', url: settings.licence(), needed: false },
      read: about(({ dataLicence }) => {
        const known = Object.entries(licences).find(([code]) => code === dataLicence);
        return { state: 'done', words: `${known?.[1].name ?? dataLicence}.` };
      }),
    },
  ],
};

async function worries(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const all = await backupWorries(ctx);
  const rows = all.map(({ id, title, text, at }) => ({
    id: `${id}-${title}`.replaceAll(' ', '-').toLowerCase(),
    title,
    url: urls.status(),
    text,
    late: true,
    at,
  }));
  return { total: rows.length, rows: rows.slice(0, limit) };
}

function said(name: keyof typeof weightWords, weight: number): string {
  return new Map(Object.entries(weightWords[name])).get(String(weight)) ?? String(weight);
}

function about(say: (of: Network) => StepState): SetupStep['read'] {
  return async (ctx: Ctx) => say(await network(ctx.db.open));
}

function withoutPhone(words: string, phone: string): string {
  return phone === '' ? `${words} No telephone number yet, so nobody can ring you.` : words;
}

function days(count: number): string {
  return count === 1 ? 'one working day' : `${count} working days`;
}
