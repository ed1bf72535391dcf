import type { Recorded, Subscriber } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { linkFor, withdraw } from '../../privacy/door.ts';
import { basisExpired, basisWithdrawn } from '../../privacy/events.ts';
import { referralStopped } from '../events.ts';
import { canMoveReferrals, canReferFor, canSeeReferral } from '../permits/referral.ts';
import { openOnBasis, referral, referralInTurn } from '../queries/referrals.ts';
import type { Referral, WithdrawReferral } from '../words/referral.ts';
import { addStep, endTurn } from './promising.ts';

/** A worker was told by the person that they no longer want it. */
export async function withdrawReferral(ctx: Ctx, id: string, input: WithdrawReferral): Promise<void> {
  const one = await ctx.db.read((db) => referral(db, id));
  permit(canSeeReferral(ctx.actor, one), { hidden: true });
  if (!one.basisId) throw new NotFound('referral');
  await withdraw(ctx, one.basisId, input.told_how);
}

/** In the transaction in which somebody withdrew: all that stands on it stops, and what was said of them is gone. */
export const stopWhatStandsOnIt: Subscriber = {
  events: [basisWithdrawn.name, basisExpired.name],
  async hear(tx, ctx, event: Recorded) {
    const basisId = String(event.payload.basisId);
    if (event.payload.purpose !== 'referral') return;
    for (const one of await openOnBasis(tx, basisId)) await stop(tx, ctx, one);
    await emptyOnBasis(tx, basisId);
  },
};

async function stop(tx: Tx, ctx: Ctx, one: Referral): Promise<void> {
  await tx
    .updateTable('referrals.referral')
    .set({
      ...{ state: 'withdrawn', version: one.version + 1, closed_at: ctx.now, close_due_at: null },
      ...{ end_reason: 'withdrawn', held_from: null },
    })
    .where('id', '=', one.id)
    .execute();
  await addStep(tx, ctx, { referralId: one.id, what: 'withdrawn' });
  await endTurn(tx, ctx, one.id, 'withdrawn');
  const to = [one.organisationId, one.receiverId];
  await record(tx, ctx, referralStopped, { referralId: one.id, to }, { organisationId: one.organisationId });
}

async function emptyOnBasis(tx: Tx, basisId: string): Promise<void> {
  const ids = tx.selectFrom('referrals.referral').select('id').where('basis_id', '=', basisId);
  await tx.updateTable('referrals.step').set({ said: null }).where('referral_id', 'in', ids).execute();
  await tx
    .updateTable('referrals.referral')
    .set({ need: null, details: null, story: null })
    .where('basis_id', '=', basisId)
    .execute();
}

/** A letter for the person, with a link of their own; an earlier one stops working. */
export async function makeLetter(ctx: Ctx, id: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const one = await referralInTurn(tx, id);
    permit(canReferFor(ctx.actor, one.organisationId), { hidden: true });
    if (!one.basisId) throw new NotFound('referral');
    if (one.state === 'withdrawn')
      throw new Refused('over', 'They have withdrawn. There is nothing left to see.');
    return linkFor(tx, ctx, one.basisId);
  });
}

/** A year after its end the story goes; the dates stay, for as long as the agreement is kept. */
export function forgetStories(ctx: Ctx): Promise<number> {
  permit(canMoveReferrals(ctx.actor));
  const before = daysAgo(ctx, 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = await tx
      .selectFrom('referrals.referral')
      .select('id')
      .where('closed_at', '<', before)
      .where('need', 'is not', null)
      .limit(limit)
      .execute();
    if (due.length === 0) return 0;
    const ids = due.map((one) => one.id);
    await tx.updateTable('referrals.step').set({ said: null }).where('referral_id', 'in', ids).execute();
    await tx
      .updateTable('referrals.referral')
      .set({ need: null, details: null, story: null })
      .where('id', 'in', ids)
      .execute();
    return ids.length;
  });
}
