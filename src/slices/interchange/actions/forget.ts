import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canImport } from '../permits.ts';

/** Files that were sent are there to be mended and looked at again, not for ever; lists nobody went on with go, too. */
export async function forgetSentFiles(ctx: Ctx): Promise<number> {
  permit(canImport(ctx.actor));

  const before = daysAgo(ctx, 30);
  const files = await inBatches(ctx, async (tx, limit) => {
    const old = tx
      .selectFrom('interchange.import_file')
      .select('import_id')
      .where('sent_at', '<', before)
      .orderBy('import_id')
      .limit(limit);
    await tx.deleteFrom('interchange.seen_row').where('import_id', 'in', old).execute();
    await tx.deleteFrom('interchange.seen_change').where('import_id', 'in', old).execute();
    const gone = await tx
      .deleteFrom('interchange.import_file')
      .where('import_id', 'in', old)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
  const begun = await ctx.db.transaction((tx) =>
    tx
      .deleteFrom('interchange.import')
      .where('by_page', '=', true)
      .where('state', 'in', ['sent', 'looking', 'looked'])
      .where('moved_at', '<', before)
      .executeTakeFirst(),
  );
  return files + Number(begun.numDeletedRows);
}
