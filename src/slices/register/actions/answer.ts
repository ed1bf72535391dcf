import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, Refused, Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import {
  centreAnswered,
  centreAsked,
  centreTold,
  foundNotTheSame,
  organisationPublished,
  organisationRefused,
  organisationReturned,
} from '../events.ts';
import { canAnswerRegistration, canTellCentre } from '../permits.ts';
import { candidates } from '../queries/candidates.ts';
import { organisation } from '../queries/organisation.ts';
import { answerOf, answersOn } from '../queries/registration.ts';
import { mayGive, stateAfter, whyNotAnswer } from '../rules/registration.ts';
import type { AnswerRegistration, CentreAnswer } from '../words/answers.ts';
import { ownerAt } from './owner.ts';

/**
 * One centre's own answer. The home centre's yes publishes the record, its no sends it back or refuses it; what the
 * others say decides only what they do for the group (model D3, lifecycle 1).
 */
export async function answerRegistration(
  ctx: Ctx,
  about: { organisationId: string; centreId: string },
  input: AnswerRegistration,
): Promise<void> {
  permit(canAnswerRegistration(ctx.actor, about.centreId));

  await ctx.db.transaction(async (tx) => {
    const group = await organisation(tx, about.organisationId);
    const answer = await answerOf(tx, about.organisationId, about.centreId);
    refuseStale(answer, input.version);
    const why = whyNotAnswer(answer, group.state);
    if (why) throw new Refused('answered', why);
    if (!mayGive(input.answer, answer.home))
      throw new Invalid({ answer: 'This is for the home centre to say.' });
    if (input.answer === 'accepted' && answer.home && group.state === 'submitted') {
      throw new Refused('look_first', 'Look at the like records first, and say whether this is one of them.');
    }

    const asks = input.answer === 'more_asked';
    await moveAnswer(tx, answer, {
      state: input.answer,
      ...(asks ? { asked: input.reason } : { reason: input.reason }),
      answered_at: ctx.now,
      answered_by: ctx.actor.personId ?? null,
    });
    await endLoop(tx, ctx, { kind: 'registration', thingId: answer.id, endReason: input.answer });
    const { organisationId, centreId } = about;
    const what = asks ? centreAsked : centreAnswered;
    const payload = { organisationId, centreId, answer: input.answer };
    await record(tx, ctx, what, payload, { organisationId, reason: input.reason });
    await followHomeCentre(tx, ctx, answer, input);
  });
}

async function followHomeCentre(
  tx: Tx,
  ctx: Ctx,
  answer: CentreAnswer,
  input: AnswerRegistration,
): Promise<void> {
  const state = stateAfter(input.answer, answer.home);
  if (!state) return;
  const { organisationId, centreId } = answer;
  await tx
    .updateTable('register.organisation')
    .set({ state, state_reason: input.reason, changed_at: ctx.now })
    .where('id', '=', organisationId)
    .execute();
  if (state === 'active')
    return record(tx, ctx, organisationPublished, { organisationId }, { organisationId });
  if (state === 'refused') await endRegistrationLoops(tx, ctx, organisationId, 'refused by the home centre');
  const what = state === 'refused' ? organisationRefused : organisationReturned;
  await record(tx, ctx, what, { organisationId, centreId }, { organisationId, reason: input.reason });
}

/** Nobody has to answer a registration that is refused or merged; the other centres are told instead. */
export async function endRegistrationLoops(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  endReason: string,
): Promise<void> {
  for (const other of await answersOn(tx, organisationId)) {
    await endLoop(tx, ctx, { kind: 'registration', thingId: other.id, endReason });
  }
}

/** The group answers what one centre asked; it is then that centre's turn again, with a fresh clock. */
export async function tellCentre(
  ctx: Ctx,
  about: { organisationId: string; centreId: string },
  input: { answer: string; version: number },
): Promise<void> {
  permit(canTellCentre(ctx.actor, about.organisationId));

  await ctx.db.transaction(async (tx) => {
    const answer = await answerOf(tx, about.organisationId, about.centreId);
    refuseStale(answer, input.version);
    if (answer.state !== 'more_asked') {
      throw new Refused('nothing_asked', `${answer.centreName} is not waiting for an answer from you.`);
    }
    const told = [...answer.told, { question: answer.asked, answer: input.answer }];
    await moveAnswer(tx, answer, { state: 'waiting', asked: '', told: JSON.stringify(told) });
    await waitAgain(tx, ctx, answer);
    await record(tx, ctx, centreTold, about, { organisationId: about.organisationId });
  });
}

/** After the group has put right what was sent back, the home centre looks again. */
export async function resendRegistration(ctx: Ctx, organisationId: string): Promise<void> {
  permit(canTellCentre(ctx.actor, organisationId));

  await ctx.db.transaction(async (tx) => {
    const group = await organisation(tx, organisationId);
    if (group.state !== 'returned') throw new Refused('not_returned', 'This registration was not sent back.');
    await tx
      .updateTable('register.organisation')
      .set({ state: 'in_review', state_reason: '', changed_at: ctx.now })
      .where('id', '=', organisationId)
      .execute();
    const home = (await answersOn(tx, organisationId)).find((answer) => answer.home);
    if (!home) return;
    await moveAnswer(tx, home, { state: 'waiting', reason: '' });
    await waitAgain(tx, ctx, home);
    await record(tx, ctx, centreTold, { organisationId, centreId: home.centreId }, { organisationId });
  });
}

/** The home centre has looked at the like records: this is none of them, and says how it knows. */
export async function markNotTheSame(
  ctx: Ctx,
  about: { organisationId: string; centreId: string },
  input: { why: string },
): Promise<void> {
  permit(canAnswerRegistration(ctx.actor, about.centreId));

  await ctx.db.transaction(async (tx) => {
    const group = await organisation(tx, about.organisationId);
    const { home } = await answerOf(tx, about.organisationId, about.centreId);
    if (!home) throw new Refused('not_home', 'The home centre looks at the like records.');
    if (group.state !== 'submitted')
      throw new Refused('looked', 'Somebody has looked at the like records already.');
    const like = await candidates(tx, { name: group.name, website: group.website, exceptId: group.id });
    await tx
      .updateTable('register.organisation')
      .set({ state: 'in_review', changed_at: ctx.now })
      .where('id', '=', group.id)
      .execute();
    const payload = { organisationId: group.id, otherIds: like.map((one) => one.id) };
    await record(tx, ctx, foundNotTheSame, payload, { organisationId: group.id, reason: input.why });
  });
}

/** It is a centre's turn again, with the time that was promised. */
export async function waitAgain(tx: Tx, ctx: Ctx, answer: { id: string; centreId: string }): Promise<void> {
  const { registration_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
  const owner = await ownerAt(tx, answer.centreId);
  await openLoop(tx, ctx, { kind: 'registration', thingId: answer.id, dueAt, ...owner });
}

interface Move {
  state: string;
  reason?: string;
  asked?: string;
  told?: string;
  answered_at?: Date;
  answered_by?: string | null;
}

/** The version decides between two who answer at once: the second one is told. */
export async function moveAnswer(tx: Tx, answer: { id: string; version: number }, to: Move): Promise<void> {
  const moved = await tx
    .updateTable('register.centre_answer')
    .set({ ...to, version: answer.version + 1 })
    .where('id', '=', answer.id)
    .where('version', '=', answer.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Stale({ state: 'answered by somebody else just now' });
}

function refuseStale(answer: CentreAnswer, version: number): void {
  if (answer.version !== version)
    throw new Stale({ state: answer.state, reason: answer.reason, asked: answer.asked });
}
