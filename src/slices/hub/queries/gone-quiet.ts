import type { QueueRow } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { weekdayWords } from '../../../platform/dates.ts';
import { markOf } from '../../loops/door.ts';
import { nobodyLost } from '../urls.ts';
import { BoardQuery } from '../words/board.ts';
import { boardLoops, markedCount } from './board.ts';

/** Promises of organisations that closed, paused or were not checked for long: they may wait for ever (C1-J2). */
export async function goneQuiet(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const query = BoardQuery.parse({ only: 'marked' });
  const [total, loops] = await Promise.all([
    markedCount(ctx.db.open, {}),
    boardLoops(ctx.db.open, {}, { query, now: ctx.now, limit }),
  ]);
  const labels = new Map(ctx.house.loopKinds.map(({ kind, label }) => [kind, label]));
  const rows = loops.map((loop) => {
    const mark = markOf(loop.about)?.words ?? 'It has changed';
    return {
      id: loop.id,
      title: loop.about.name,
      url: nobodyLost.one(loop.id),
      go: 'See who has it',
      text: `${mark}. ${labels.get(loop.kind) ?? loop.kind}, promised for ${weekdayWords(loop.firstDueAt)}`,
      late: loop.firstDueAt < ctx.now,
      waitsFor: loop.about.id,
      at: loop.firstDueAt,
    };
  });
  return { total, rows };
}
