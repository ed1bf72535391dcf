import { backupWorries } from '../../platform/backup/state.ts';
import type { Contribution, QueueRow } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { networkWordsOptional } from './queries.ts';
import { network } from './urls.ts';

export const contributes: Contribution = {
  slice: 'network',
  networkWords: networkWordsOptional,
  queues: [
    {
      name: 'backups',
      label: 'Backups',
      next: 'Ring whoever runs the server: what people wrote is on one disk only.',
      read: worries,
    },
  ],
};

async function worries(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const all = await backupWorries(ctx);
  const rows = all.map(({ id, title, text, at }) => ({
    id: `${id}-${title}`.replaceAll(' ', '-').toLowerCase(),
    title,
    url: network.status(),
    text,
    late: true,
    at,
  }));
  return { total: rows.length, rows: rows.slice(0, limit) };
}
