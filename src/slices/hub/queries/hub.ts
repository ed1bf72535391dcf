import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { type CentreThisMorning, type Change, changeWords, type ToRing } from '../words.ts';

/** By id: whom to ring about what waits. */
export async function toRing(db: Db, ids: readonly string[]): Promise<Map<string, ToRing>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('register.organisation_card')
    .select(['id', 'name', 'phone'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name, phone }) => [id ?? '', { name: name ?? '', phone: phone ?? '' }]));
}

/** Each centre with its open promises and its records, in order of the alphabet. */
export async function centresThisMorning(db: Db, now: Date): Promise<CentreThisMorning[]> {
  const { rows } = await sql<CentreThisMorning>`
    select centre.id, centre.name,
      (select count(*)::integer from loops.open_loop where owner_organisation_id = centre.id) as open,
      (select count(*)::integer from loops.open_loop
        where owner_organisation_id = centre.id and first_due_at < ${now}) as late,
      coalesce(kept.checked, 0) as checked, coalesce(kept.records, 0) as records
    from register.organisation_card as centre
    left join (select home_centre_id, count(*)::integer as records,
        (count(*) filter (where freshness = 'ok'))::integer as checked
      from register.organisation_card where state = 'active' group by home_centre_id) as kept
      on kept.home_centre_id = centre.id
    where centre.kind = 'centre' and centre.state = 'active'
    order by centre.name, centre.id`.execute(db);
  return rows;
}

/** What was changed about the network itself, newest first, straight from the record. */
export async function newestChanges(db: Db, limit: number): Promise<Change[]> {
  const rows = await db
    .selectFrom('platform.event')
    .select(['id', 'name', 'at', 'actor_person_id', 'payload'])
    .where('name', 'in', Object.keys(changeWords))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, at: row.at, personId: row.actor_person_id },
    fields: fieldsIn(row.payload),
  }));
}

function fieldsIn(payload: unknown): string[] {
  const fields = typeof payload === 'object' && payload !== null && 'fields' in payload ? payload.fields : [];
  return Array.isArray(fields) ? fields.map(String) : [];
}
