import type { Queue } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { hourOf } from '../../platform/dates.ts';
import { get, page, type Route } from '../../platform/http/route.ts';
import { permit } from '../../platform/permit.ts';
import { network, settingWords } from '../network/door.ts';
import { settings } from '../network/urls.ts';
import { personsByIds } from '../people/door.ts';
import { HubPage } from './pages/hub.tsx';
import { SettingsPage, type ShownChange } from './pages/settings.tsx';
import { canSeeHub, canSeeSettings } from './permits.ts';
import { centresThisMorning, newestChanges, toRing } from './queries.ts';
import { hub } from './urls.ts';
import type { DrawnQueue } from './words.ts';

/** What somebody can look at before the first cup of tea is cold. */
const rowsOfAQueue = 7;
const changesShown = 12;

export const routes: readonly Route[] = [
  get('/hub', 'the coordinator', {}, async (ctx) => {
    permit(canSeeHub(ctx.actor));
    const queues: DrawnQueue[] = [];
    for (const queue of ctx.house.queues) queues.push(await drawn(ctx, queue));
    const centres = await centresThisMorning(ctx.db.open, ctx.now);
    const title = greeting(ctx);
    return page({
      title,
      noindex: true,
      current: hub.page(),
      body: <HubPage title={title} now={ctx.now} queues={inOrder(queues)} centres={centres} />,
    });
  }),

  get(settings.all(), 'the coordinator', {}, async (ctx) => {
    permit(canSeeSettings(ctx.actor));
    const { publishedAt } = await network(ctx.db.open);
    const steps = await Promise.all(
      ctx.house.setup.map(async ({ read, ...step }) => ({ ...step, ...(await read(ctx)) })),
    );
    const title = publishedAt ? 'Settings' : 'Set up the network';
    return page({
      title,
      noindex: true,
      current: settings.all(),
      crumb: { href: hub.page(), label: 'The hub' },
      body: (
        <SettingsPage
          title={title}
          isOpen={publishedAt !== null}
          steps={steps}
          changes={await changes(ctx)}
          now={ctx.now}
        />
      ),
    });
  }),
];

/** The newest changes with the names of those who made them, as far as they are to be seen. */
async function changes(ctx: Ctx): Promise<ShownChange[]> {
  return ctx.db.read(async (db) => {
    const rows = await newestChanges(db, changesShown);
    const persons = await personsByIds(
      db,
      rows.flatMap((row) => row.personId ?? []),
    );
    const names = new Map(persons.map(({ id, name, email }) => [id, name || email]));
    return rows.map(({ personId, fields, ...row }) => ({
      ...row,
      by: names.get(personId ?? ''),
      fields: fields.map((field) => settingWords[field] ?? field),
    }));
  });
}

async function drawn(ctx: Ctx, { name, label, next, read }: Queue): Promise<DrawnQueue> {
  const { total, rows } = await read(ctx, rowsOfAQueue);
  const rings = await toRing(
    ctx.db.open,
    rows.flatMap((row) => row.waitsFor ?? []),
  );
  const said = rows.map((row) => {
    const ring = rings.get(row.waitsFor ?? '');
    return ring ? { ...row, ring } : row;
  });
  return { name, label, next, total, rows: said.sort((a, b) => Number(b.late) - Number(a.late)) };
}

/** Queues in which somebody is late come first. */
function inOrder(queues: readonly DrawnQueue[]): DrawnQueue[] {
  const late = (queue: DrawnQueue) => queue.rows.some((row) => row.late);
  return [...queues.filter(late), ...queues.filter((queue) => !late(queue))];
}

function greeting(ctx: Ctx): string {
  const hour = hourOf(ctx.now);
  const words = hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  const first = ctx.actor.name?.split(' ')[0];
  return first ? `${words}, ${first}` : words;
}
