import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Knowing, Said } from '../words/hellos.ts';

/**
 * What a group and others say of each other, by name. A record that was merged into another speaks, and is spoken of, as
 * that one. Who has closed is left out.
 */
export async function knowingOf(db: Db, organisationId: string): Promise<Knowing[]> {
  const { rows } = await sql<Row>`
    with own as (
      select id from register.organisation_card where id = ${organisationId} or merged_into = ${organisationId}
    ), said as (
      select coalesce(card.merged_into, card.id) as id, true as ours, signposts_to, signposts_from
      from neighbours.saying join register.organisation_card as card on card.id = about_organisation_id
      where organisation_id in (select id from own)
      union all
      select coalesce(card.merged_into, card.id), false, signposts_to, signposts_from
      from neighbours.saying join register.organisation_card as card on card.id = organisation_id
      where about_organisation_id in (select id from own)
    )
    select card.id, card.name,
      bool_or(ours) as we_say,
      coalesce(bool_or(signposts_to) filter (where ours), false) as we_to,
      coalesce(bool_or(signposts_from) filter (where ours), false) as we_from,
      bool_or(not ours) as they_say,
      coalesce(bool_or(signposts_to) filter (where not ours), false) as they_to,
      coalesce(bool_or(signposts_from) filter (where not ours), false) as they_from
    from said join register.organisation_card as card on card.id = said.id
    where card.id <> ${organisationId} and card.state in ('active', 'paused')
    group by card.id, card.name
    order by card.name, card.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ours: side(row.we_say, row.we_to, row.we_from),
    theirs: side(row.they_say, row.they_to, row.they_from),
  }));
}

interface Row {
  id: string;
  name: string;
  we_say: boolean;
  we_to: boolean;
  we_from: boolean;
  they_say: boolean;
  they_to: boolean;
  they_from: boolean;
}

function side(says: boolean, signpostsTo: boolean, signpostsFrom: boolean): Said | undefined {
  return says ? { signpostsTo, signpostsFrom } : undefined;
}
