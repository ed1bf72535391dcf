import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import type { ThingKind } from '../words/import-undo.ts';
import { keepImported } from './versions.ts';

interface Which {
  importId: string;
  /** What the import made goes. */
  made: readonly string[];
  /** What it met goes back to what it was. */
  met: readonly string[];
}

/** The notes of some things, with how each was. */
function notes({ importId, met }: Which, kind: ThingKind) {
  return sql`(select thing_id, was from register.import_change
    where import_id = ${importId} and kind = ${kind} and thing_id = any(${met}::uuid[])) as note`;
}

export async function servicesAsBefore(tx: Tx, ctx: Ctx, which: Which): Promise<void> {
  await sourcesAsBefore(tx, 'service', which);
  if (which.made.length > 0) {
    await tx.deleteFrom('register.service').where('id', 'in', which.made).execute();
  }
  if (which.met.length === 0) return;
  await sql`update register.service as service set name = was.name, status = was.status,
      status_note = was.status_note, summary = was.summary, description = was.description, for_whom = was.for_whom,
      not_for = was.not_for, themes = was.themes, people_served = was.people_served, access = was.access,
      languages = was.languages, age_from = was.age_from, age_to = was.age_to, cost_pence = was.cost_pence,
      cost_words = was.cost_words, way_in = was.way_in, taking_referrals = was.taking_referrals,
      open_to_volunteers = was.open_to_volunteers, website = was.website, version = service.version + 1,
      changed_at = ${ctx.now}
    from ${notes(which, 'service')}, jsonb_populate_record(null::register.service, note.was -> 'row') as was
    where service.id = note.thing_id`.execute(tx);
  await tx.deleteFrom('register.schedule').where('service_id', 'in', which.met).execute();
  await sql`insert into register.schedule (id, service_id, days, opens, closes, note)
    select was.id, was.service_id, was.days, was.opens, was.closes, was.note
    from ${notes(which, 'service')}, jsonb_populate_recordset(null::register.schedule, note.was -> 'schedules')
      as was`.execute(tx);
  await sql`delete from register.service_location as held using ${notes(which, 'service')}
    where held.service_id = note.thing_id
      and not note.was -> 'places' @> to_jsonb(held.location_id)`.execute(tx);
}

export async function placesAsBefore(tx: Tx, which: Which): Promise<void> {
  await sourcesAsBefore(tx, 'location', which);
  if (which.made.length > 0) {
    await tx.deleteFrom('register.location').where('id', 'in', which.made).execute();
  }
  if (which.met.length === 0) return;
  await sql`update register.location as place set venue = was.venue, address = was.address, postcode = was.postcode,
      shown = was.shown, lat = was.lat, lon = was.lon, plane = was.plane, area_id = was.area_id
    from ${notes(which, 'location')}, jsonb_populate_record(null::register.location, note.was -> 'row') as was
    where place.id = note.thing_id`.execute(tx);
}

export async function recordsAsBefore(tx: Tx, ctx: Ctx, which: Which): Promise<void> {
  await sourcesAsBefore(tx, 'organisation', which);
  await removeMade(tx, which);
  if (which.met.length === 0) return;
  await keepImported(tx, ctx, which.met, 'Taken back');
  await sql`update register.organisation as record set name = was.name, kind = was.kind,
      legal_form = was.legal_form, state = was.state, state_reason = was.state_reason, summary = was.summary,
      description = was.description, website = was.website, phone = was.phone, email = was.email,
      contact_label = was.contact_label, themes = was.themes, people_served = was.people_served,
      access = was.access, languages = was.languages, parent_id = was.parent_id,
      home_centre_id = was.home_centre_id, home_centre_reason = was.home_centre_reason,
      version = record.version + 1, changed_at = ${ctx.now}
    from ${notes(which, 'organisation')}, jsonb_populate_record(null::register.organisation, note.was -> 'row') as was
    where record.id = note.thing_id`.execute(tx);
  await sql`delete from register.organisation_name as name using ${notes(which, 'organisation')}
    where name.organisation_id = note.thing_id
      and not note.was -> 'names' @> jsonb_build_array(jsonb_build_object('name', name.name))`.execute(tx);
  await sql`delete from register.identifier as number using ${notes(which, 'organisation')}
    where number.organisation_id = note.thing_id
      and not note.was -> 'numbers' @> jsonb_build_array(jsonb_build_object('scheme', number.scheme,
        'number', number.number))`.execute(tx);
  await sql`delete from register.organisation_area as area using ${notes(which, 'organisation')}
    where area.organisation_id = note.thing_id
      and not note.was -> 'areas' @> to_jsonb(area.area_id)`.execute(tx);
}

/** Branches of the same list may stand in a later batch: they let go of their parent first. */
async function removeMade(tx: Tx, { importId, made }: Which): Promise<void> {
  if (made.length === 0) return;
  await sql`update register.organisation as branch set parent_id = null
    from register.import_change as change
    where branch.parent_id = any(${made}::uuid[]) and change.import_id = ${importId}
      and change.kind = 'organisation' and change.thing_id = branch.id`.execute(tx);
  await tx.deleteFrom('register.organisation').where('id', 'in', made).execute();
}

async function sourcesAsBefore(tx: Tx, kind: ThingKind, which: Which): Promise<void> {
  await tx
    .deleteFrom('register.source')
    .where('thing_kind', '=', kind)
    .where('thing_id', 'in', [...which.made, ...which.met, nobody])
    .execute();
  if (which.met.length === 0) return;
  await sql`insert into register.source (source, source_id, thing_kind, thing_id, fields, digest, at, gone_at)
    select was.source, was.source_id, was.thing_kind, was.thing_id, was.fields, was.digest, was.at, was.gone_at
    from ${notes(which, kind)}, jsonb_populate_recordset(null::register.source, note.was -> 'sources') as was
    on conflict do nothing`.execute(tx);
}

/** A list of ids is never empty. */
const nobody = '00000000-0000-0000-0000-000000000000';
