import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { permit } from '../../../../platform/permit.ts';
import { noteLook } from '../../../privacy/door.ts';
import { canAnswerIntroduction, canKeepEnquiries, canReadAsker } from '../../permits/brokerage.ts';
import { askerOptional, enquiry, isYoungOn } from '../../queries/brokerage/enquiries.ts';
import {
  introduction,
  newestIntroductionOptional,
  permissionOptional,
  placementOptional,
  stepsOf,
  stepsOfIntroduction,
} from '../../queries/brokerage/introductions.ts';
import type {
  Asker,
  Enquiry,
  EnquiryStep,
  Introduction,
  Permission,
  Placement,
} from '../../words/brokerage/enquiry.ts';

/** An enquiry as far as the centre may know it. */
export interface ReadEnquiry {
  readonly one: Enquiry;
  readonly steps: readonly EnquiryStep[];
  /** Undefined where the person did not agree to that, or not any more. */
  readonly asker: Asker | undefined;
  readonly receiverId: string | undefined;
  readonly permission: Permission | undefined;
  readonly placement: Placement | undefined;
}

/** The centre reads it, and that it looked is noted; what cannot be noted is not shown. */
export function readEnquiry(ctx: Ctx, id: string): Promise<ReadEnquiry> {
  return ctx.db.transaction(async (tx) => {
    const one = await enquiry(tx, id);
    permit(canKeepEnquiries(ctx.actor, one.centreId), { hidden: true });
    const asker = canReadAsker(ctx.actor, one) ? await askerOptional(tx, id) : undefined;
    if (asker && one.adviceBasisId) {
      const look = { basisId: one.adviceBasisId, thingId: id, what: 'details' as const };
      await noteLook(tx, ctx, { ...look, organisationId: one.centreId });
    }
    return {
      ...{ one, asker, steps: await stepsOf(tx, id) },
      receiverId: (await newestIntroductionOptional(tx, id))?.receiverId,
      permission: await permissionOptional(tx, id),
      placement: await placementOptional(tx, id),
    };
  });
}

export interface ReadIntroduction {
  readonly one: Enquiry;
  readonly sent: Introduction;
  readonly steps: readonly EnquiryStep[];
  readonly placement: Placement | undefined;
  /** Under 18 today. */
  readonly young: boolean;
  /** Who it is, once it was opened and as long as they agree. */
  readonly isShown: boolean;
}

/** The group reads what it was sent. Before it has opened it, it sees the role and the day alone. */
export function readIntroduction(ctx: Ctx, id: string): Promise<ReadIntroduction> {
  return ctx.db.transaction(async (tx) => {
    const sent = await introduction(tx, id);
    permit(canAnswerIntroduction(ctx.actor, sent.receiverId), { hidden: true });
    const one = await enquiry(tx, sent.enquiryId);
    const isShown = sent.openedAt !== null && sent.name !== '';
    if (isShown) {
      const look = { basisId: sent.basisId, thingId: id, what: 'details' as const };
      await noteLook(tx, ctx, { ...look, organisationId: sent.receiverId });
    }
    return {
      ...{ one, sent, isShown, steps: await stepsOfIntroduction(tx, id) },
      placement: await placementOptional(tx, one.id),
      young: await isYoungOn(tx, one.id, dayOf(ctx.now)),
    };
  });
}
