import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../../platform/errors.ts';
import { isPerson, permit, wantSecondKey } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { noteLook } from '../../../privacy/door.ts';
import { readingAsked, readingOpened } from '../../events.ts';
import { openForHours } from '../../lists/concern.ts';
import { canAskToRead, canConfirmReading } from '../../permits/concern.ts';
import { concern, lastOpeningOptional, opening, openingInTurn } from '../../queries/concern/concerns.ts';
import { leadsOfActor } from '../../queries/concern/leads.ts';
import { helpRequest, sealedHelp } from '../../queries/help/requests.ts';
import { partiesOf } from '../../queries/parties.ts';
import { referral, sealedOf } from '../../queries/referrals.ts';
import type { AskToRead, Concern, Opening } from '../../words/concern.ts';
import { fieldsFrom, sealed, unsealed } from '../sealing.ts';
import { addConcernStep } from './raising.ts';

/** A lead has to read what is closed to the lead: with a reason, and not alone (model D4). */
export async function askToRead(ctx: Ctx, concernId: string, input: AskToRead): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const one = await concern(tx, concernId);
    permit(canAskToRead(ctx.actor, one.organisationId, await leadsOfActor(tx)), { hidden: true });
    if (!isPerson(ctx.actor)) throw new NotFound('concern');
    if (!one.referralId && !one.helpRequestId) {
      throw new Refused(
        'nothing',
        'This concern is about no referral and no request, so there is nothing to read.',
      );
    }
    const last = await lastOpeningOptional(tx, concernId);
    if (last && last.untilAt === null) return last.id;
    const [id, organisationId] = [ctx.newId(), one.organisationId];
    const reason = sealed(ctx, id, 'reason', input.reason);
    if (!reason) throw new NotFound('reason');
    await tx
      .insertInto('referrals.opening')
      .values({
        ...{ id, concern_id: concernId, organisation_id: organisationId, reason, asked_at: ctx.now },
        asked_by_person_id: ctx.actor.personId,
      })
      .execute();
    await addConcernStep(tx, ctx, { concernId, what: 'asked_to_read', said: input.reason });
    await record(tx, ctx, readingAsked, { concernId, openingId: id }, { organisationId });
    return id;
  });
}

/** What the second person reads before saying yes: the reason, and nothing of the concern. */
export function readOpening(ctx: Ctx, id: string): Promise<{ one: Opening; reason: string }> {
  return ctx.db.read(async (db) => {
    const one = await opening(db, id);
    permit(canConfirmReading(ctx.actor, one), { hidden: true });
    return { one, reason: unsealed(ctx, id, 'reason', one.reason) };
  });
}

/** The second person says yes. It is over an hour later by the machine's clock, which nobody can move on. */
export async function confirmReading(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await openingInTurn(tx, id);
    permit(canConfirmReading(ctx.actor, one), { hidden: true });
    wantSecondKey(ctx.actor);
    if (!isPerson(ctx.actor)) throw new NotFound('page');
    if (one.untilAt) throw new Refused('confirmed', 'Somebody has said yes to this already.');
    const until = new Date(ctx.machineNow.getTime() + openForHours * 3_600_000);
    await tx
      .updateTable('referrals.opening')
      .set({ confirmed_by_person_id: ctx.actor.personId, confirmed_at: ctx.now, until_at: until })
      .where('id', '=', id)
      .execute();
    await addConcernStep(tx, ctx, { concernId: one.concernId, what: 'may_read' });
    const sides = await partiesOf(tx, one.concernId);
    const payload = {
      concernId: one.concernId,
      openingId: id,
      to: [...new Set([one.organisationId, ...sides])],
    };
    await record(tx, ctx, readingOpened, payload, { organisationId: one.organisationId });
  });
}

export interface OpenedForConcern {
  readonly one: Concern;
  readonly until: Date;
  readonly need: string;
  readonly story: string;
  readonly details: ReadonlyMap<string, string>;
}

/** Within the hour: what the person said, and a look that stands on their own list like every other. */
export function readForConcern(ctx: Ctx, concernId: string): Promise<OpenedForConcern> {
  return ctx.db.transaction(async (tx) => {
    const one = await concern(tx, concernId);
    permit(canAskToRead(ctx.actor, one.organisationId, await leadsOfActor(tx)), { hidden: true });
    const last = await lastOpeningOptional(tx, concernId);
    const until = last?.askedByPersonId === ctx.actor.personId ? last?.untilAt : null;
    if (!until || until <= ctx.machineNow) {
      throw new Refused('not_open', 'The hour is over, or nobody has said yes. Ask again with a reason.');
    }
    const read = await contentOf(tx, ctx, one);
    await addConcernStep(tx, ctx, { concernId, what: 'read' });
    return { one, until, ...read };
  });
}

async function contentOf(tx: Tx, ctx: Ctx, { referralId, helpRequestId, organisationId }: Concern) {
  if (referralId) {
    const { basisId } = await referral(tx, referralId);
    const lies = await sealedOf(tx, referralId);
    if (basisId) await noteLook(tx, ctx, { basisId, thingId: referralId, what: 'details', organisationId });
    return {
      need: unsealed(ctx, referralId, 'need', lies.need),
      story: unsealed(ctx, referralId, 'story', lies.story),
      details: fieldsFrom(unsealed(ctx, referralId, 'details', lies.details)) ?? new Map(),
    };
  }
  if (!helpRequestId) throw new NotFound('request');
  const { basisId } = await helpRequest(tx, helpRequestId);
  const lies = await sealedHelp(tx, helpRequestId);
  await noteLook(tx, ctx, { basisId, thingId: helpRequestId, what: 'details', organisationId });
  return {
    need: '',
    story: unsealed(ctx, helpRequestId, 'story', lies.story),
    details: fieldsFrom(unsealed(ctx, helpRequestId, 'details', lies.details)) ?? new Map(),
  };
}
