import type { Ctx } from '../../../platform/ctx.ts';
import { readDestination } from '../../../platform/egress/destination.ts';
import { NotReached } from '../../../platform/egress/words.ts';
import { asServiceOf3, isFull } from '../rules/feed-service.ts';
import { baseOf } from '../rules/feed-times.ts';
import { setOut, stepOn } from '../rules/feed-walk.ts';
import type { FeedRead, Finding, Standard } from '../words/feed.ts';
import { type FeedPage, Numbered } from '../words/feed-page.ts';
import { type FeedSource, openFeed } from './feed-ask.ts';

/** While somebody waits for a page, and at night. */
const firstLookMs = 8000;
const eachMs = 30_000;
/** Services that are asked for at the same time. */
const atOnce = 3;
/** After so many in a row that cannot be read, the others are not asked for. */
const mostInARow = 10;

export interface FirstLook {
  address: string;
  standard: Standard;
  services: number;
}

/** Tries a feed at once: its front door, its first page, and one service. Throws the sentence that says what is wrong. */
export async function lookAtFeed(ctx: Pick<Ctx, 'egress'>, typed: string): Promise<FirstLook> {
  const address = baseOf(readDestination(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`));
  const feed = openFeed(ctx, address, { eachMs: firstLookMs });
  try {
    await feed.frontDoor();
    const page = await feed.page(1);
    const [first] = page.items;
    if (first === undefined) throw new NotReached('answer', 'The feed answers, but it holds no service.');
    const id = Numbered.safeParse(first).data?.id;
    if (!isFull(first) && id !== undefined) await feed.service(String(id));
    return { address, standard: page.standard, services: page.total ?? page.items.length };
  } finally {
    await feed.close();
  }
}

export type ReadFeed = FeedRead & {
  /** Every id that its lists name, those of services that could not be read too. */
  ids: readonly string[];
};

/** Reads a feed from end to end. `moved` is called on the way, so that others see that it goes on. */
export async function readFeed(
  ctx: Pick<Ctx, 'egress'>,
  address: string,
  moved: () => Promise<void>,
): Promise<ReadFeed> {
  const feed = openFeed(ctx, address, { eachMs });
  try {
    const listed = await walkThrough(feed, moved);
    const filled = await fillIn(feed, listed.items, moved);
    return {
      standard: listed.standard,
      services: filled.services.map(asServiceOf3),
      ids: [...listed.ids],
      isWhole: listed.isWhole,
      findings: [...listed.findings, ...filled.findings],
    };
  } finally {
    await feed.close();
  }
}

interface Listed {
  standard: Standard;
  items: unknown[];
  ids: ReadonlySet<string>;
  isWhole: boolean;
  findings: Finding[];
}

async function walkThrough(feed: FeedSource, moved: () => Promise<void>): Promise<Listed> {
  const walk = setOut();
  const items: unknown[] = [];
  for (;;) {
    const page = await feed.page(walk.page + 1);
    await moved();
    const before = new Set(walk.seen);
    const step = stepOn(walk, page, idsOf(page));
    if ('wrong' in step) throw new NotReached('broken', step.wrong);
    items.push(...firstOfEach(page.items, before));
    if ('end' in step) {
      return {
        standard: page.standard,
        items,
        ids: walk.seen,
        isWhole: step.isWhole,
        findings: step.findings,
      };
    }
  }
}

function idsOf(page: FeedPage): string[] {
  return page.items.flatMap((item) => {
    const id = Numbered.safeParse(item).data?.id;
    return id === undefined ? [] : [String(id)];
  });
}

/** What has no id is kept: whoever maps it says why it cannot be taken. */
function firstOfEach(items: readonly unknown[], seen: Set<string>): unknown[] {
  return items.filter((item) => {
    const id = Numbered.safeParse(item).data?.id;
    if (id === undefined) return true;
    if (seen.has(String(id))) return false;
    seen.add(String(id));
    return true;
  });
}

/** Lists may hold services without their places and times; those are asked for one by one. */
async function fillIn(
  feed: FeedSource,
  items: readonly unknown[],
  moved: () => Promise<void>,
): Promise<{ services: unknown[]; findings: Finding[] }> {
  const services: unknown[] = [];
  const troubles = new Map<string, number>();
  let next = 0;
  let inARow = 0;
  async function oneAfterTheOther(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) {
      if (at % 50 === 0) await moved();
      try {
        services[at] = await whole(feed, items[at]);
        inARow = 0;
      } catch (problem) {
        if (!(problem instanceof NotReached) || ++inARow > mostInARow) throw problem;
        troubles.set(problem.message, (troubles.get(problem.message) ?? 0) + 1);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
  const findings = [...troubles].map(([words, times]) => ({ words, times }));
  return { services: services.filter((one) => one !== undefined), findings };
}

async function whole(feed: FeedSource, item: unknown): Promise<unknown> {
  const id = Numbered.safeParse(item).data?.id;
  if (id === undefined || isFull(item)) return item;
  const service = await feed.service(String(id));
  if (String(Numbered.safeParse(service).data?.id) === String(id)) return service;
  throw new NotReached('broken', 'Asked for one service, the feed sends another.');
}
