import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { pointsOfPostcodes, toPlane } from '../../areas/door.ts';
import { organisationsImported, servicesImported } from '../events.ts';
import { canImport } from '../permits.ts';
import { knownBySource } from '../queries/import.ts';
import { holdersOfServices } from '../queries/import-services.ts';
import { covers } from '../queries/registration.ts';
import { coveredHome } from '../rules/home-centre.ts';
import { sourceKey } from '../words/import.ts';
import type { Answer, GivenLink, GivenLocation } from '../words/import-services.ts';
import type { ImportOptions } from './import.ts';
import { noting, thingsOf } from './import-journal.ts';
import { writeSources } from './import-write.ts';

/**
 * Takes a batch of places in. A place belongs to the organisation of its first service, and is where that organisation
 * is found when it has no other.
 */
export async function importLocations(
  tx: Tx,
  ctx: Ctx,
  rows: readonly GivenLocation[],
  options: ImportOptions = {},
): Promise<Answer[]> {
  permit(canImport(ctx.actor));

  const known = await knownBySource(tx, 'location', rows);
  const held = rows.flatMap(({ source, serviceIds }) => serviceIds.map((sourceId) => ({ source, sourceId })));
  const services = await knownBySource(tx, 'service', held);
  const holders = await holdersOfServices(
    tx,
    [...services.values()].map((one) => one.thingId),
  );
  const placed: Placed[] = [];
  const withMain = new Set<string>();
  const answers = rows.map((row): Answer => {
    const before = known.get(sourceKey(row));
    if (before?.digest.equals(row.digest)) return 'unchanged';
    const service = row.serviceIds
      .map((sourceId) => services.get(sourceKey({ source: row.source, sourceId })))
      .find((one) => one !== undefined);
    const holder = service && holders.get(service.thingId);
    if (!holder) return { reason: 'No service that was taken in is held at this place.' };
    const { organisationId } = holder;
    const main = !before && !holder.hasPlace && !withMain.has(organisationId);
    if (main) withMain.add(organisationId);
    const id = before?.thingId ?? ctx.newId();
    placed.push({ id, organisationId, main, row });
    known.set(sourceKey(row), { thingId: id, digest: row.digest, fields: [] });
    return before ? 'changed' : 'new';
  });
  const things = thingsOf(
    'location',
    placed.map(({ id }) => id),
  );
  await noting(tx, options.importId, [...things, ...thingsOf('organisation', withMain)], async () => {
    await writeLocations(tx, ctx, placed);
    await settleHomes(tx, ctx, [...withMain]);
  });
  if (withMain.size > 0 && !options.dry) {
    const source = [...new Set(rows.map((row) => row.source))].join(', ');
    await record(tx, ctx, organisationsImported, { organisationIds: [...withMain], source });
  }
  return answers;
}

/** Says which service is held where, for services and places that were taken in. */
export async function importLinks(
  tx: Tx,
  ctx: Ctx,
  rows: readonly GivenLink[],
  options: ImportOptions = {},
): Promise<Answer[]> {
  permit(canImport(ctx.actor));
  if (rows.length === 0) return [];

  const services = await knownBySource(tx, 'service', rows.map(serviceOf));
  const locations = await knownBySource(tx, 'location', rows.map(locationOf));
  const pairs = rows.map((row) => ({
    service: services.get(sourceKey(serviceOf(row)))?.thingId,
    location: locations.get(sourceKey(locationOf(row)))?.thingId,
  }));
  const whole = pairs.filter((pair) => pair.service !== undefined && pair.location !== undefined);
  const things = thingsOf(
    'service',
    whole.flatMap(({ service }) => service ?? []),
  );
  const made = await noting(tx, options.importId, things, () => insertLinks(tx, whole));
  if (made.length > 0 && !options.dry) {
    const serviceIds = [...new Set(made.map((pair) => pair.service_id))];
    const source = [...new Set(rows.map((row) => row.source))].join(', ');
    await record(tx, ctx, servicesImported, { serviceIds, source });
  }
  const fresh = new Set(made.map((pair) => `${pair.service_id} ${pair.location_id}`));
  return pairs.map(({ service, location }): Answer => {
    if (service === undefined) return { reason: 'The service of this line was not taken in.' };
    if (location === undefined) return { reason: 'The place of this line was not taken in.' };
    return fresh.delete(`${service} ${location}`) ? 'new' : 'unchanged';
  });
}

async function insertLinks(
  tx: Tx,
  pairs: readonly { service?: string | undefined; location?: string | undefined }[],
) {
  const { rows } = await sql<{ service_id: string; location_id: string }>`
    insert into register.service_location (service_id, location_id)
    select * from unnest(${pairs.map((pair) => pair.service)}::uuid[], ${pairs.map((pair) => pair.location)}::uuid[])
    on conflict do nothing returning service_id, location_id`.execute(tx);
  return rows;
}

function serviceOf(row: GivenLink): { source: string; sourceId: string } {
  return { source: row.source, sourceId: row.serviceId };
}

function locationOf(row: GivenLink): { source: string; sourceId: string } {
  return { source: row.source, sourceId: row.locationId };
}

interface Placed {
  id: string;
  organisationId: string;
  main: boolean;
  row: GivenLocation;
}

async function writeLocations(tx: Tx, ctx: Ctx, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  const postcodes = new Set(placed.map(({ row }) => row.place.postcode).filter((one) => one !== ''));
  const points = await pointsOfPostcodes(tx, [...postcodes]);
  const rows = placed.map(({ id, organisationId, main, row: { place } }) => {
    const found = points.get(place.postcode);
    const lat = place.lat ?? found?.lat ?? null;
    const lon = place.lon ?? found?.lon ?? null;
    const plane = lat === null || lon === null ? undefined : toPlane(lat, lon);
    return {
      ...place,
      id,
      organisation_id: organisationId,
      main,
      lat,
      lon,
      plane: plane ? `(${plane.x},${plane.y})` : null,
      area_id: found?.areaId ?? null,
    };
  });
  await sql`insert into register.location as known (id, organisation_id, venue, address, postcode, shown, lat, lon,
      plane, area_id, main)
    select id, organisation_id, venue, address, postcode, shown, lat, lon, plane::point, area_id, main
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, organisation_id uuid, venue text,
      address text, postcode text, shown text, lat double precision, lon double precision, plane text, area_id uuid,
      main boolean)
    on conflict (id) do update set venue = excluded.venue, address = excluded.address,
      postcode = excluded.postcode, lat = excluded.lat, lon = excluded.lon, plane = excluded.plane,
      area_id = excluded.area_id`.execute(tx);
  const fields = ['venue', 'address', 'postcode'];
  await writeSources(
    tx,
    ctx,
    'location',
    placed.map(({ id, row }) => ({ row, id, fields })),
  );
}

/** An organisation that now has a place gets the area of it, and the centre that answers there if it had none. */
async function settleHomes(tx: Tx, ctx: Ctx, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  await sql`insert into register.organisation_area (organisation_id, area_id)
    select organisation_id, area_id from register.location
    where organisation_id = any(${[...organisationIds]}::uuid[]) and main and area_id is not null
    on conflict do nothing`.execute(tx);
  const homes = (await covers(tx)).map((cover) => ({
    area_id: cover.areaId,
    centre_id: cover.centreId,
    reason: coveredHome(cover),
  }));
  await sql`update register.organisation as record
    set home_centre_id = home.centre_id, home_centre_reason = home.reason, changed_at = ${ctx.now}
    from register.location as place
    join json_to_recordset(${JSON.stringify(homes)}::json) as home (area_id uuid, centre_id uuid, reason text)
      on home.area_id = place.area_id
    where place.organisation_id = record.id and place.main and record.home_centre_id is null
      and record.id = any(${[...organisationIds]}::uuid[])`.execute(tx);
}
