import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, type Problems, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { problemsOf } from '../../../platform/words.ts';
import { areaByCode, postcodePlaceOptional, readPostcode } from '../../areas/door.ts';
import { openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { nameOnce } from '../../people/door.ts';
import { organisationRegistered } from '../events.ts';
import { canRegister } from '../permits.ts';
import { candidates } from '../queries/candidates.ts';
import { hubId } from '../queries/organisation.ts';
import { covers, ownDraft, questionsOf } from '../queries/registration.ts';
import { nextFreshnessAt } from '../rules/freshness.ts';
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
import { ownerAt } from './owner.ts';
import { keepPlace, keepSchedule } from './place.ts';

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
  const { personId } = ctx.actor;

  return ctx.db.transaction(async (tx) => {
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
    await nameOnce(tx, ctx, input.your_name);
    await tx
      .insertInto('register.position')
      .values({
        id: ctx.newId(),
        organisation_id: organisationId,
        person_id: personId,
        role: 'admin',
        from_at: ctx.now,
      })
      .execute();
    await askCentres(tx, ctx, organisationId, route, told);
    const centreIds = [...route.centreIds];
    await record(tx, ctx, organisationRegistered, { organisationId, centreIds }, { organisationId });
    return organisationId;
  });
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

async function insertOrganisation(tx: Tx, ctx: Ctx, input: Registration, route: Route): Promise<string> {
  const id = ctx.newId();
  const like = await candidates(tx, {
    name: input.name,
    registerNumber: input.register_number,
    postcode: input.postcode,
    website: input.website,
    email: input.email,
  });
  refuseKnownNumber(like);
  await tx
    .insertInto('register.organisation')
    .values({
      id,
      name: input.name,
      kind: input.kind,
      legal_form: input.legal_form,
      // Until somebody at the home centre has looked at the like records it is only submitted.
      state: like.length > 0 ? 'submitted' : 'in_review',
      summary: input.summary,
      description: input.description,
      themes: input.themes,
      people_served: input.people_served,
      access: input.access,
      languages: input.languages,
      website: input.website,
      phone: input.phone,
      email: input.email,
      contact_label: input.contact_label,
      home_centre_id: route.homeCentreId,
      home_centre_reason: route.reason,
      created_at: ctx.now,
      changed_at: ctx.now,
      ...(await checkedNow(tx, ctx, 'Registered by the group')),
    })
    .execute();
  await insertNames(tx, id, input.also_called);
  await insertNumber(tx, id, input);
  for (const [place, code] of input.areas.entries()) {
    const area = await areaByCode(tx, code);
    await tx
      .insertInto('register.organisation_area')
      .values({ organisation_id: id, area_id: area.id, place })
      .execute();
  }
  await keepPlace(tx, ctx, id, { ...input, shown: input.address_shown });
  await insertFirstService(tx, ctx, id, input);
  return id;
}

/** The same number is the same body: the second form is led to the first record (R1). */
function refuseKnownNumber(like: readonly { id: string; name: string; certain: boolean }[]): void {
  const same = like.find((one) => one.certain);
  if (same) throw new Refused('already_listed', `${same.name} is listed with this register number already.`);
}

async function checkedNow(tx: Tx, ctx: Ctx, by: string) {
  const due = nextFreshnessAt(ctx.now, ctx.now, await clocks(tx));
  return { freshness: 'ok', checked_at: ctx.now, checked_by: by, freshness_due_at: due };
}

async function insertNames(tx: Tx, organisationId: string, typed: string): Promise<void> {
  const names = [...new Set(typed.split(/[,;\n]/).map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) return;
  const rows = names.map((name) => ({ organisation_id: organisationId, name }));
  await tx.insertInto('register.organisation_name').values(rows).execute();
}

async function insertNumber(tx: Tx, organisationId: string, input: Registration): Promise<void> {
  const number = input.register_number.toUpperCase().replace(/\s+/g, '');
  if (number === '') return;
  const isCompany = input.legal_form === 'company' || input.legal_form === 'cic';
  const scheme = number.startsWith('SC') && !isCompany ? 'GB-SC' : isCompany ? 'GB-COH' : 'GB-CHC';
  await tx
    .insertInto('register.identifier')
    .values({ organisation_id: organisationId, scheme, number: isCompany ? number.padStart(8, '0') : number })
    .execute();
}

async function insertFirstService(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  input: Registration,
): Promise<void> {
  if (input.service_name === '') return;
  const id = ctx.newId();
  await tx
    .insertInto('register.service')
    .values({
      id,
      organisation_id: organisationId,
      name: input.service_name,
      status: 'open',
      summary: input.summary,
      themes: input.themes,
      people_served: input.people_served,
      access: input.access,
      languages: input.languages,
      cost_words: input.cost_words,
      cost_pence: /^free\b/i.test(input.cost_words) ? 0 : null,
      way_in: input.way_in,
      created_at: ctx.now,
      changed_at: ctx.now,
      ...(await checkedNow(tx, ctx, 'Registered by the group')),
    })
    .execute();
  await keepSchedule(tx, ctx, id, {
    days: input.days,
    opens: input.opens || null,
    closes: input.closes || null,
    note: '',
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
