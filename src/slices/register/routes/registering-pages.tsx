import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Problems } from '../../../platform/errors.ts';
import type { Page } from '../../../platform/http/route.ts';
import { isPerson } from '../../../platform/permit.ts';
import { areaByCodeOptional, areasOfLevel } from '../../areas/door.ts';
import { network } from '../../network/door.ts';
import { routeOf, wholeRegistration } from '../actions/registration.ts';
import { FoundStep } from '../pages/registering/found.tsx';
import { SendStep } from '../pages/registering/send.tsx';
import { StartPage } from '../pages/registering/start.tsx';
import { WhatStep } from '../pages/registering/what.tsx';
import { WhereStep } from '../pages/registering/where.tsx';
import { WhoStep } from '../pages/registering/who.tsx';
import { candidates } from '../queries/candidates.ts';
import { officialRecords, registersRead } from '../queries/official.ts';
import { cardsByIds, counts } from '../queries/organisation.ts';
import { covers, ownDrafts, questionsOf } from '../queries/registration.ts';
import { type OfficialWords, officialKeys, officialWords } from '../rules/official.ts';
import {
  type Answers,
  type Draft,
  type Step,
  stepFields,
  stepNames,
  stepShapes,
  steps,
} from '../words/registration.ts';

export async function startPage(ctx: Ctx): Promise<Page> {
  const signedIn = isPerson(ctx.actor);
  const drafts = signedIn ? await ctx.db.read(ownDrafts) : [];
  const body = <StartPage promise={await promise(ctx)} signedIn={signedIn} drafts={drafts} now={ctx.now} />;
  return { title: 'Tell us about your group, once', current: '/register', body };
}

interface Remembered {
  values: Record<string, unknown>;
  problems?: Problems;
}

export async function stepPage(ctx: Ctx, step: Step, draft: Draft, remembered: Remembered): Promise<Page> {
  const props = { draft, promise: await promise(ctx), ...remembered };
  return { title: steps[step], noindex: true, current: '/register', body: await drawStep(ctx, step, props) };
}

async function drawStep(
  ctx: Ctx,
  step: Step,
  props: Remembered & { draft: Draft; promise: Awaited<ReturnType<typeof promise>> },
) {
  if (step === 'who') return <WhoStep {...props} official={await inTheRegister(ctx, props.draft.answers)} />;
  if (step === 'what') return <WhatStep {...props} />;
  if (step === 'found') return <FoundStep {...props} />;
  if (step === 'where') {
    const official = await inTheRegister(ctx, props.draft.answers);
    const like = await likeRecords(ctx, props.draft);
    return <WhereStep {...props} areas={await areaChoices(ctx)} like={like} official={official} />;
  }
  return <SendStep {...props} {...(await readyToSend(ctx, props.draft))} />;
}

/** What the charity register says of the number that was typed. */
export async function inTheRegister(
  ctx: Ctx,
  answers: Answers,
  toCentre = false,
): Promise<OfficialWords | undefined> {
  const keys = officialKeys(String(answers.register_number ?? ''));
  if (keys.length === 0) return undefined;
  const [record] = await officialRecords(ctx.db.open, keys);
  const schemes = keys.map(({ scheme }) => scheme);
  const read = record ? schemes : await registersRead(ctx.db.open, schemes);
  const onDay = (day: string) => dayWords(new Date(`${day}T12:00:00Z`), ctx.now);
  return officialWords({ answers, record, read, dayWords: onDay, toCentre });
}

async function areaChoices(ctx: Ctx) {
  const boroughs = await areasOfLevel(ctx.db.open, 'borough');
  const byArea = new Map((await covers(ctx.db.open)).map((cover) => [cover.areaId, cover]));
  return boroughs.map((area) => {
    const cover = byArea.get(area.id);
    if (!cover) return { code: area.code, name: area.name, note: 'No centre yet. The hub answers for it.' };
    return cover.own
      ? { code: area.code, name: area.name }
      : {
          code: area.code,
          name: area.name,
          note: `No centre of its own. ${cover.centreName} answers for it.`,
        };
  });
}

/** Records that look like the draft and of which its writer has not said yet that they are others. */
export async function likeRecords(ctx: Ctx, draft: Draft) {
  const { answers } = draft;
  const like = await candidates(ctx.db.open, {
    name: String(answers.name ?? ''),
    registerNumber: String(answers.register_number ?? ''),
    postcode: String(answers.postcode ?? ''),
    website: String(answers.website ?? ''),
    email: String(answers.email ?? ''),
  });
  const dismissed: unknown = answers.not_same ?? [];
  return like.filter((one) => !(Array.isArray(dismissed) && dismissed.includes(one.id)));
}

async function readyToSend(ctx: Ctx, draft: Draft) {
  const unfinished = stepNames.flatMap((step) => unfinishedStep(step, draft.answers));
  if (unfinished.length > 0) {
    return { whole: undefined, unfinished, homeReason: '', centres: [], questions: [], areaNames: [] };
  }
  const whole = wholeRegistration(draft.answers);
  return ctx.db.transaction(async (tx) => {
    const route = await routeOf(tx, whole);
    const cards = await cardsByIds(tx, route.centreIds);
    const centres = route.centreIds.map((id) => ({ id, name: cards.get(id)?.name ?? '' }));
    const areas = await Promise.all(whole.areas.map((code) => areaByCodeOptional(tx, code)));
    const areaNames = areas.flatMap((area) => (area ? [area.name] : []));
    return {
      whole,
      unfinished,
      homeReason: route.reason,
      centres,
      questions: await questionsOf(tx, route.centreIds),
      areaNames,
    };
  });
}

function unfinishedStep(step: Step, answers: Answers) {
  if (step === 'send') return [];
  const given = Object.fromEntries(
    stepFields[step].flatMap((field) => (answers[field] === undefined ? [] : [[field, answers[field]]])),
  );
  const parsed = stepShapes[step].safeParse(given);
  const problem = parsed.error?.issues[0]?.message;
  return problem ? [{ step, label: steps[step], problem }] : [];
}

async function promise(ctx: Ctx) {
  const { clocks, hubPhone } = await network(ctx.db.open);
  const { centres } = await counts(ctx.db.open);
  return { days: clocks.registration_answer_days, centres, phone: hubPhone };
}
