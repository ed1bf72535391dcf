import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { NotReached } from '../../../platform/egress/words.ts';
import { permit } from '../../../platform/permit.ts';
import { markGone } from '../../register/door.ts';
import { canReadFeeds } from '../permits.ts';
import { reasonCounts, unfinishedImportOptional } from '../queries/imports.ts';
import type { DirectoryRow } from '../rules/directory-row.ts';
import { whyNotShrunk } from '../rules/feed-times.ts';
import type { Feed, FeedRun, Finding } from '../words/feed.ts';
import type { Counts, Item } from '../words/import.ts';
import { type ReadFeed, readFeed } from './feed-read.ts';
import type { List } from './list.ts';
import { digestOf, postcodeOf } from './organisations.ts';
import { orukItem } from './oruk-file.ts';
import { runList } from './run.ts';
import { takeRows } from './services.ts';
import { tallyOf } from './tally.ts';

/** What came of one reading of a feed. */
export interface Taken {
  standard: string;
  services: number;
  counts: Omit<Counts, 'read'>;
  gone: number;
  findings: readonly Finding[];
  /** Absent when nothing was written. */
  importId?: string;
  digest?: Buffer;
}

interface Taking {
  feed: Feed;
  run: FeedRun;
  moved: () => Promise<void>;
}

const reasonsKept = 15;

/** Reads a feed and takes it in, or says what would come of it. */
export async function takeFeed(ctx: Ctx, { feed, run, moved }: Taking): Promise<Taken> {
  permit(canReadFeeds(ctx.actor));

  const read = await readFeed(ctx, feed.address, moved);
  const isLook = run.kind === 'look';
  const shrunk = isLook || run.byHand ? undefined : whyNotShrunk(feed.services, read.ids.length);
  if (shrunk) throw new NotReached('broken', shrunk);

  const items = itemsOf(ctx, feed, read);
  const digest = digestOf([items, read.ids]);
  const about = { standard: read.standard, services: read.ids.length, findings: read.findings };
  if (!isLook && !run.byHand && feed.digest?.equals(digest)) {
    const counts = { new: 0, matched: 0, changed: 0, unchanged: items.length, rejected: 0 };
    return { ...about, counts, gone: 0 };
  }
  const reasons: Finding[] = [];
  const list = listOf(ctx, { feed, items, digest, reasons });
  const done = await runList(ctx, list, { dry: isLook, rejectsFolder: undefined, progress: () => undefined });
  const { new: made, matched, changed, unchanged, rejected } = done;
  const taken = {
    ...about,
    counts: { new: made, matched, changed, unchanged, rejected },
    findings: [...reasons, ...read.findings],
  };
  if (isLook) return { ...taken, gone: 0 };
  const gone = read.isWhole ? await missing(ctx, feed, read) : 0;
  return { ...taken, gone, importId: done.id, digest };
}

function itemsOf(ctx: Ctx, { source }: Feed, { services }: ReadFeed): Item<DirectoryRow>[] {
  const reading = { today: dayOf(ctx.now), postcodeOf, source };
  return services.map((service, index) => {
    const line = index + 1;
    return { file: 0, line, ...orukItem(service, { ...reading, line }) };
  });
}

interface Listed {
  feed: Feed;
  items: readonly Item<DirectoryRow>[];
  digest: Buffer;
  /** Filled at the end, because a look leaves no trace in the tables. */
  reasons: Finding[];
}

function listOf(ctx: Ctx, { feed, items, digest, reasons }: Listed): List<DirectoryRow> {
  const about = { kind: 'services', source: feed.source, digest } as const;
  return {
    ...about,
    fileNames: [feed.address],
    files: [],
    rowsAtOnce: 200,
    items: () => items,
    take: async (tx, rows, options) => tallyOf(await takeRows({ tx, ctx, options }, rows)),
    settle: (attempt) =>
      attempt(async (tx) => {
        const begun = await unfinishedImportOptional(tx, about);
        const counted = begun ? await reasonCounts(tx, begun.id, reasonsKept) : [];
        reasons.push(...counted.map(({ reason, rows }) => ({ words: reason, times: rows })));
      }),
  };
}

/** Only a feed that was read to the end it told of can say that something has gone. */
function missing(ctx: Ctx, { source }: Feed, { ids }: ReadFeed): Promise<number> {
  return ctx.db.transaction((tx) => markGone(tx, ctx, { source, present: ids }));
}
