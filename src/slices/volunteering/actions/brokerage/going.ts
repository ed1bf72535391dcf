import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Refused, Stale } from '../../../../platform/errors.ts';
import { record } from '../../../../platform/record.ts';
import { enquiryMoved } from '../../events.ts';
import { newestIntroductionOptional } from '../../queries/brokerage/introductions.ts';
import { isOver, placeOf, whyNotGo } from '../../rules/brokerage/lifecycle.ts';
import { keepsTurn } from '../../rules/brokerage/turns.ts';
import type { Enquiry, EnquiryState, Introduction, Side } from '../../words/brokerage/enquiry.ts';
import { endTurns, passTurn } from './turns.ts';

interface By {
  readonly side: Side;
  readonly organisationId?: string;
  readonly said?: string;
  readonly reason?: string;
}

/** One move of an enquiry that is locked: whether it can be, what follows from it, whose turn is next. */
export async function go(tx: Tx, ctx: Ctx, one: Enquiry, to: EnquiryState, by: By): Promise<Enquiry> {
  const why = whyNotGo(one.state, to, by.side);
  if (why) throw new Refused('not_now', why);
  const sent = await newestIntroductionOptional(tx, one.id);
  const reached = placeOf(to);
  const isAnswer = by.side === 'centre' || (by.side === 'group' && to !== 'opened');
  await tx
    .updateTable('volunteering.enquiry')
    .set({
      ...{ state: to, version: one.version + 1, changed_at: ctx.now },
      ...(reached !== undefined && { reached }),
      ...(isAnswer && one.repliedAt === null && { replied_at: ctx.now }),
      ...(isOver(to) && { closed_at: ctx.now, stop_reason: by.reason ?? to, stopped_by: by.side }),
    })
    .where('id', '=', one.id)
    .execute();
  await addStep(tx, ctx, { enquiryId: one.id, what: to, ...by, ...(sent && { introductionId: sent.id }) });
  if (isOver(to) && sent && sent.endedAt === null) await endIntroduction(tx, ctx, sent, to);
  const turn = { enquiryId: one.id, centreId: one.centreId, introduction: sent };
  if (isOver(to)) await endTurns(tx, ctx, turn, to);
  else if (!keepsTurn(one.state, to)) await passTurn(tx, ctx, turn, to);
  const payload = { enquiryId: one.id, from: one.state, to, by: by.side };
  await record(tx, ctx, enquiryMoved, payload, { organisationId: one.centreId });
  return { ...one, state: to, version: one.version + 1 };
}

/** The link is dead: what a group was given of somebody is no longer here, but for what has come to its proper end. */
async function endIntroduction(tx: Tx, ctx: Ctx, sent: Introduction, how: EnquiryState): Promise<void> {
  await tx
    .updateTable('volunteering.introduction')
    .set({
      ...{ ended_at: ctx.now, end_reason: how },
      ...(how !== 'ended' && { name: '', email: '', phone: '', times: '' }),
    })
    .where('id', '=', sent.id)
    .execute();
}

export function mustBeCurrent(one: Enquiry, version: number): void {
  if (one.version !== version) throw new Stale({ state: one.state, version: one.version });
}

/** Writes down what has happened, and by whom. */
export async function addStep(
  tx: Tx,
  ctx: Ctx,
  step: {
    enquiryId: string;
    introductionId?: string;
    what: string;
    organisationId?: string;
    said?: string;
    reason?: string;
  },
): Promise<void> {
  await tx
    .insertInto('volunteering.enquiry_step')
    .values({
      ...{ id: ctx.newId(), enquiry_id: step.enquiryId, introduction_id: step.introductionId ?? null },
      ...{ what: step.what, at: ctx.now, organisation_id: step.organisationId ?? null },
      ...{ person_id: ctx.actor.personId ?? null, said: step.said ?? '', reason: step.reason ?? '' },
    })
    .execute();
}
