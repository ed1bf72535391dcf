import type { Recorded, Subscriber } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { permit } from '../../../../platform/permit.ts';
import { withdraw } from '../../../privacy/door.ts';
import { basisExpired, basisWithdrawn } from '../../../privacy/events.ts';
import { canEnquire } from '../../permits/brokerage.ts';
import { enquiryInTurn } from '../../queries/brokerage/enquiries.ts';
import {
  enquiriesOnAdvice,
  newestIntroductionOptional,
  onBasis,
} from '../../queries/brokerage/introductions.ts';
import { isOver, isWithCentre } from '../../rules/brokerage/lifecycle.ts';
import type { StopOwn } from '../../words/brokerage/forms.ts';
import { closePlacement } from './answering.ts';
import { go } from './going.ts';
import { mustBeOwn } from './introducing.ts';

/**
 * The person stops it, in one press. What a group holds on their word is withdrawn with it: the group is told today and
 * has to say that it is gone. A reason can be kept from everybody; then it is written down nowhere.
 */
export async function stopOwn(ctx: Ctx, id: string, input: StopOwn): Promise<void> {
  permit(canEnquire(ctx.actor));
  const reason = input.keep_private || input.reason === '' ? 'private' : input.reason;
  const basisId = await ctx.db.transaction(async (tx) => {
    const own = await mustBeOwn(tx, ctx, id);
    const sent = await newestIntroductionOptional(tx, id);
    // Where something is with a group, the agreement is locked first, and by the withdrawal itself.
    if (sent && sent.endedAt === null && own.state !== 'started') return sent.basisId;
    const one = await enquiryInTurn(tx, id);
    if (one.state === 'started') {
      await go(tx, ctx, one, 'ended', { side: 'person', reason });
      await closePlacement(tx, ctx, id, reason);
      return undefined;
    }
    await go(tx, ctx, one, 'stopped', { side: 'person', reason });
    return undefined;
  });
  if (basisId === undefined) return;
  await withdraw(ctx, basisId);
  await ctx.db.transaction(async (tx) => {
    await tx
      .updateTable('volunteering.enquiry')
      .set({ stop_reason: reason })
      .where('id', '=', id)
      .where('state', '=', 'withdrawn')
      .execute();
  });
}

/** In the transaction in which somebody withdrew: the link is dead, and nothing but dates is left of it. */
export const stopWhatStandsOnConsent: Subscriber = {
  events: [basisWithdrawn.name, basisExpired.name],
  async hear(tx, ctx, event: Recorded) {
    const basisId = String(event.payload.basisId);
    if (event.payload.purpose === 'introduction') await stopIntroductions(tx, ctx, basisId);
    if (event.payload.purpose === 'advice') await stopAdvice(tx, ctx, basisId);
  },
};

async function stopIntroductions(tx: Tx, ctx: Ctx, basisId: string): Promise<void> {
  for (const sent of await onBasis(tx, basisId)) {
    const one = await enquiryInTurn(tx, sent.enquiryId);
    if (sent.endedAt === null && !isOver(one.state)) {
      await go(tx, ctx, one, 'withdrawn', { side: 'person', reason: 'withdrawn' });
      if (one.state === 'started') await closePlacement(tx, ctx, one.id, 'private');
    }
    await tx
      .updateTable('volunteering.introduction')
      .set({ name: '', email: '', phone: '', times: '' })
      .where('id', '=', sent.id)
      .execute();
  }
}

async function stopAdvice(tx: Tx, ctx: Ctx, basisId: string): Promise<void> {
  for (const id of await enquiriesOnAdvice(tx, basisId)) {
    const one = await enquiryInTurn(tx, id);
    if (isWithCentre(one.state)) await go(tx, ctx, one, 'withdrawn', { side: 'person', reason: 'withdrawn' });
    await tx
      .updateTable('volunteering.enquiry_step')
      .set({ said: '' })
      .where('enquiry_id', '=', id)
      .execute();
    // What the centre itself wrote down of somebody without an account is nobody else’s.
    if (one.personId === null) {
      await tx
        .updateTable('volunteering.asker')
        .set({ name: '', email: '', phone: '', times: '', wishes: '', born_on: null })
        .where('enquiry_id', '=', id)
        .execute();
    }
    await tx.updateTable('volunteering.enquiry').set({ centre_sees: false }).where('id', '=', id).execute();
  }
}
