import { sql } from 'kysely';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, Stale } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../../platform/retain.ts';
import { areaByCodeOptional, findPlace, readPostcode } from '../../../areas/door.ts';
import { wishesForgotten, wishesKept } from '../../events/matching.ts';
import { canMatchAtNight, canSayWishes } from '../../permits/matching.ts';
import { volunteerOptional } from '../../queries/matching/volunteer.ts';
import { ageOn, roundedPoint } from '../../rules/matching/wanted.ts';
import { wishesAsForm } from '../../rules/matching/wishes-form.ts';
import type { Volunteer, WriteWishes } from '../../words/matching.ts';

/** What somebody would like to do, as they last said it. */
export async function keepWishes(ctx: Ctx, input: WriteWishes): Promise<void> {
  permit(canSayWishes(ctx.actor));
  const { personId = '' } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `wishes of ${personId}`);
    const before = await volunteerOptional(tx, personId);
    if ((before?.version ?? 0) !== input.version)
      throw new Stale(before ? { ...wishesAsForm(before), version: before.version } : { version: 0 });
    const columns = {
      ...{ causes: [...input.causes], skills: [...input.skills], times: [...input.times] },
      ...{ needs: [...input.needs], miles: input.miles, from_home: input.from_home },
      ...{ times_matter: input.times_matter, near_matters: input.near_matters },
      ...{ skills_matter: input.skills_matter, cause_matters: input.cause_matters },
      ...(await placeColumns(tx, before, input.place)),
      ...ageColumns(input, dayOf(ctx.now)),
      ...{ changed_at: ctx.now, version: input.version + 1 },
    };
    await tx
      .insertInto('volunteering.volunteer')
      .values({ person_id: personId, made_at: ctx.now, ...columns })
      .onConflict((same) => same.column('person_id').doUpdateSet(columns))
      .execute();
    await record(tx, ctx, wishesKept, { first: before === undefined });
  });
}

/** The place as it was kept before stays as it was; of a new one no more is kept than its rounded point. */
async function placeColumns(tx: Tx, before: Volunteer | undefined, typed: string) {
  if (typed === '') return { place_name: '', plane: null, area_id: null };
  if (before?.at && typed === before.placeName) return {};
  const answer = await findPlace(tx, typed);
  if ('problem' in answer) throw new Invalid({ place: answer.problem });
  const { place } = answer;
  const read = readPostcode(typed);
  const named = read.kind === 'whole' || read.kind === 'outcode' ? read.outcode : place.label;
  if (/^[-\d.,\s]+$/.test(typed)) throw new Invalid({ place: 'Write a postcode, or the name of a place.' });
  const area = place.areaCode ? await areaByCodeOptional(tx, place.areaCode) : undefined;
  const { x, y } = roundedPoint(place.plane);
  const plane = sql<{ x: number; y: number }>`point(${x}, ${y})`;
  return { place_name: named, plane, area_id: area?.id ?? null };
}

/** Only whoever is under 18 has to say when they were born, and only until they are 18. */
function ageColumns({ adult, born_on }: WriteWishes, today: string) {
  if (adult) return { adult: true, born_on: null };
  if (born_on === null)
    throw new Invalid({ born_on: 'Say when you were born, so that we show you what is open at your age.' });
  const age = ageOn(born_on, today);
  if (born_on > today || age < 5)
    throw new Invalid({ born_on: 'Look at the year again. It is your birthday.' });
  return age >= 18 ? { adult: true, born_on: null } : { adult: false, born_on };
}

/** All of it, with what was found for them. */
export async function forgetWishes(ctx: Ctx): Promise<void> {
  permit(canSayWishes(ctx.actor));
  const { personId = '' } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const gone = await dropWishes(tx, personId);
    if (gone) await record(tx, ctx, wishesForgotten, {});
  });
}

/** With the account goes what they would have liked to do. */
export async function leaveWishes(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  permit(ctx.actor.personId === personId);
  await dropWishes(tx, personId);
  await tx.deleteFrom('volunteering.drive_entry').where('person_id', '=', personId).execute();
}

async function dropWishes(tx: Tx, personId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('volunteering.volunteer')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Nobody knows what they would like after two years. */
export function forgetOldWishes(ctx: Ctx): Promise<number> {
  permit(canMatchAtNight(ctx.actor));
  const before = daysAgo(ctx, 730);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('volunteering.volunteer')
      .select('person_id')
      .where('changed_at', '<', before)
      .limit(limit);
    const gone = await tx
      .deleteFrom('volunteering.volunteer')
      .where('person_id', 'in', due)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** From the day somebody is 18 their birthday is needed no more. */
export async function forgetBirthdays(ctx: Ctx): Promise<number> {
  permit(canMatchAtNight(ctx.actor));
  const today = dayOf(ctx.now);
  const latest = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
  return ctx.db.transaction(async (tx) => {
    const grown = await sql`update volunteering.volunteer set adult = true, born_on = null
      where born_on <= ${latest.replace('-02-29', '-03-01')}::date`.execute(tx);
    return Number(grown.numAffectedRows ?? 0n);
  });
}
