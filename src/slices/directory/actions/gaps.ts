import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { permit } from '../../../platform/permit.ts';
import { canReportGap } from '../permits.ts';
import { gapWords } from '../rules/gap.ts';

/**
 * Counts that something was looked for and is not there. It is no event of the record, because the record keeps who
 * acted and when: here that would tell what a person was looking for.
 */
export async function countUnmet(
  ctx: Ctx,
  unmet: { q: string; areaCode: string | undefined; askedFor: boolean },
): Promise<void> {
  permit(canReportGap(ctx.actor));
  const words = gapWords(unmet.q);
  if (words === undefined) return;

  const month = `${dayOf(ctx.now).slice(0, 7)}-01`;
  const asked = unmet.askedFor ? 1 : 0;
  await ctx.db.transaction(async (tx) => {
    await sql`
      insert into directory.unmet_search as unmet (words, area_code, month, times, asked_for)
      values (${words}, ${unmet.areaCode ?? ''}, ${month}::date, ${1 - asked}, ${asked})
      on conflict (words, area_code, month) do update
      set times = unmet.times + excluded.times, asked_for = unmet.asked_for + excluded.asked_for`.execute(tx);
  });
}
