import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { record } from '../../../platform/record.ts';
import { openLoopsOf } from '../../loops/door.ts';
import { organisationChanged, organisationMerged } from '../events.ts';
import { partsOf } from '../queries/belonging.ts';
import { mergeValues, waitedFor } from '../queries/merging.ts';
import { organisation, otherNames } from '../queries/organisation.ts';
import { isRegistration, narrower, whyNotMerge } from '../rules/merging.ts';
import type { MergeDone, MergeField, MergeValues } from '../words/merging.ts';
import type { Organisation } from '../words/records.ts';
import { endRegistrationLoops } from './answer.ts';
import { dropSourceFields, keepOldName } from './organisation.ts';
import { keepPlace } from './place.ts';
import { type How, keepVersion } from './versions.ts';

export interface Merge {
  goneId: string;
  keptId: string;
  /** Fields that the one that stays takes from the one that goes. */
  take: readonly MergeField[];
  /** What the one that goes offers, and the other one offers from now on. */
  serviceIds: readonly string[];
  reason: string;
}

/**
 * Makes one record of two, in the transaction of whoever has asked already whether it may be. Nothing of the one that
 * goes is lost or written anew: it becomes an alias, and keeps its people, its history and its support log.
 */
export async function mergeRecords(tx: Tx, ctx: Ctx, input: Merge): Promise<MergeDone> {
  const { goneId, keptId } = input;
  await lockBoth(tx, goneId, keptId);
  const [gone, kept] = [await organisation(tx, goneId), await organisation(tx, keptId)];
  const why = whyNotMerge(gone, kept) ?? (await whatStandsInTheWay(tx, gone));
  if (why) throw new Refused('cannot_merge', why);

  const names = (await otherNames(tx, keptId)).map((one) => one.name);
  const before = await mergeValues(tx, kept);
  const set = await valuesTaken(tx, input, gone, before);
  const how = { way: 'merge', reason: `Merged with ${gone.name}` } as const;
  await setValues(tx, ctx, kept, set, how);
  const moved = await moveServices(tx, input);
  const areas = input.take.includes('areas') ? await addAreas(tx, input) : [];
  const carried = await carryOn(tx, goneId, keptId);
  if (isRegistration(gone)) await endRegistrationLoops(tx, ctx, goneId, `merged into ${kept.name}`);
  await keepVersion(tx, ctx, gone, { way: 'merge', reason: input.reason });
  await tx
    .updateTable('register.organisation')
    .set({
      ...{ state: 'merged', merged_from: gone.state, merged_into: keptId, state_reason: input.reason },
      ...{ version: gone.version + 1, changed_at: ctx.now },
    })
    .where('id', '=', goneId)
    .execute();
  const organisationIds = [keptId, goneId];
  const payload = { organisationId: keptId, goneId, organisationIds, serviceIds: moved.services };
  await record(tx, ctx, organisationMerged, payload, { organisationId: keptId, reason: input.reason });
  const namedOld = !names.includes(kept.name);
  const { stateReason } = gone;
  return { before: only(before, set), set, ...moved, areas, carried, namedOld, stateReason };
}

/** Always in the same order, so that two who merge the same two records wait for each other and no longer. */
export async function lockBoth(tx: Tx, one: string, other: string): Promise<void> {
  await sql`select id from register.organisation where id = any(${[one, other]}::uuid[])
    order by id for update`.execute(tx);
}

/** Open promises of a registration end with the reason; whatever else somebody waits for is answered first. */
async function whatStandsInTheWay(tx: Tx, gone: Organisation): Promise<string | undefined> {
  const waiting = (await waitedFor(tx, gone.id)) + (await openLoopsOf(tx, [gone.id])).length;
  if (waiting > 0) {
    return `Somebody still waits for an answer about ${gone.name}: a claim, a suggested change or the like. Answer that first.`;
  }
  const parts = (await partsOf(tx, gone.id)).filter((part) => part.state !== 'merged');
  if (parts.length === 0) return undefined;
  return `${gone.name} has ${parts.length} ${parts.length === 1 ? 'part' : 'parts'} of its own. Say first what they belong to.`;
}

async function valuesTaken(
  tx: Tx,
  { take }: Merge,
  gone: Organisation,
  kept: MergeValues,
): Promise<MergeValues> {
  const theirs = await mergeValues(tx, gone);
  const set = only(theirs, Object.fromEntries(take.map((field) => [field, true])));
  if (set.place) return { ...set, place: narrower(set.place, kept.place) };
  // Whoever kept an address to the area is not shown with it because another record did otherwise.
  const place = kept.place && narrower(kept.place, theirs.place);
  return place && place.shown !== kept.place?.shown ? { ...set, place } : set;
}

/** Writes some fields down, as a change that the history tells. */
export async function setValues(
  tx: Tx,
  ctx: Ctx,
  before: Organisation,
  values: MergeValues,
  how: How,
): Promise<void> {
  const { place, ...fields } = values;
  const named = Object.keys(values);
  if (named.length === 0) return;
  await keepVersion(tx, ctx, before, how);
  if (fields.name !== undefined && fields.name !== before.name) await keepOldName(tx, before);
  await tx
    .updateTable('register.organisation')
    .set({ ...fields, version: before.version + 1, changed_at: ctx.now })
    .where('id', '=', before.id)
    .execute();
  if (place) await keepPlace(tx, ctx, before.id, place);
  await dropSourceFields(tx, before.id, place ? [...named, 'venue', 'address', 'postcode'] : named);
  const about = { organisationId: before.id, reason: how.reason ?? '' };
  await record(tx, ctx, organisationChanged, { organisationId: before.id, fields: named }, about);
}

/** What is at the organisation's own place stays there, although the organisation is another one now. */
async function moveServices(tx: Tx, { goneId, keptId, serviceIds }: Merge) {
  const moved = await tx
    .updateTable('register.service')
    .set({ organisation_id: keptId })
    .where('organisation_id', '=', goneId)
    .where('id', 'in', [...serviceIds, goneId])
    .returning('id')
    .execute();
  const services = moved.map((one) => one.id);
  const { rows: placed } = await sql<{ service: string; location: string }>`
    insert into register.service_location (service_id, location_id)
    select service.id, location.id from register.service
      join register.location on location.organisation_id = ${goneId} and location.main
    where service.id = any(${services}::uuid[])
      and not exists (select from register.service_location as given where given.service_id = service.id)
    returning service_id as service, location_id as location`.execute(tx);
  return { services, placed };
}

async function addAreas(tx: Tx, { goneId, keptId }: Merge): Promise<string[]> {
  const { rows } = await sql<{ area: string }>`
    insert into register.organisation_area (organisation_id, area_id, place)
    select ${keptId}, area_id, 1000 + place from register.organisation_area where organisation_id = ${goneId}
    on conflict do nothing returning area_id as area`.execute(tx);
  return rows.map((row) => row.area);
}

/** An alias always stands for a record, never for another alias. */
async function carryOn(tx: Tx, fromId: string, toId: string): Promise<string[]> {
  const carried = await tx
    .updateTable('register.organisation')
    .set({ merged_into: toId })
    .where('merged_into', '=', fromId)
    .returning('id')
    .execute();
  return carried.map((one) => one.id);
}

function only(values: MergeValues, fields: Readonly<Record<string, unknown>>): MergeValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => field in fields));
}
