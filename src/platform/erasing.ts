import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Erasing, Subscriber } from './contributions.ts';
import type { Ctx } from './ctx.ts';
import { makeCtx, type Source } from './http/context.ts';
import { log } from './log.ts';
import { job } from './permit.ts';
import { addJob } from './record.ts';

const Line = z.object({ what: z.string(), id: z.uuid(), at: z.iso.datetime() });
export type Erased = z.infer<typeof Line>;

/** Lies beside the backups, outside the database, so that an older backup does not take it back. */
export const erasedName = 'erased.log';

/** In the transaction of what is taken away; the line itself is written once that has happened. */
export function notedBy(all: readonly Erasing[]): Subscriber[] {
  return all.map(({ what, event, idOf }) => ({
    events: [event],
    async hear(tx, _ctx, { payload, at }) {
      await addJob(tx, 'note-erased', { what, id: idOf(payload), at: at.toISOString() });
    },
  }));
}

/** Ids and times, nothing else. A line that is written twice says the same. */
export async function noteErased(ctx: Ctx, payload: unknown): Promise<void> {
  if (ctx.erasedFile === undefined) return;
  await mkdir(dirname(ctx.erasedFile), { recursive: true });
  await appendFile(ctx.erasedFile, `${JSON.stringify(Line.parse(payload))}\n`, { mode: 0o600, flush: true });
}

/** The last line may have been cut off; what cannot be read is left out. */
export async function readErased(file: string): Promise<Erased[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const read = Line.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

/** The list goes along with a backup that is restored to another place. */
export async function bringErased(from: string, to: string): Promise<void> {
  const there = new Set((await readErased(to)).map((line) => JSON.stringify(line)));
  const lines = (await readErased(from))
    .map((line) => JSON.stringify(line))
    .filter((line) => !there.has(line));
  if (from === to || lines.length === 0) return;
  await mkdir(dirname(to), { recursive: true });
  await appendFile(to, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Before the first answer: whatever a restored backup brought back is gone again. Returns how many. */
export async function eraseAgain(source: Source): Promise<number> {
  if (source.erasedFile === undefined) return 0;
  const lines = await readErased(source.erasedFile);
  const ctx = makeCtx(source, { actor: job, hoursAhead: 0 });
  let again = 0;
  for (const kind of source.house.erasing) {
    const then = new Map(lines.flatMap(({ what, id, at }) => (what === kind.what ? [[id, at]] : [])));
    for (const id of await kind.back(ctx.db.open, [...then.keys()])) {
      await ctx.db.transaction((tx) => kind.again(tx, ctx, id, new Date(then.get(id) ?? ctx.machineNow)));
      again += 1;
    }
  }
  if (again > 0)
    log.warn({ again }, 'a restored backup had brought back what was taken away; it is gone again');
  return again;
}
