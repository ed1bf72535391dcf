import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays, dayOf, londonTime } from '../../../../platform/dates.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Db, Tx } from '../../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { organisation } from '../../../register/door.ts';
import { dayHeld, hostNotReady, howItWasSaid, placesOffered, riskChecked } from '../../events/employers.ts';
import { canAskForDay, canEndEmployerDays, canHost } from '../../permits/employers.ts';
import { daysOver, employerDay, offersFor } from '../../queries/employers/days.ts';
import { isGoing } from '../../rules/employers/days.ts';
import type { MakeOffer, SayHowItWas } from '../../words/employers.ts';
import { askHowItWas, endTurn, noteSaid, passTurn } from './turn.ts';

const goneBy = 'This day is over or cancelled, so nothing can be offered for it.';

/** A group says how many it could take and what that costs it. Once for each day; again, it says something else. */
export async function makeOffer(ctx: Ctx, dayId: string, input: MakeOffer): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `employer day ${dayId}`);
    const host = await organisation(tx, input.organisation);
    permit(canHost(ctx.actor, host));
    const day = await employerDay(tx, dayId);
    if (!isGoing(day.state) || day.onDay < dayOf(ctx.now)) throw new Refused('over', goneBy);
    if (host.id === day.organisationId) throw new Refused('own', 'It cannot be its own host.');
    if (host.state !== 'active') throw new Invalid({ organisation: `${host.name} is not public now.` });
    const before = (await offersFor(tx, dayId)).find((one) => one.organisationId === host.id);
    if (before && before.agreedPlaces > 0)
      throw new Refused('agreed', 'The employer has agreed to your places. Ring them if something changes.');
    const id = before?.id ?? ctx.newId();
    const said = { places: input.places, cost_each_pence: input.cost_each, words: input.words };
    await tx
      .insertInto('volunteering.employer_offer')
      .values({
        ...{ id, request_id: dayId, organisation_id: host.id, ...said },
        ...{ made_at: ctx.now, made_by: ctx.actor.personId ?? null },
      })
      .onConflict((same) =>
        same.constraint('a_group_offers_once').doUpdateSet({ ...said, state: 'offered', state_reason: '' }),
      )
      .execute();
    const payload = { dayId, offerId: id, places: input.places };
    await record(tx, ctx, placesOffered, payload, { organisationId: host.id });
    await passTurn(tx, ctx, dayId);
    return id;
  });
}

/** Nobody new to the work goes where the risks were not looked at. */
export async function checkRisk(ctx: Ctx, dayId: string, offerId: string, words: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { one } = await ownOffer(tx, ctx, dayId, offerId);
    await tx
      .updateTable('volunteering.employer_offer')
      .set({
        ...{ risk_words: words, risk_checked_at: ctx.now },
        risk_checked_by: ctx.actor.personId ?? null,
      })
      .where('id', '=', offerId)
      .execute();
    await record(tx, ctx, riskChecked, { dayId, offerId }, { organisationId: one.organisationId });
    await passTurn(tx, ctx, dayId);
  });
}

/** The places are open again, for those on the waiting list; whose turn it is then follows from them. */
export async function sayNotReady(ctx: Ctx, dayId: string, offerId: string, reason: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { day, one } = await ownOffer(tx, ctx, dayId, offerId);
    if (!isGoing(day.state)) throw new Refused('over', goneBy);
    if (!one.isReady) return;
    await tx
      .updateTable('volunteering.employer_offer')
      .set({ state: 'not_ready', state_reason: reason, agreed_places: 0 })
      .where('id', '=', offerId)
      .execute();
    if (one.agreedPlaces > 0) {
      await tx
        .updateTable('volunteering.employer_request')
        .set({ state: 'open', state_since: ctx.now, version: day.version + 1 })
        .where('id', '=', dayId)
        .execute();
    }
    await record(tx, ctx, hostNotReady, { dayId, offerId }, { organisationId: one.organisationId, reason });
    await passTurn(tx, ctx, dayId);
  });
}

async function ownOffer(tx: Tx, ctx: Ctx, dayId: string, offerId: string) {
  await inTurn(tx, `employer day ${dayId}`);
  const day = await employerDay(tx, dayId);
  const one = (await offersFor(tx, dayId)).find(({ id }) => id === offerId);
  if (!one) throw new NotFound('offer');
  permit(canHost(ctx.actor, { id: one.organisationId, homeCentreId: one.homeCentreId }), { hidden: true });
  return { day, one };
}

/** Useful or not, from both sides of each place that was taken. */
export async function sayHowItWas(
  ctx: Ctx,
  about: { dayId: string; offerId: string; side: 'employer' | 'host' },
  input: SayHowItWas,
): Promise<void> {
  const { dayId, offerId, side } = about;
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `employer day ${dayId}`);
    const day = await employerDay(tx, dayId);
    const one = (await offersFor(tx, dayId)).find(
      ({ id, agreedPlaces }) => id === offerId && agreedPlaces > 0,
    );
    if (!one) throw new NotFound('offer');
    const may =
      side === 'employer'
        ? canAskForDay(ctx.actor, await organisation(tx, day.organisationId))
        : canHost(ctx.actor, { id: one.organisationId, homeCentreId: one.homeCentreId });
    permit(may, { hidden: true });
    if (day.state !== 'held') throw new Refused('not_held', 'That can be said once the day was there.');
    const said =
      side === 'employer'
        ? { employer_useful: input.useful, employer_words: input.words }
        : { host_useful: input.useful, host_words: input.words };
    await tx.updateTable('volunteering.employer_offer').set(said).where('id', '=', offerId).execute();
    const organisationId = side === 'employer' ? day.organisationId : one.organisationId;
    await record(tx, ctx, howItWasSaid, { ...about, useful: input.useful }, { organisationId });
    if (await noteSaid(tx, ctx, dayId)) await moveTo(tx, ctx, dayId, 'closed');
  });
}

/** A day that was there is over in the night after it. */
function overAt(onDay: string): Date {
  return londonTime(dayOf(addDays(new Date(`${onDay}T12:00:00Z`), 1)), 0);
}

export async function nextDayOver(db: Db, until: Date): Promise<Date | undefined> {
  const [first] = await daysOver(db, 1);
  const at = first && overAt(first.onDay);
  return at && at <= until ? at : undefined;
}

/** Where places were agreed to it took place, and both sides are asked; where none were it is over. */
export async function endDays(ctx: Ctx): Promise<number> {
  permit(canEndEmployerDays(ctx.actor));
  const over = (await daysOver(ctx.db.open, 200)).filter(({ onDay }) => overAt(onDay) <= ctx.now);
  for (const { id } of over) {
    await ctx.db.transaction(async (tx) => {
      await inTurn(tx, `employer day ${id}`);
      const day = await employerDay(tx, id);
      if (!isGoing(day.state)) return;
      const taken = (await offersFor(tx, id)).filter((one) => one.agreedPlaces > 0);
      await moveTo(tx, ctx, id, taken.length > 0 ? 'held' : 'closed');
      if (taken.length === 0) return endTurn(tx, ctx, id, 'nobody offered');
      await record(tx, ctx, dayHeld, { dayId: id }, { organisationId: day.organisationId });
      await askHowItWas(tx, ctx, day, taken);
    });
  }
  return over.length;
}

async function moveTo(tx: Tx, ctx: Ctx, dayId: string, state: 'held' | 'closed'): Promise<void> {
  await tx
    .updateTable('volunteering.employer_request')
    .set({ state, state_since: ctx.now })
    .where('id', '=', dayId)
    .execute();
}
