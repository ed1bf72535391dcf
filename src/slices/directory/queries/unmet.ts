import { sql } from 'kysely';
import type { QueueRow } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { canSeeUnmet } from '../permits.ts';
import { directory } from '../urls.ts';

interface Row {
  words: string;
  area_code: string;
  times: number;
  asked_for: number;
  total: number;
}

/** What was looked for in the last three months and is not there, the most wanted first. */
export async function unmetQueue(
  ctx: Ctx,
  limit: number,
): Promise<{ total: number; rows: readonly QueueRow[] }> {
  permit(canSeeUnmet(ctx.actor));
  const { rows } = await sql<Row>`
    select words, area_code, sum(times)::int as times, sum(asked_for)::int as asked_for,
      count(*) over ()::int as total
    from directory.unmet_search where month > ${ctx.now}::date - 92
    group by words, area_code
    order by sum(asked_for) desc, sum(times) desc, words, area_code limit ${limit}`.execute(ctx.db.open);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      id: `${row.words} ${row.area_code}`.trim(),
      title: row.words,
      text: timesWords(row),
      late: false,
      url: directory.synonyms({ word: row.words }),
      go: 'Add another word for it',
    })),
  };
}

function timesWords({ times, asked_for, area_code }: Row): string {
  const where = area_code === '' ? '' : ` in ${area_code}`;
  const told = asked_for === 0 ? '' : `; ${asked_for} asked us to note it as a gap`;
  return `Looked for ${times === 1 ? 'once' : `${times} times`}${where}${told}.`;
}
