import type { LoopKind, LoopWords, QueueRow } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { type Loop, steps } from '../words.ts';
import { lateLoops, openLoopsWith } from './open.ts';

/** Promises with the words of the slices that made them; what is gone in the meantime is left out. */
export async function withWords<Of extends { kind: string; thingId: string }>(
  db: Db,
  ctx: Ctx,
  loops: readonly Of[],
): Promise<{ loop: Of; kind: LoopKind; words: LoopWords }[]> {
  const told: { loop: Of; kind: LoopKind; words: LoopWords }[] = [];
  for (const kind of ctx.house.loopKinds) {
    const ofKind = loops.filter((loop) => loop.kind === kind.kind);
    if (ofKind.length === 0) continue;
    const said = await kind.describe(
      db,
      ofKind.map((loop) => loop.thingId),
    );
    const byThing = new Map(said.map((words) => [words.thingId, words]));
    for (const loop of ofKind) {
      const words = byThing.get(loop.thingId);
      if (words) told.push({ loop, kind, words });
    }
  }
  return told;
}

/** Late answers in the words of the slices that made them, for the coordinator. */
export async function lateAnswers(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const { total, loops } = await lateLoops(ctx.db.open, ctx.now, limit);
  const told = await ctx.db.read((db) => withWords(db, ctx, loops));
  const rows = told.map(({ loop, kind, words }) => ({
    id: loop.thingId,
    title: words.title,
    url: words.lookUrl ?? words.url,
    text: `${kind.label}, promised for ${weekdayWords(loop.firstDueAt)}. Now with the ${steps[loop.climbStep]}`,
    late: true,
    waitsFor: loop.aboutOrganisationId,
    at: loop.firstDueAt,
  }));
  return { total, rows: rows.sort((a, b) => Number(a.at) - Number(b.at)) };
}

/** The promises that somebody keeps for an organisation, in the words of the slices that made them. */
export async function promisesOf(
  db: Db,
  ctx: Ctx,
  who: { personId: string; organisationId: string },
): Promise<{ id: string; title: string; text: string; url: string }[]> {
  const loops = await openLoopsWith(db, who);
  const told = new Map((await withWords(db, ctx, loops)).map((one) => [one.loop.id, one]));
  return loops.map((loop: Loop) => {
    const about = told.get(loop.id);
    const label = about?.kind.label ?? 'Promise';
    return {
      id: loop.id,
      title: `${label}: ${about?.words.title ?? 'gone'}`,
      text: `Promised for ${weekdayWords(loop.dueAt)}`,
      url: about ? addressFor(ctx, loop, about) : '',
    };
  });
}

/** Where this reader can go with it; nowhere, where it is for others to read. */
function addressFor(ctx: Ctx, loop: Loop, { kind, words }: { kind: LoopKind; words: LoopWords }): string {
  return kind.mayAnswer(ctx.actor, loop.ownerOrganisationId) ? words.url : (words.lookUrl ?? '');
}
