import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { ExportedOrganisation } from '../words/export.ts';

const rowsAtOnce = 1000;

/** Every published organisation in public words, in the order of ids, a page of them in memory at a time. */
export async function* exportedOrganisations(db: Db): AsyncGenerator<ExportedOrganisation> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await organisationPage(db, after);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < rowsAtOnce) return;
    after = last.id;
  }
}

async function organisationPage(db: Db, after: string): Promise<ExportedOrganisation[]> {
  const { rows } = await sql<ExportedOrganisation>`
    select record.id, coalesce(origin.source, '') as source, coalesce(origin.source_id, '') as source_id,
      array(select json_build_object('scheme', scheme, 'id', number) from register.identifier
        where organisation_id = record.id order by scheme, number) as identifiers,
      record.name,
      array(select other.name from register.organisation_name as other where other.organisation_id = record.id
        order by other.name) as other_names,
      record.kind, record.legal_form, record.state, record.summary, record.description, record.themes,
      record.people_served, record.access, record.languages, record.website, record.phone, record.email,
      record.contact_label, coalesce(place.venue, '') as venue, coalesce(place.address, '') as address,
      coalesce(place.postcode, '') as postcode, place.lat as latitude, place.lon as longitude,
      record.checked_at, record.checked_by, record.changed_at
    from register.organisation as record
    left join lateral (select source, source_id from register.source
      where thing_id = record.id and thing_kind = 'organisation' order by at, source, source_id limit 1) as origin on true
    left join register.public_location as place
      on place.organisation_id = record.id and place.main and place.shown = 'public'
    where record.id > ${after} and record.kind <> 'hub' and record.state in ('active', 'paused', 'closing', 'closed')
    order by record.id limit ${rowsAtOnce}`.execute(db);
  return rows;
}
