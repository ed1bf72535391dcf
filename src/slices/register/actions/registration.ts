import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, type Problems } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { problemsOf } from '../../../platform/words.ts';
import { postcodePlaceOptional, readPostcode } from '../../areas/door.ts';
import { openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { nameOnce } from '../../people/door.ts';
import { organisationRegistered } from '../events.ts';
import { canRegister } from '../permits.ts';
import { hubId } from '../queries/organisation.ts';
import { covers, ownDraft, questionsOf } from '../queries/registration.ts';
import { type Route, routeRegistration } from '../rules/home-centre.ts';
import type { CentreQuestion, Told } from '../words/answers.ts';
import {
  type Answers,
  FoundStep,
  type Registration,
  stepFields,
  WhatStep,
  WhereStep,
  WhoStep,
} from '../words/registration.ts';
import { lockDraft } from './draft.ts';
import { insertOrganisation } from './first-record.ts';
import { ownerAt } from './owner.ts';
import { noteTaken } from './taking.ts';

/** All four steps parsed, or `Invalid` with every problem that is left. */
export function wholeRegistration(answers: Answers): Registration {
  const problems: Problems = {};
  const read = {
    who: WhoStep.safeParse(pick(answers, 'who')),
    where: WhereStep.safeParse(pick(answers, 'where')),
    what: WhatStep.safeParse(pick(answers, 'what')),
    found: FoundStep.safeParse(pick(answers, 'found')),
  };
  for (const step of Object.values(read)) if (step.error) Object.assign(problems, problemsOf(step.error));
  const { who, where, what, found } = read;
  if (!who.success || !where.success || !what.success || !found.success) throw new Invalid(problems);
  return { ...who.data, ...where.data, ...what.data, ...found.data };
}

/**
 * Sends the one form: the record, its place, its first service, the writer's position, and for each centre whose area
 * is ticked a question with a clock. One transaction: either all centres know, or nothing was sent.
 */
export async function registerOrganisation(ctx: Ctx, draftId: string, typed: Answers): Promise<string> {
  permit(canRegister(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();

  return ctx.db.transaction(async (tx) => {
    await lockDraft(tx, draftId);
    const draft = await ownDraft(tx, draftId);
    // Pressing twice makes one record: the second press is led to the first.
    if (draft.organisationId) return draft.organisationId;
    const input = wholeRegistration(draft.answers);
    const route = await routeOf(tx, input);
    const questions = await questionsOf(tx, route.centreIds);
    const told = answersToQuestions(questions, typed);

    const organisationId = await insertOrganisation(tx, ctx, input, route);
    await tx
      .updateTable('register.draft')
      .set({ sent_at: ctx.now, organisation_id: organisationId })
      .where('id', '=', draftId)
      .where('sent_at', 'is', null)
      .execute();
    if (draft.takenHow === '') await becomeAdmin(tx, ctx, organisationId, input.your_name);
    else await noteTaken(tx, ctx, { organisationId, draft, input });
    await askCentres(tx, ctx, organisationId, route, told);
    const centreIds = [...route.centreIds];
    await record(tx, ctx, organisationRegistered, { organisationId, centreIds }, { organisationId });
    return organisationId;
  });
}

/** Whoever writes for their own group runs its page. */
async function becomeAdmin(tx: Tx, ctx: Ctx, organisationId: string, name: string): Promise<void> {
  if (!isPerson(ctx.actor)) throw new NotFound();
  await nameOnce(tx, ctx, name);
  await tx
    .insertInto('register.position')
    .values({
      id: ctx.newId(),
      organisation_id: organisationId,
      person_id: ctx.actor.personId,
      role: 'admin',
      from_at: ctx.now,
    })
    .execute();
}

/** Who will look after a group with these areas, so that the form can say so before it is sent. */
export async function routeOf(tx: Tx, input: { postcode: string; areas: readonly string[] }): Promise<Route> {
  const read = readPostcode(input.postcode);
  if (read.kind === 'wrong') throw new Invalid({ postcode: read.problem });
  const place = read.kind === 'whole' ? await postcodePlaceOptional(tx, read.postcode) : undefined;
  return routeRegistration({
    ticked: input.areas,
    covers: await covers(tx, input.areas),
    postcodeAreaCode: place?.areaCode,
    hubId: await hubId(tx),
  });
}

async function askCentres(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  route: Route,
  told: ReadonlyMap<string, Told[]>,
): Promise<void> {
  const { registration_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
  for (const centreId of route.centreIds) {
    const id = ctx.newId();
    await tx
      .insertInto('register.centre_answer')
      .values({
        id,
        organisation_id: organisationId,
        centre_id: centreId,
        home: centreId === route.homeCentreId,
        told: JSON.stringify(told.get(centreId) ?? []),
        asked_at: ctx.now,
      })
      .execute();
    const owner = await ownerAt(tx, centreId);
    await openLoop(tx, ctx, { kind: 'registration', thingId: id, dueAt, ...owner });
  }
}

/** What was typed under each centre's own questions; a required one without an answer comes back. */
function answersToQuestions(questions: readonly CentreQuestion[], typed: Answers): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  const problems: Problems = {};
  for (const question of questions) {
    const field = `answer-${question.id}`;
    const answer = String(typed[field] ?? '')
      .trim()
      .slice(0, 2000);
    if (question.required && answer === '') problems[field] = 'This centre cannot decide without an answer.';
    if (answer !== '') {
      told.set(question.centreId, [
        ...(told.get(question.centreId) ?? []),
        { question: question.question, answer },
      ]);
    }
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return told;
}

function pick(answers: Answers, step: keyof typeof stepFields): Record<string, unknown> {
  const fields = stepFields[step].filter((field) => answers[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, answers[field]]));
}
