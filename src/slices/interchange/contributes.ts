import type { Contribution, QueueRow } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { countsOfLevels, postcodeCounts } from '../areas/door.ts';
import { importsWithRejects } from './queries.ts';
import { areasStand, postcodesStand } from './rules/ground.ts';
import { figure } from './rules/standing.ts';
import { ground, imports } from './urls.ts';
import type { ImportRow } from './words/import.ts';

export const contributes: Contribution = {
  slice: 'interchange',
  setup: [
    {
      ...{ name: 'areas', place: 20, label: 'Levels and areas', url: ground.areas(), needed: true },
      read: async (ctx) => areasStand(await countsOfLevels(ctx.db.open)),
    },
    {
      ...{ name: 'postcodes', place: 30, label: 'Postcodes', url: ground.postcodes(), needed: false },
      read: async (ctx) => postcodesStand(await postcodeCounts(ctx.db.open)),
    },
  ],
  queues: [
    {
      name: 'imports',
      label: 'Lists with rejected rows',
      next: 'Put the rows right in the file of rejects, and import that file.',
      read: rejected,
      canEnd: true,
    },
  ],
};

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
