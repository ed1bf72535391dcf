import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused, Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { holdBasis, wantLive } from '../../privacy/door.ts';
import { referralMoved } from '../events.ts';
import { canAnswerReferral, canMoveReferrals, canReferFor } from '../permits/referral.ts';
import { referral, referralInTurn } from '../queries/referrals.ts';
import { closesAfterDays, type Move, sideOf, stateAfter, whyNot } from '../rules/referral.ts';
import type { Referral } from '../words/referral.ts';
import { addStep, passTurn } from './promising.ts';

interface Said {
  /** Left out where the form shows nothing that somebody else could have changed. */
  version?: number;
  said?: string;
  reason?: string;
  waitUntil?: string;
  toHub?: boolean;
}

/** One move of a referral, by the side whose turn it is: who may, whether it can be, what follows, who is told. */
export async function move(tx: Tx, ctx: Ctx, id: string, what: Move, said: Said = {}): Promise<Referral> {
  const before = await referral(tx, id);
  const side = sideOf(what);
  if (side === 'receiver') permit(canAnswerReferral(ctx.actor, before.receiverId), { hidden: true });
  if (side === 'sender') permit(canReferFor(ctx.actor, before.organisationId), { hidden: true });
  if (side === 'system') permit(canMoveReferrals(ctx.actor));
  // The agreement first, then what stands on it, as a withdrawal does: so neither waits for the other in a ring.
  if (before.basisId) {
    if (side === 'receiver') await wantLive(tx, ctx, before.basisId, before.receiverId);
    else await holdBasis(tx, before.basisId);
  }
  const one = await referralInTurn(tx, id);
  if (said.version !== undefined && said.version !== one.version) {
    throw new Stale({ state: one.state, version: one.version });
  }
  const why = whyNot(what, one);
  if (why) throw new Refused('not_now', why);
  return write(tx, ctx, one, what, said);
}

async function write(tx: Tx, ctx: Ctx, one: Referral, what: Move, said: Said): Promise<Referral> {
  const state = stateAfter(what);
  const waitUntil = what === 'wait' ? (said.waitUntil ?? null) : one.waitUntil;
  await tx
    .updateTable('referrals.referral')
    .set({
      ...{ state, version: one.version + 1, wait_until: waitUntil, ...timesOf(ctx, what, state) },
      ...(what === 'tried' && { tries: one.tries + 1 }),
      ...(['ended', 'declined', 'could_not_reach'].includes(state) && { end_reason: said.reason ?? state }),
    })
    .where('id', '=', one.id)
    .execute();
  const byWhom = sideOf(what) === 'sender' ? one.organisationId : one.receiverId;
  await addStep(tx, ctx, {
    ...{ referralId: one.id, what, organisationId: byWhom },
    ...(said.said && { said: said.said }),
    ...(said.reason && { reason: said.reason }),
    ...(waitUntil !== null && what === 'wait' && { onDay: waitUntil }),
  });
  const moved = { ...one, state, waitUntil };
  await passTurn(tx, ctx, moved, { state, ...(said.toHub && { toHub: true }) });
  const payload = { referralId: one.id, move: what, state, to: toldAbout(one, what) };
  await record(tx, ctx, referralMoved, payload, { organisationId: byWhom });
  return moved;
}

function timesOf(ctx: Ctx, what: Move, state: string) {
  return {
    ...(what === 'open' && { opened_at: ctx.now }),
    ...(['accept', 'wait', 'decline', 'ask'].includes(what) && { answered_at: ctx.now }),
    ...(what === 'started' && { started_at: ctx.now }),
    ...(state === 'ended' && { ended_at: ctx.now, close_due_at: addDays(ctx.now, closesAfterDays) }),
    ...(['declined', 'could_not_reach'].includes(state) && { ended_at: ctx.now }),
    ...(state === 'closed' && { closed_at: ctx.now, close_due_at: null }),
  };
}

/** The organisation that is told: the other side of whoever moved. */
function toldAbout(one: Referral, what: Move): string {
  return sideOf(what) === 'sender' ? one.receiverId : one.organisationId;
}
