import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { ExportedOrganisation, ExportedService } from '../words/export.ts';

const rowsAtOnce = 1000;

/** Every published organisation in public words, in the order of ids, a page of them in memory at a time. */
export function exportedOrganisations(db: Db): AsyncGenerator<ExportedOrganisation> {
  return pages((after) => organisationPage(db, after));
}

/** The same for services. */
export function exportedServices(db: Db): AsyncGenerator<ExportedService> {
  return pages((after) => servicePage(db, after));
}

async function* pages<Row extends { id: string }>(
  page: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await page(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}

async function organisationPage(db: Db, after: string): Promise<ExportedOrganisation[]> {
  const { rows } = await sql<ExportedOrganisation>`
    select record.id, coalesce(origin.source, '') as source, coalesce(origin.source_id, '') as source_id,
      array(select json_build_object('scheme', scheme, 'id', number) from register.identifier
        where organisation_id = record.id or organisation_id in (select gone.id from register.organisation as gone
          where gone.merged_into = record.id) order by scheme, number) as identifiers,
      record.name,
      array(select other.name from register.organisation_name as other where other.organisation_id = record.id
        union select gone.name from register.organisation as gone where gone.merged_into = record.id
        union select other.name from register.organisation as gone
          join register.organisation_name as other on other.organisation_id = gone.id
          where gone.merged_into = record.id
        except select record.name order by name) as other_names,
      array(select gone.id from register.organisation as gone where gone.merged_into = record.id
        and gone.merged_from in ('active', 'paused') order by gone.id) as merged_ids,
      record.kind, record.legal_form, record.state, record.trusted, record.summary, record.description, record.themes,
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

async function servicePage(db: Db, after: string): Promise<ExportedService[]> {
  const { rows } = await sql<ExportedService>`
    select service.id, coalesce(origin.source, '') as source, coalesce(origin.source_id, '') as source_id,
      service.organisation_id, record.name as organisation_name,
      array(select json_build_object('scheme', scheme, 'id', number) from register.identifier
        where organisation_id = record.id order by scheme, number) as identifiers,
      service.name, service.status, service.status_note, service.summary, service.description, service.for_whom,
      service.not_for, service.themes, service.people_served, service.access, service.languages, service.age_from,
      service.age_to, service.cost_pence, service.cost_words, service.way_in, service.taking_referrals,
      service.open_to_volunteers, service.website,
      array(select concat_ws('|', array_to_string(days, ','), coalesce(to_char(opens, 'HH24:MI'), ''),
        coalesce(to_char(closes, 'HH24:MI'), ''), note)
        from register.schedule where service_id = service.id order by opens, schedule.id) as schedules,
      coalesce(place.venue, '') as venue, coalesce(place.address, '') as address,
      coalesce(place.postcode, '') as postcode, place.lat as latitude, place.lon as longitude,
      service.checked_at, service.checked_by, service.changed_at
    from register.service join register.organisation as record on record.id = service.organisation_id
    left join lateral (select source, source_id from register.source
      where thing_id = service.id and thing_kind = 'service' order by at, source, source_id limit 1) as origin on true
    left join lateral (select venue, address, postcode, lat, lon from register.public_location
      join register.service_location on location_id = public_location.id
      where service_id = service.id and shown = 'public' order by public_location.id limit 1) as place on true
    where service.id > ${after} and service.status <> 'draft' and record.kind <> 'hub'
      and record.state in ('active', 'paused', 'closing', 'closed')
    order by service.id limit ${rowsAtOnce}`.execute(db);
  return rows;
}
