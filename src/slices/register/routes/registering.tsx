import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid, type Problems } from '../../../platform/errors.ts';
import { answerForm, parse } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import {
  byId,
  type FormBody,
  get,
  json,
  type Page,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { problemsOf } from '../../../platform/words.ts';
import { areaByCodeOptional, areasOfLevel, findPlace } from '../../areas/door.ts';
import { network } from '../../network/door.ts';
import { beginDraft, keepStep, noneOfThese } from '../actions/draft.ts';
import { registerOrganisation, routeOf, wholeRegistration } from '../actions/registration.ts';
import { FoundStep } from '../pages/registering/found.tsx';
import { SendStep } from '../pages/registering/send.tsx';
import { StartPage } from '../pages/registering/start.tsx';
import { WhatStep } from '../pages/registering/what.tsx';
import { WhereStep } from '../pages/registering/where.tsx';
import { WhoStep } from '../pages/registering/who.tsx';
import { canRegister } from '../permits.ts';
import { candidates, namesLike } from '../queries/candidates.ts';
import { cardsByIds, counts } from '../queries/organisation.ts';
import { covers, ownDraft, ownDrafts, questionsOf } from '../queries/registration.ts';
import { register } from '../urls.ts';
import {
  type Answers,
  type Draft,
  type Step,
  stepFields,
  stepNames,
  stepShapes,
  steps,
  Version,
} from '../words/registration.ts';

const AtStep = byId.extend({ step: z.enum(stepNames) });
const everyField = [...new Set(Object.values(stepFields).flat()), 'version', 'go'];
const oftenEnough = limited({ burst: 20, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/register', 'anyone', {}, async (ctx) => page(await startPage(ctx))),

  post('/register', 'whoever is signed in', { fields: [] }, async (ctx, { request }) => {
    oftenEnough(request.address, ctx.machineNow);
    return redirect(register.step(await beginDraft(ctx), 'who'));
  }),

  get(
    '/register/similar',
    'anyone',
    { query: z.object({ q: z.string().max(200).default('') }) },
    async (ctx, { query }) => {
      const found = await namesLike(ctx.db.open, query.q);
      return json({
        items: found.map((one) => ({ value: one.name, label: one.name, note: 'listed already' })),
      });
    },
  ),

  get('/register/:id/:step', 'who writes it', { params: AtStep }, async (ctx, { params }) => {
    permit(canRegister(ctx.actor));
    const draft = await ctx.db.read((db) => ownDraft(db, params.id));
    if (draft.organisationId) return redirect(register.state(draft.organisationId));
    return page(await stepPage(ctx, params.step, draft, { values: draft.answers }));
  }),

  post(
    '/register/:id/:step',
    'who writes it',
    { params: AtStep, fields: everyField },
    (ctx, { params, form }) => {
      return takeStep(ctx, params.id, params.step, form);
    },
  ),

  post(
    '/register/:id/:step/keep',
    'who writes it',
    { params: AtStep, fields: everyField },
    async (ctx, { params, form }) => {
      const { version } = parse(Version, form);
      const kept = await keepStep(ctx, params.id, {
        fields: namesIn(params.step, form),
        typed: form,
        version,
      });
      return json({ version: kept.version });
    },
  ),

  post('/register/:id/same', 'who writes it', { params: byId, fields: [] }, async (ctx, { params }) => {
    const draft = await ctx.db.read((db) => ownDraft(db, params.id));
    const like = await likeRecords(ctx, draft);
    await noneOfThese(
      ctx,
      params.id,
      like.map((one) => one.id),
    );
    return redirect(register.step(params.id, 'where'));
  }),
];

/** Keeps what was typed whatever it is, then says what is wrong with it or goes on. */
async function takeStep(ctx: Ctx, draftId: string, step: Step, form: FormBody): Promise<Reply> {
  permit(canRegister(ctx.actor));
  const again = async (problems: Problems, version?: unknown): Promise<Page> => {
    const draft = await ctx.db.read((db) => ownDraft(db, draftId));
    const shown = version === undefined ? draft : { ...draft, version: Number(version) };
    return stepPage(ctx, step, shown, { values: { ...draft.answers, ...form }, problems });
  };
  return answerForm(
    Version,
    { version: form.version ?? '' },
    async ({ version }) => {
      const draft = await keepStep(ctx, draftId, { fields: namesIn(step, form), typed: form, version });
      if (form.go === 'back') return redirect(register.step(draftId, neighbour(step, -1)));
      if (step === 'send')
        return redirect(register.state(await registerOrganisation(ctx, draftId, typedAnswers(form))));
      await checkStep(ctx, step, draft.answers);
      return redirect(register.step(draftId, neighbour(step, 1)));
    },
    (problems, stale) =>
      again(stale ? { '': bothVersions(stale.current) } : problems, stale?.current.version),
  );
}

/** What the other window wrote, in a sentence; what this one wrote stands in the form. */
function bothVersions(current: Record<string, unknown>): string {
  const theirs = Object.entries(current).filter(
    ([field, value]) => field !== 'version' && String(value) !== '',
  );
  const shown = theirs.map(([field, value]) => `${field.replaceAll('_', ' ')}: ${String(value)}`).join('; ');
  return `This was changed in another window, which says: ${shown}. What you wrote is below; save again to keep yours.`;
}

async function checkStep(ctx: Ctx, step: Exclude<Step, 'send'>, answers: Answers): Promise<void> {
  const given = Object.fromEntries(
    stepFields[step].flatMap((field) => (answers[field] === undefined ? [] : [[field, answers[field]]])),
  );
  const parsed = stepShapes[step].safeParse(given);
  if (!parsed.success) throw new Invalid(problemsOf(parsed.error));
  if (step !== 'where') return;
  const place = await findPlace(ctx.db.open, String(answers.postcode ?? ''));
  if ('problem' in place) throw new Invalid({ postcode: place.problem });
}

async function startPage(ctx: Ctx): Promise<Page> {
  const signedIn = isPerson(ctx.actor);
  const drafts = signedIn ? await ctx.db.read(ownDrafts) : [];
  const body = <StartPage promise={await promise(ctx)} signedIn={signedIn} drafts={drafts} now={ctx.now} />;
  return { title: 'Tell us about your group, once', current: '/register', body };
}

interface Remembered {
  values: Record<string, unknown>;
  problems?: Problems;
}

async function stepPage(ctx: Ctx, step: Step, draft: Draft, remembered: Remembered): Promise<Page> {
  const props = { draft, promise: await promise(ctx), ...remembered };
  return { title: steps[step], noindex: true, current: '/register', body: await drawStep(ctx, step, props) };
}

async function drawStep(
  ctx: Ctx,
  step: Step,
  props: Remembered & { draft: Draft; promise: Awaited<ReturnType<typeof promise>> },
) {
  if (step === 'who') return <WhoStep {...props} />;
  if (step === 'what') return <WhatStep {...props} />;
  if (step === 'found') return <FoundStep {...props} />;
  if (step === 'where') {
    return <WhereStep {...props} areas={await areaChoices(ctx)} like={await likeRecords(ctx, props.draft)} />;
  }
  return <SendStep {...props} {...(await readyToSend(ctx, props.draft))} />;
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
async function likeRecords(ctx: Ctx, draft: Draft) {
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

function namesIn(step: Step, form: FormBody): string[] {
  const wanted = stepFields[step];
  const answers = Object.keys(form).filter((name) => step === 'send' && name.startsWith('answer-'));
  return [...wanted.filter((name) => !name.endsWith('*')), ...answers];
}

function neighbour(step: Step, by: 1 | -1): Step {
  return stepNames[stepNames.indexOf(step) + by] ?? step;
}

function typedAnswers(form: FormBody): Answers {
  return Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith('answer-')));
}
