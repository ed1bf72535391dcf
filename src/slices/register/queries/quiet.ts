import { sql } from 'kysely';
import type { QueueRow } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords, londonTime } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { quietSince } from '../rules/quiet.ts';
import { organisations } from '../urls.ts';

interface Quiet {
  id: string;
  name: string;
  homeCentreId: string | null;
  seenOn: string;
}

/** Pages that one person runs who was not here for months, the longest first. */
export async function quietRows(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const all = await ctx.db.read((db) => quietOrganisations(db, ctx.now));
  return { total: all.length, rows: all.slice(0, limit).map((one) => rowOf(one, ctx.now)) };
}

/** Whether it still stands on the list. */
export async function isQuiet(db: Db, organisationId: string, now: Date): Promise<boolean> {
  return (await quietOrganisations(db, now)).some((one) => one.id === organisationId);
}

async function quietOrganisations(db: Db, now: Date): Promise<Quiet[]> {
  const { groups, centres } = quietSince(now);
  const { rows } = await sql<Quiet>`
    select organisation.id, organisation.name, organisation.home_centre_id as "homeCentreId",
      quiet.seen_on as "seenOn"
    from register.quiet_organisations(${groups}::date, ${centres}::date) as quiet
    join register.organisation on organisation.id = quiet.organisation_id
    order by quiet.seen_on, organisation.id`.execute(db);
  return rows;
}

function rowOf({ id, name, homeCentreId, seenOn }: Quiet, now: Date): QueueRow {
  const at = londonTime(seenOn, 12);
  const seen = `Only one person runs the page, and was last here on ${dayWords(at, now)}`;
  return {
    id,
    title: name,
    url: organisations.one(id, name),
    text: homeCentreId ? `${seen}. Its home centre` : `${seen}.`,
    late: false,
    at,
    ...(homeCentreId && { waitsFor: homeCentreId }),
  };
}
