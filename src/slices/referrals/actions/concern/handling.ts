import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { NotFound, Refused, Stale } from '../../../../platform/errors.ts';
import { hasPositionAt, permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { endLoop } from '../../../loops/door.ts';
import { holdBasis } from '../../../privacy/door.ts';
import { concernNoted, referralMoved } from '../../events.ts';
import { canSeeConcern } from '../../permits/concern.ts';
import { concern, concernInTurn, concernSteps, sealedConcern } from '../../queries/concern/concerns.ts';
import { leadsOfActor } from '../../queries/concern/leads.ts';
import { heldFromOptional, referral, referralInTurn } from '../../queries/referrals.ts';
import { whyNotHold } from '../../rules/referral.ts';
import type { CloseConcern, Concern, ConcernStep, HoldReferral, NoteConcern } from '../../words/concern.ts';
import type { Referral } from '../../words/referral.ts';
import { addStep, endTurn, passTurn } from '../promising.ts';
import { unsealed } from '../sealing.ts';
import { addConcernStep } from './raising.ts';

export interface ReadConcern {
  readonly one: Concern;
  readonly facts: string;
  readonly contact: string;
  readonly steps: readonly ConcernStep[];
  /** Its referral, where the lead's organisation is one of its sides. */
  readonly referral: Referral | undefined;
}

/** Reads it, and writes down that this lead looked; what cannot be written down is not shown. */
export function readConcern(ctx: Ctx, id: string): Promise<ReadConcern> {
  return ctx.db.transaction(async (tx) => {
    const one = await ledBy(tx, ctx, await concern(tx, id));
    await addConcernStep(tx, ctx, { concernId: id, what: 'looked' });
    const lies = await sealedConcern(tx, id);
    const steps = (await concernSteps(tx, id)).map((row) => ({
      ...{ what: row.what, at: row.at, personId: row.person_id },
      said: unsealed(ctx, row.id, 'said', row.said),
    }));
    return {
      ...{ one, steps, referral: await ownReferralOptional(tx, ctx, one) },
      facts: unsealed(ctx, id, 'facts', lies.facts),
      contact: unsealed(ctx, id, 'contact', lies.contact),
    };
  });
}

export async function noteConcern(ctx: Ctx, id: string, input: NoteConcern): Promise<void> {
  await changing(ctx, id, input.version, async (tx) => {
    await addConcernStep(tx, ctx, { concernId: id, what: input.what, said: input.said });
    return input.what;
  });
}

/** Nothing is closed while its referral is on hold: somebody would wait for nobody. */
export async function closeConcern(ctx: Ctx, id: string, input: CloseConcern): Promise<void> {
  await changing(ctx, id, input.version, async (tx, one) => {
    const held = await ownReferralOptional(tx, ctx, one);
    if (held?.state === 'on_hold') {
      throw new Refused('on_hold', 'Its referral is on hold. Let it go on first, then close this.');
    }
    await tx
      .updateTable('referrals.concern')
      .set({ state: 'closed', closed_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await addConcernStep(tx, ctx, { concernId: id, what: 'closed', said: input.said });
    await endLoop(tx, ctx, { kind: 'concern', thingId: id, endReason: 'closed' });
    return 'closed';
  });
}

/** Nobody goes on with the referral until the lead lets it go on; then it stands where it stood (model D3, 6). */
export async function holdReferral(ctx: Ctx, id: string, input: HoldReferral): Promise<void> {
  await changing(ctx, id, input.version, async (tx, one) => {
    const before = await ownReferralOptional(tx, ctx, one);
    if (!before?.basisId) throw new NotFound('referral');
    await holdBasis(tx, before.basisId);
    const held = await referralInTurn(tx, before.id);
    const why = whyNotHold(input.what, held.state);
    if (why) throw new Refused('not_now', why);
    const state = input.what === 'hold' ? 'on_hold' : await heldFromOptional(tx, held.id);
    if (!state) throw new NotFound('referral');
    await tx
      .updateTable('referrals.referral')
      .set({ state, version: held.version + 1, held_from: input.what === 'hold' ? held.state : null })
      .where('id', '=', held.id)
      .execute();
    const organisationId = one.organisationId;
    await addStep(tx, ctx, { referralId: held.id, what: input.what, organisationId });
    if (input.what === 'hold') await endTurn(tx, ctx, held.id, state);
    else await passTurn(tx, ctx, held, { state });
    const to = organisationId === held.organisationId ? held.receiverId : held.organisationId;
    const payload = { referralId: held.id, move: input.what, state, to };
    await record(tx, ctx, referralMoved, payload, { organisationId });
    await addConcernStep(tx, ctx, { concernId: id, what: input.what });
    return input.what;
  });
}

/** Of two leads who write at once one comes second, and sees what the other wrote. */
async function changing(
  ctx: Ctx,
  id: string,
  version: number,
  work: (tx: Tx, one: Concern) => Promise<string>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await ledBy(tx, ctx, await concernInTurn(tx, id));
    if (one.state === 'closed') throw new Refused('closed', 'This concern is closed. Raise a new one.');
    if (one.version !== version) throw new Stale({ version: one.version });
    const what = await work(tx, one);
    await tx
      .updateTable('referrals.concern')
      .set({ version: one.version + 1 })
      .where('id', '=', id)
      .execute();
    await record(tx, ctx, concernNoted, { concernId: id, what }, { organisationId: one.organisationId });
  });
}

/** Stops whoever is no lead of it; to them it is not there. */
async function ledBy(tx: Tx, ctx: Ctx, one: Concern): Promise<Concern> {
  permit(canSeeConcern(ctx.actor, one.organisationId, await leadsOfActor(tx)), { hidden: true });
  return one;
}

async function ownReferralOptional(tx: Tx, ctx: Ctx, one: Concern): Promise<Referral | undefined> {
  if (one.referralId === null) return undefined;
  try {
    const found = await referral(tx, one.referralId);
    const sides = [found.organisationId, found.receiverId];
    return sides.includes(one.organisationId) && hasPositionAt(ctx.actor, one.organisationId)
      ? found
      : undefined;
  } catch (problem) {
    if (problem instanceof NotFound) return undefined;
    throw problem;
  }
}
