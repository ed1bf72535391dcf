import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid } from '../../../platform/errors.ts';
import { areaByCodeOptional, findPlace, readPostcode } from '../../areas/door.ts';
import type { Shown } from '../words/records.ts';

export interface TypedPlace {
  venue: string;
  address: string;
  postcode: string;
  shown: Shown;
}

/** Writes down where an organisation is, with its point and its borough worked out now. Without a postcode: nowhere. */
export async function keepPlace(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  typed: TypedPlace,
): Promise<string | undefined> {
  const read = readPostcode(typed.postcode);
  if (read.kind === 'wrong') throw new Invalid({ postcode: read.problem });
  await tx
    .deleteFrom('register.location')
    .where('organisation_id', '=', organisationId)
    .where('main', '=', true)
    .execute();
  if (read.kind === 'none') return undefined;

  const answer = await findPlace(tx, typed.postcode);
  if ('problem' in answer) throw new Invalid({ postcode: answer.problem });
  const { lat, lon, plane, areaCode } = answer.place;
  const area = areaCode ? await areaByCodeOptional(tx, areaCode) : undefined;
  const id = ctx.newId();
  await tx
    .insertInto('register.location')
    .values({
      id,
      organisation_id: organisationId,
      venue: typed.venue,
      address: typed.address,
      postcode: read.kind === 'whole' ? read.postcode : read.outcode,
      shown: typed.shown,
      lat,
      lon,
      plane: sql`point(${plane.x}, ${plane.y})`,
      area_id: area?.id ?? null,
      main: true,
    })
    .execute();
  return id;
}

export interface TypedSchedule {
  days: readonly string[];
  opens: string | null;
  closes: string | null;
  note: string;
}

/** The form of a service knows its first time only; the others stay as they are. */
export async function keepFirstSchedule(
  tx: Tx,
  ctx: Ctx,
  serviceId: string,
  typed: TypedSchedule,
): Promise<void> {
  const [first, ...others] = await tx
    .selectFrom('register.schedule')
    .select('id')
    .where('service_id', '=', serviceId)
    .orderBy('opens')
    .orderBy('id')
    .execute();
  if (!first || others.length === 0) return keepSchedule(tx, ctx, serviceId, typed);
  if (typed.days.length === 0 && typed.note === '') {
    await tx.deleteFrom('register.schedule').where('id', '=', first.id).execute();
    return;
  }
  const { days, opens, closes, note } = typed;
  await tx
    .updateTable('register.schedule')
    .set({ days: [...days], opens, closes, note })
    .where('id', '=', first.id)
    .execute();
}

/** Writes down when a service is open. No days and no note: it does not say. */
export async function keepSchedule(tx: Tx, ctx: Ctx, serviceId: string, typed: TypedSchedule): Promise<void> {
  await tx.deleteFrom('register.schedule').where('service_id', '=', serviceId).execute();
  if (typed.days.length === 0 && typed.note === '') return;
  const { days, opens, closes, note } = typed;
  await tx
    .insertInto('register.schedule')
    .values({ id: ctx.newId(), service_id: serviceId, days: [...days], opens, closes, note })
    .execute();
}
