import type { Ctx } from '../../../platform/ctx.ts';
import { addDays, dayOf, londonTime } from '../../../platform/dates.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import {
  handoverAnswered,
  handoverOffered,
  leavingBegun,
  leavingCalledOff,
  leavingChanged,
} from '../events.ts';
import { canAnswerHandover, canPlanLeaving } from '../permits.ts';
import { dutiesOf, handover, leaving, openLeavings } from '../queries/leaving.ts';
import { holders } from '../queries/people.ts';
import { fieldOf, mayTake } from '../rules/leaving.ts';
import type { Leaving, Passed, PlanLeaving } from '../words/leaving.ts';
import { finishWhenNothingHolds, lockedLeaving, settleStuck } from './leave.ts';

/** Nobody plans further ahead than this. */
const mostDays = 366;

/** Somebody is going to leave on a day. Returns the leaving, also when it had begun before. */
export async function beginLeaving(
  ctx: Ctx,
  about: { organisationId: string; positionId: string },
  plan: PlanLeaving,
): Promise<string> {
  const { organisationId } = about;
  return ctx.db.transaction(async (tx) => {
    const held = (await holders(tx, organisationId)).find((one) => one.id === about.positionId);
    if (!held) throw new NotFound('position');
    permit(canPlanLeaving(ctx.actor, { organisationId, personId: held.personId }));
    keyForOthers(ctx, held);
    await inTurn(tx, `leaving ${held.id}`);
    const open = (await openLeavings(tx, organisationId)).find((one) => one.personId === held.personId);
    if (open) {
      await changeIn(tx, ctx, open, plan);
      return open.id;
    }
    const id = ctx.newId();
    await tx
      .insertInto('register.leaving')
      .values({
        id,
        organisation_id: organisationId,
        person_id: held.personId,
        leaves_at: lastMoment(plan.on, ctx.now),
        note: plan.note,
        begun_by: ctx.actor.personId ?? held.personId,
        begun_at: ctx.now,
      })
      .execute();
    const payload = { organisationId, leavingId: id, personId: held.personId };
    await record(tx, ctx, leavingBegun, payload, { organisationId });
    await offer(tx, ctx, await leaving(tx, id), plan.takers);
    return id;
  });
}

export async function changeLeaving(ctx: Ctx, leavingId: string, plan: PlanLeaving): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await openLeaving(tx, leavingId);
    permit(canPlanLeaving(ctx.actor, one), { hidden: true });
    keyForOthers(ctx, one);
    await changeIn(tx, ctx, one, plan);
  });
}

async function changeIn(tx: Tx, ctx: Ctx, one: Leaving, plan: PlanLeaving): Promise<void> {
  const leavesAt = lastMoment(plan.on, ctx.now);
  await tx
    .updateTable('register.leaving')
    .set({ leaves_at: leavesAt, note: plan.note, stuck_at: null })
    .where('id', '=', one.id)
    .execute();
  await settleStuck(tx, ctx, one, 'changed');
  const { organisationId } = one;
  await record(tx, ctx, leavingChanged, { organisationId, leavingId: one.id }, { organisationId });
  await offer(tx, ctx, one, plan.takers);
}

export async function callOffLeaving(ctx: Ctx, leavingId: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const one = await openLeaving(tx, leavingId);
    permit(canPlanLeaving(ctx.actor, one), { hidden: true });
    keyForOthers(ctx, one);
    await tx
      .updateTable('register.leaving')
      .set({ called_off_at: ctx.now })
      .where('id', '=', leavingId)
      .execute();
    await takeBackOffers(tx, ctx, leavingId);
    await settleStuck(tx, ctx, one, 'called_off');
    const { organisationId, personId } = one;
    await record(tx, ctx, leavingCalledOff, { organisationId, leavingId, personId }, { organisationId });
    return organisationId;
  });
}

/** Each taker says yes or no to each thing. With a yes it is theirs at once, so both can still talk about it. */
export async function answerHandover(
  ctx: Ctx,
  handoverId: string,
  input: { answer: 'accepted' | 'declined' },
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const given = await handover(tx, handoverId);
    const one = await openLeaving(tx, given.leavingId);
    const { organisationId } = one;
    permit(canAnswerHandover(ctx.actor, { organisationId, takerId: given.takerId }), { hidden: true });
    const answered = await tx
      .updateTable('register.handover')
      .set({ state: input.answer, answered_at: ctx.now })
      .where('id', '=', handoverId)
      .where('state', '=', 'offered')
      .executeTakeFirst();
    if (answered.numUpdatedRows !== 1n) {
      throw new Refused('answered', 'This was answered or taken back in the meantime.');
    }
    if (input.answer === 'accepted') {
      const duty = ctx.house.duties.find((kind) => kind.kind === given.duty);
      await duty?.pass(tx, ctx, {
        id: given.thingId,
        fromPersonId: one.personId,
        toOrganisationId: organisationId,
        toPersonId: given.takerId,
      });
    }
    const payload = { organisationId, leavingId: one.id, handoverId, answer: input.answer };
    await record(tx, ctx, handoverAnswered, payload, { organisationId });
    await finishWhenNothingHolds(tx, ctx, one);
    return one.id;
  });
}

/** Asks each chosen colleague once; who was asked before and is no longer chosen is asked no more. */
async function offer(tx: Tx, ctx: Ctx, one: Leaving, takers: ReadonlyMap<string, string>): Promise<void> {
  const colleagues = (await holders(tx, one.organisationId)).filter((held) => held.personId !== one.personId);
  const asked = new Map<string, number>();
  for (const thing of await dutiesOf(ctx, tx, one)) {
    const taker = takers.get(fieldOf(thing));
    if (taker === undefined || thing.handover?.state === 'accepted') continue;
    if (thing.handover?.state === 'offered' && thing.handover.takerId === taker) continue;
    const roles = colleagues.filter((held) => held.personId === taker).map((held) => held.role);
    if (taker !== '' && (roles.length === 0 || !mayTake(thing.duty, roles))) {
      throw new Invalid({
        [fieldOf(thing)]: 'Choose somebody who works for the organisation or runs its page.',
      });
    }
    await takeBackOffers(tx, ctx, one.id, thing);
    if (taker === '') continue;
    const { duty, thingId, title } = thing;
    await tx
      .insertInto('register.handover')
      .values({
        ...{ id: ctx.newId(), leaving_id: one.id, duty, thing_id: thingId, title },
        ...{ taker_person_id: taker, offered_at: ctx.now },
      })
      .execute();
    asked.set(taker, (asked.get(taker) ?? 0) + 1);
  }
  const { organisationId } = one;
  for (const [personId, things] of asked) {
    const payload = { organisationId, leavingId: one.id, personId, things };
    await record(tx, ctx, handoverOffered, payload, { organisationId });
  }
}

async function takeBackOffers(tx: Tx, ctx: Ctx, leavingId: string, thing?: Passed): Promise<void> {
  await tx
    .updateTable('register.handover')
    .set({ state: 'taken_back', answered_at: ctx.now })
    .where('leaving_id', '=', leavingId)
    .where('state', '=', 'offered')
    .$if(thing !== undefined, (q) =>
      q.where('duty', '=', thing?.duty ?? '').where('thing_id', '=', thing?.thingId ?? ''),
    )
    .execute();
}

/** To send somebody else away is what a thief of a session would do first. */
function keyForOthers(ctx: Ctx, { personId }: { personId: string }): void {
  if (ctx.actor.personId !== personId) wantSecondKey(ctx.actor);
}

async function openLeaving(tx: Tx, id: string): Promise<Leaving> {
  const one = await lockedLeaving(tx, id);
  if (one.endedAt) throw new Refused('ended', 'This person has left already.');
  if (one.calledOffAt) throw new Refused('called_off', 'This was called off.');
  return one;
}

/** Access lasts to the end of the last day. */
function lastMoment(day: string, now: Date): Date {
  if (day < dayOf(now)) throw new Invalid({ on: 'This day is over. Choose today or a later one.' });
  if (day > dayOf(addDays(now, mostDays))) {
    throw new Invalid({ on: 'Choose a day within a year.' });
  }
  return londonTime(dayOf(addDays(londonTime(day, 12), 1)), 0);
}
