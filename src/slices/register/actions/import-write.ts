import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { pointsOfPostcodes, toPlane } from '../../areas/door.ts';
import { clocks } from '../../network/door.ts';
import { covers } from '../queries/registration.ts';
import { coveredHome } from '../rules/home-centre.ts';
import { checkedFrom, nothingSaid } from '../rules/import.ts';
import type { Plan } from '../rules/import-plan.ts';
import { type GivenPlace, sourceKey } from '../words/import.ts';
import type { ThingKind } from '../words/import-undo.ts';
import { keepImported, sourcesIn } from './versions.ts';

/** Writes a whole batch: one statement a table, however many rows. */
export async function writeRecords(tx: Tx, ctx: Ctx, plan: Plan): Promise<void> {
  const places = await placesOf(tx, ctx, plan);
  if (plan.made.length > 0) await insertOrganisations(tx, ctx, plan, places);
  await updateOrganisations(tx, ctx, plan);
  await writeNames(tx, plan);
  await writeIdentifiers(tx, plan);
  await writePlaces(tx, places);
  await writeSources(tx, ctx, 'organisation', plan.sources);
}

interface PlacedRow {
  id: string;
  organisation_id: string;
  venue: string;
  address: string;
  postcode: string;
  shown: string;
  lat: number | null;
  lon: number | null;
  plane: string | null;
  area_id: string | null;
}

/** Where each record is, by its id: the point the row gives, or else that of its postcode. */
async function placesOf(tx: Tx, ctx: Ctx, plan: Plan): Promise<PlacedRow[]> {
  const wanted = new Map<string, GivenPlace>();
  for (const { id, row } of plan.made) if (row.place) wanted.set(id, row.place);
  for (const { id, merge } of plan.merged) if (merge.place) wanted.set(id, merge.place);

  const postcodes = new Set([...wanted.values()].map(({ postcode }) => postcode));
  postcodes.delete('');
  const points = await pointsOfPostcodes(tx, [...postcodes]);
  return [...wanted].map(([organisationId, place]) => {
    const found = points.get(place.postcode);
    const lat = place.lat ?? found?.lat ?? null;
    const lon = place.lon ?? found?.lon ?? null;
    const plane = lat === null || lon === null ? undefined : toPlane(lat, lon);
    const { venue, address, postcode, shown } = place;
    return {
      id: ctx.newId(),
      organisation_id: organisationId,
      venue,
      address,
      postcode,
      shown,
      lat,
      lon,
      plane: plane ? `(${plane.x},${plane.y})` : null,
      area_id: found?.areaId ?? null,
    };
  });
}

async function insertOrganisations(
  tx: Tx,
  ctx: Ctx,
  plan: Plan,
  places: readonly PlacedRow[],
): Promise<void> {
  const areaOf = new Map(places.map((place) => [place.organisation_id, place.area_id]));
  const covered = new Map((await covers(tx)).map((cover) => [cover.areaId, cover]));
  const network = await clocks(tx);
  const rows = plan.made.map(({ id, row }) => {
    const cover = covered.get(areaOf.get(id) ?? '');
    return {
      ...nothingSaid,
      ...row.values,
      id,
      home_centre_id: cover?.centreId ?? null,
      home_centre_reason: cover ? coveredHome(cover) : '',
      ...checkedFrom(row, ctx.now, network),
    };
  });
  await sql`insert into register.organisation (id, name, kind, legal_form, state, state_reason, summary, description,
      website, phone, email, contact_label, themes, people_served, access, languages, home_centre_id,
      home_centre_reason, freshness, checked_at, checked_by, freshness_due_at, claimed, created_at, changed_at)
    select id, name, kind, legal_form, state, state_reason, summary, description, website, phone, email,
      contact_label, themes, people_served, access, languages, home_centre_id, home_centre_reason, freshness,
      checked_at, checked_by, freshness_due_at, false, ${ctx.now}, ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, name text, kind text, legal_form text,
      state text, state_reason text, summary text, description text, website text, phone text, email text,
      contact_label text, themes text[], people_served text[], access text[], languages text[],
      home_centre_id uuid, home_centre_reason text, freshness text, checked_at timestamptz, checked_by text,
      freshness_due_at timestamptz)`.execute(tx);
}

async function updateOrganisations(tx: Tx, ctx: Ctx, plan: Plan): Promise<void> {
  const changed = new Map(plan.merged.map(({ id }) => [id, {}]));
  for (const { id, merge } of plan.merged) Object.assign(changed.get(id) ?? {}, merge.set);
  if (changed.size === 0) return;
  await keepImported(tx, ctx, [...changed.keys()], sourcesIn(plan.merged));
  const rows = [...changed].map(([id, set]) => ({ id, ...set }));
  await sql`update register.organisation as record set
      name = coalesce(given.name, record.name), kind = coalesce(given.kind, record.kind),
      legal_form = coalesce(given.legal_form, record.legal_form), state = coalesce(given.state, record.state),
      state_reason = coalesce(given.state_reason, record.state_reason),
      summary = coalesce(given.summary, record.summary),
      description = coalesce(given.description, record.description),
      website = coalesce(given.website, record.website), phone = coalesce(given.phone, record.phone),
      email = coalesce(given.email, record.email),
      contact_label = coalesce(given.contact_label, record.contact_label),
      themes = coalesce(given.themes, record.themes),
      people_served = coalesce(given.people_served, record.people_served),
      access = coalesce(given.access, record.access), languages = coalesce(given.languages, record.languages),
      version = record.version + 1, changed_at = ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, name text, kind text, legal_form text,
      state text, state_reason text, summary text, description text, website text, phone text, email text,
      contact_label text, themes text[], people_served text[], access text[], languages text[])
    where record.id = given.id`.execute(tx);
}

async function writeNames(tx: Tx, plan: Plan): Promise<void> {
  const also = plan.made.flatMap(({ id, row }) => row.otherNames.map((name) => ({ id, name, kind: 'also' })));
  const later = plan.merged.flatMap(({ id, merge }) =>
    merge.names.map((name) => ({ id, name, kind: merge.set.name === undefined ? 'also' : 'old' })),
  );
  const names = [...also, ...later];
  if (names.length === 0) return;
  await sql`insert into register.organisation_name (organisation_id, name, kind)
    select * from unnest(${names.map((one) => one.id)}::uuid[], ${names.map((one) => one.name)}::text[],
      ${names.map((one) => one.kind)}::text[])
    on conflict do nothing`.execute(tx);
}

async function writeIdentifiers(tx: Tx, plan: Plan): Promise<void> {
  const found = plan.sources.flatMap(({ id, row }) => row.identifiers.map((one) => ({ id, ...one })));
  if (found.length === 0) return;
  await sql`insert into register.identifier (organisation_id, scheme, number)
    select * from unnest(${found.map((one) => one.id)}::uuid[], ${found.map((one) => one.scheme)}::text[],
      ${found.map((one) => one.number)}::text[])
    on conflict do nothing`.execute(tx);
}

async function writePlaces(tx: Tx, places: readonly PlacedRow[]): Promise<void> {
  if (places.length === 0) return;
  const given = JSON.stringify(places);
  await sql`insert into register.location as known (id, organisation_id, venue, address, postcode, shown, lat, lon,
      plane, area_id, main)
    select id, organisation_id, venue, address, postcode, shown, lat, lon, plane::point, area_id, true
    from json_to_recordset(${given}::json) as given (id uuid, organisation_id uuid, venue text, address text,
      postcode text, shown text, lat double precision, lon double precision, plane text, area_id uuid)
    on conflict (organisation_id) where main do update set venue = excluded.venue, address = excluded.address,
      postcode = excluded.postcode, lat = excluded.lat, lon = excluded.lon, plane = excluded.plane,
      area_id = excluded.area_id`.execute(tx);
  const inAreas = places.filter((place) => place.area_id !== null);
  if (inAreas.length === 0) return;
  await sql`insert into register.organisation_area (organisation_id, area_id)
    select * from unnest(${inAreas.map((place) => place.organisation_id)}::uuid[],
      ${inAreas.map((place) => place.area_id)}::uuid[])
    on conflict do nothing`.execute(tx);
}

export async function writeSources(
  tx: Tx,
  ctx: Ctx,
  kind: ThingKind,
  things: readonly {
    row: { source: string; sourceId: string; digest: Buffer };
    id: string;
    fields: readonly string[];
  }[],
): Promise<void> {
  const rows = new Map(
    things.map(({ row: { source, sourceId, digest }, id, fields }) => [
      sourceKey({ source, sourceId }),
      { source, source_id: sourceId, id, fields, digest: `\\x${digest.toString('hex')}` },
    ]),
  );
  if (rows.size === 0) return;
  await sql`insert into register.source (source, source_id, thing_kind, thing_id, fields, digest, at)
    select source, source_id, ${kind}, id, fields, digest, ${ctx.now}
    from json_to_recordset(${JSON.stringify([...rows.values()])}::json) as given (source text, source_id text,
      id uuid, fields text[], digest bytea)
    on conflict (source, source_id, thing_kind) do update set thing_id = excluded.thing_id,
      fields = excluded.fields, digest = excluded.digest, at = excluded.at, gone_at = null`.execute(tx);
}
