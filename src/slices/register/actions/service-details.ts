import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { areaByCode, findPlace, readPostcode } from '../../areas/door.ts';
import { serviceChanged } from '../events.ts';
import { canChangeRecord } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { service } from '../queries/services.ts';
import type { TypedSchedule } from './place.ts';

/** What the short form of a service does not ask: several times, a hall of its own, the boroughs it comes to. */
export interface ServiceDetails {
  schedules?: readonly TypedSchedule[];
  place?: { venue: string; address: string; postcode: string };
  areaCodes?: readonly string[];
  languages?: readonly string[];
  access?: readonly string[];
}

export async function describeService(ctx: Ctx, serviceId: string, details: ServiceDetails): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { organisationId } = await service(tx, serviceId);
    permit(canChangeRecord(ctx.actor, await organisation(tx, organisationId)));

    const { schedules, place, areaCodes, languages, access } = details;
    if (schedules) await keepSchedules(tx, ctx, serviceId, schedules);
    if (place) await keepOwnPlace(tx, ctx, { serviceId, organisationId }, place);
    if (areaCodes) await keepAreas(tx, serviceId, areaCodes);
    await tx
      .updateTable('register.service')
      .set({
        ...(languages ? { languages: [...languages] } : {}),
        ...(access ? { access: [...access] } : {}),
        changed_at: ctx.now,
      })
      .where('id', '=', serviceId)
      .execute();
    const payload = { organisationId, serviceId, fields: Object.keys(details) };
    await record(tx, ctx, serviceChanged, payload, { organisationId });
  });
}

async function keepSchedules(
  tx: Tx,
  ctx: Ctx,
  serviceId: string,
  schedules: readonly TypedSchedule[],
): Promise<void> {
  await tx.deleteFrom('register.schedule').where('service_id', '=', serviceId).execute();
  if (schedules.length === 0) return;
  const rows = schedules.map(({ days, ...when }) => ({
    id: ctx.newId(),
    service_id: serviceId,
    days: [...days],
    ...when,
  }));
  await tx.insertInto('register.schedule').values(rows).execute();
}

async function keepOwnPlace(
  tx: Tx,
  ctx: Ctx,
  of: { serviceId: string; organisationId: string },
  typed: { venue: string; address: string; postcode: string },
): Promise<void> {
  const read = readPostcode(typed.postcode);
  const answer = await findPlace(tx, typed.postcode);
  if ('problem' in answer) throw new Invalid({ postcode: answer.problem });
  const { lat, lon, plane, areaCode } = answer.place;
  const id = ctx.newId();
  await tx
    .insertInto('register.location')
    .values({
      id,
      organisation_id: of.organisationId,
      venue: typed.venue,
      address: typed.address,
      postcode: read.kind === 'whole' ? read.postcode : typed.postcode,
      lat,
      lon,
      plane: sql`point(${plane.x}, ${plane.y})`,
      area_id: areaCode ? (await areaByCode(tx, areaCode)).id : null,
    })
    .execute();
  await tx.deleteFrom('register.service_location').where('service_id', '=', of.serviceId).execute();
  await tx
    .insertInto('register.service_location')
    .values({ service_id: of.serviceId, location_id: id })
    .execute();
}

async function keepAreas(tx: Tx, serviceId: string, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('register.service_area').where('service_id', '=', serviceId).execute();
  for (const code of codes) {
    const area = await areaByCode(tx, code);
    await tx
      .insertInto('register.service_area')
      .values({ service_id: serviceId, area_id: area.id })
      .execute();
  }
}
