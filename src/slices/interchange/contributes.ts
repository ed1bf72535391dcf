import { machineNow } from '../../platform/clock.ts';
import type { Contribution, PanelRow, QueueRow } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Db } from '../../platform/db/open.ts';
import { countsOfLevels, postcodeCounts } from '../areas/door.ts';
import { rouse } from './actions/bring-in.ts';
import { askAgain, askDueFeeds } from './actions/feeds.ts';
import { forgetSentFiles } from './actions/forget.ts';
import { uses } from './lists/uses.ts';
import { canTakeEverything } from './permits.ts';
import { allFeeds, failingFeeds, nextFeedDue } from './queries/feeds.ts';
import { importsWithRejects, newestImports, standstills } from './queries/imports.ts';
import { feedsStand } from './rules/feed-times.ts';
import { areasStand, postcodesStand } from './rules/ground.ts';
import { figure, listsStand } from './rules/standing.ts';
import { everything, feeds, ground, imports } from './urls.ts';
import type { Feed } from './words/feed.ts';
import type { ImportRow } from './words/import.ts';

/** No network reads as many lists of others. */
const silentAtMost = 500;

export const contributes: Contribution = {
  slice: 'interchange',
  uses,
  setup: [
    {
      ...{ name: 'areas', place: 20, label: 'Levels and areas', url: ground.areas(), needed: true },
      read: async (ctx) => areasStand(await countsOfLevels(ctx.db.open)),
    },
    {
      ...{ name: 'postcodes', place: 30, label: 'Postcodes', url: ground.postcodes(), needed: false },
      read: async (ctx) => postcodesStand(await postcodeCounts(ctx.db.open)),
    },
    {
      ...{
        name: 'lists',
        place: 84,
        label: 'Lists of groups and services',
        url: imports.all(),
        needed: false,
      },
      read: async (ctx) => listsStand(await newestImports(ctx.db.open, 50)),
    },
    {
      ...{ name: 'feeds', place: 85, label: 'Feeds of services', url: feeds.all(), needed: false },
      read: async (ctx) => feedsStand(await allFeeds(ctx.db.open)),
    },
  ],
  due: [
    { name: 'feeds', next: nextFeedDue, run: askDueFeeds },
    { name: 'lists that stand still', next: nextStandstill, run: (ctx) => rouse(ctx, stillSince()) },
  ],
  retain: [
    {
      name: 'sent-lists',
      what: 'Files of lists that were brought in',
      after: 'thirty days',
      run: forgetSentFiles,
    },
  ],
  silentSources: [async (db) => (await failingFeeds(db, silentAtMost)).rows],
  organisationPanels: [{ title: 'Yours to keep', read: takeIt }],
  queues: [
    {
      name: 'failing-feeds',
      label: 'Feeds that fail',
      next: 'They are asked again by themselves, less and less often. Ring whoever keeps the list, then ask again.',
      read: failing,
      moves: [{ name: 'ask', label: 'Ask it again now', done: 'Asked again', daysAway: 1, make: askAgain }],
    },
    {
      name: 'imports',
      label: 'Lists with rejected rows',
      next: 'Put the rows right in the file of rejects, and import that file.',
      read: rejected,
      canEnd: true,
    },
  ],
};

/** A job that lives moves on every few seconds. */
const stillMs = 60_000;

function stillSince(): Date {
  return new Date(machineNow().getTime() - stillMs);
}

/** Whatever stands still is due now: the machine's clock counts here, not the network's. */
async function nextStandstill(db: Db, until: Date): Promise<Date | undefined> {
  return (await standstills(db, stillSince())).length > 0 ? until : undefined;
}

async function takeIt({ actor }: Ctx, { id }: { id: string }): Promise<PanelRow[]> {
  if (!canTakeEverything(actor, id)) return [];
  return [
    { label: 'Take everything with you', href: everything.of(id), note: 'All you keep here, as open files' },
  ];
}

async function rejected(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const { total, rows } = await importsWithRejects(ctx.db.open, limit);
  return { total, rows: rows.map(asRow) };
}

function asRow(one: ImportRow): QueueRow {
  return {
    id: one.id,
    title: one.source,
    url: imports.one(one.id),
    text: `${figure(one.rejected)} of ${figure(one.read)} rows were not taken.`,
    late: false,
    at: one.startedAt,
  };
}

async function failing(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const { total, rows } = await failingFeeds(ctx.db.open, limit);
  return { total, rows: rows.map(asFailing) };
}

/** Once can happen to anybody; a feed that fails for days is late. */
function asFailing(feed: Feed): QueueRow {
  return {
    id: feed.id,
    title: feed.source,
    url: feeds.one(feed.id),
    text: feed.trouble,
    late: feed.failures > 3,
    ...(feed.goodAt ? { at: feed.goodAt } : {}),
  };
}
