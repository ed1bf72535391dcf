import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx } from '../../../platform/ctx.ts';
import { type JsonReader, jsonReader } from '../../../platform/egress/json.ts';
import { type Answered, NotReached } from '../../../platform/egress/words.ts';
import { FeedPage, FrontDoor } from '../words/feed-page.ts';

const types = ['application/json', 'application/ld+json', 'text/json'];
const perPage = 100;
/** A feed that asks for patience gets some, not all there is. */
const longestWaitMs = 30_000;
const mostWaits = 3;

/** What a feed can be asked. */
export interface FeedSource {
  /** What its front door calls itself; a feed of 1.0 has none. */
  frontDoor(): Promise<string | undefined>;
  page(number: number): Promise<FeedPage>;
  service(id: string): Promise<unknown>;
  close(): Promise<void>;
}

export function openFeed(ctx: Pick<Ctx, 'egress'>, base: string, options: { eachMs: number }): FeedSource {
  const asking: Asking = { ctx, eachMs: options.eachMs, reader: jsonReader(), waits: 0 };
  return {
    async frontDoor() {
      const answer = await ask(asking, `${base}/`).catch(passOver);
      if (answer?.status !== 200) return undefined;
      const door = await asking.reader.read(answer.body, 'The front door').catch(passOver);
      return FrontDoor.safeParse(door).data?.version;
    },
    async page(number) {
      const name = `Page ${number}`;
      const answer = await ask(asking, `${base}/services?page=${number}&per_page=${perPage}`);
      const page = FeedPage.safeParse(await read(asking, answer, name));
      if (!page.success) throw new NotReached('type', `${name} is no page of services of Open Referral UK.`);
      return page.data;
    },
    async service(id) {
      const answer = await ask(asking, `${base}/services/${encodeURIComponent(id)}`);
      return read(asking, answer, 'A service');
    },
    close: () => asking.reader.close(),
  };
}

interface Asking {
  ctx: Pick<Ctx, 'egress'>;
  eachMs: number;
  reader: JsonReader;
  /** How often it has asked for patience. */
  waits: number;
}

async function ask(asking: Asking, address: string): Promise<Answered> {
  const answer = await asking.ctx.egress.ask({ address, types, limits: { totalMs: asking.eachMs } });
  const isBusy = answer.status === 429 || answer.status === 503;
  if (!isBusy || asking.waits >= mostWaits) return answer;
  asking.waits += 1;
  const wanted = Number(answer.header('retry-after')) * 1000;
  await pause(Math.min(Number.isFinite(wanted) ? wanted : 1000, longestWaitMs, asking.eachMs));
  return ask(asking, address);
}

function read(asking: Asking, answer: Answered, name: string): Promise<unknown> {
  if (answer.status === 200) return asking.reader.read(answer.body, name);
  throw new NotReached(
    'answer',
    `${name} cannot be had: the answer is ${answer.status}${meaning(answer.status)}.`,
  );
}

function meaning(status: number): string {
  if (status === 401 || status === 403) return ', so it wants a key; only open feeds are read';
  if (status === 404 || status === 410) return ', so there is nothing at this address';
  if (status === 429 || status === 503) return ', so it has too much to do';
  return status >= 500 ? ', so something is broken there' : '';
}

/** The front door may be shut while the services are there. An address that may not be asked is another matter. */
function passOver(problem: unknown): undefined {
  if (problem instanceof NotReached && (problem.code === 'type' || problem.code === 'broken'))
    return undefined;
  throw problem;
}
