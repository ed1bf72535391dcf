import { type Finding, mostPages, mostServices } from '../words/feed.ts';
import type { FeedPage } from '../words/feed-page.ts';

/** How far somebody has come through the pages of a feed. */
export interface Walk {
  /** The page that was read last. */
  page: number;
  /** Services that came, the repeated ones too. */
  came: number;
  repeated: number;
  seen: Set<string>;
}

export function setOut(): Walk {
  return { page: 0, came: 0, repeated: 0, seen: new Set() };
}

export type Step = { on: true } | { end: true; isWhole: boolean; findings: Finding[] } | { wrong: string };

/**
 * What follows from one more page. A feed says how many pages it has and which is the last; it may be wrong in both, so
 * an empty page ends it, and neither a circle nor a page without end is followed.
 */
export function stepOn(walk: Walk, page: FeedPage, ids: readonly string[]): Step {
  walk.page += 1;
  if (page.items.length === 0) return endOf(walk, page);
  const fresh = ids.filter((id) => !walk.seen.has(id));
  if (ids.length > 0 && fresh.length === 0 && walk.page > 1) {
    return {
      wrong: `Page ${walk.page} holds the services of pages before it: the feed goes round in a circle.`,
    };
  }
  walk.came += page.items.length;
  for (const id of ids) {
    if (walk.seen.has(id)) walk.repeated += 1;
    walk.seen.add(id);
  }
  if (isLast(walk, page)) return endOf(walk, page);
  if (walk.page >= mostPages)
    return { wrong: `The feed does not end: after ${mostPages} pages there are more.` };
  if (walk.seen.size >= mostServices) {
    return {
      wrong: `The feed holds more than ${mostServices.toLocaleString('en-GB')} services, which is too many.`,
    };
  }
  return { on: true };
}

function isLast(walk: Walk, { isLast, pages }: FeedPage): boolean {
  if (isLast !== undefined) return isLast;
  return pages !== undefined && walk.page >= pages;
}

function endOf(walk: Walk, { total, pages }: FeedPage): Step {
  const findings: Finding[] = [];
  if (walk.repeated > 0) {
    const times = walk.repeated;
    findings.push({ words: 'The same id stands there again. The first one counts.', times });
  }
  if (pages !== undefined && pages > walk.page) {
    findings.push({
      words: `The feed says that it has ${pages} pages, but it ends at page ${walk.page}.`,
      times: 1,
    });
  }
  const isWhole = total !== undefined && walk.came >= total;
  if (total !== undefined && walk.came !== total) {
    findings.push({ words: `The feed says that it has ${total} services, but ${walk.came} came.`, times: 1 });
  }
  return { end: true, isWhole, findings };
}
