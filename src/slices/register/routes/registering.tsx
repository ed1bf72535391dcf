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
import { permit } from '../../../platform/permit.ts';
import { problemsOf } from '../../../platform/words.ts';
import { findPlace } from '../../areas/door.ts';
import { beginDraft, keepStep, noneOfThese } from '../actions/draft.ts';
import { fillFromRegister } from '../actions/official.ts';
import { registerOrganisation } from '../actions/registration.ts';
import { canRegister } from '../permits.ts';
import { namesLike } from '../queries/candidates.ts';
import { ownDraft } from '../queries/registration.ts';
import { organisations, register } from '../urls.ts';
import { fieldWords, valueWords } from '../words/fields.ts';
import {
  type Answers,
  type Step,
  stepFields,
  stepNames,
  stepShapes,
  Version,
} from '../words/registration.ts';
import { likeRecords, startPage, stepPage } from './registering-pages.tsx';

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

  // Before the steps, which would take it for one of them.
  post('/register/:id/same', 'who writes it', { params: byId, fields: [] }, async (ctx, { params }) => {
    permit(canRegister(ctx.actor));
    const draft = await ctx.db.read((db) => ownDraft(db, params.id));
    const like = await likeRecords(ctx, draft);
    await noneOfThese(
      ctx,
      params.id,
      like.map((one) => one.id),
    );
    return redirect(register.step(params.id, 'where'));
  }),

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
];

/** Keeps what was typed whatever it is, then says what is wrong with it or goes on. */
async function takeStep(ctx: Ctx, draftId: string, step: Step, form: FormBody): Promise<Reply> {
  permit(canRegister(ctx.actor));
  let filled: Answers = {};
  const again = async (problems: Problems, version?: unknown): Promise<Page> => {
    const draft = await ctx.db.read((db) => ownDraft(db, draftId));
    const shown = version === undefined ? draft : { ...draft, version: Number(version) };
    return stepPage(ctx, step, shown, { values: { ...draft.answers, ...form, ...filled }, problems });
  };
  return answerForm(
    Version,
    { version: form.version ?? '' },
    async ({ version }) => {
      if (step === 'send' && form.go !== 'back') {
        // Sending locks the draft itself, so that a second press is led to what the first one made.
        const id = await registerOrganisation(ctx, draftId, typedAnswers(form));
        const { takenHow } = await ctx.db.read((db) => ownDraft(db, draftId));
        return redirect(takenHow === '' ? register.state(id) : organisations.taken(id));
      }
      const draft = await keepStep(ctx, draftId, { fields: namesIn(step, form), typed: form, version });
      if (form.go === 'back' || step === 'send') return redirect(register.step(draftId, neighbour(step, -1)));
      if (step === 'who') filled = await fillFromRegister(ctx, draftId);
      await checkStep(ctx, step, { ...draft.answers, ...filled });
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
  const shown = theirs
    .map(([field, value]) => `${fieldWords(field)}: ${valueWords(field, value)}`)
    .join('; ');
  return `This was changed in another window, which says: ${shown}. What you wrote is below; save again to keep yours.`;
}

async function checkStep(ctx: Ctx, step: Exclude<Step, 'send'>, answers: Answers): Promise<void> {
  const given = Object.fromEntries(
    stepFields[step].flatMap((field) => (answers[field] === undefined ? [] : [[field, answers[field]]])),
  );
  const parsed = stepShapes[step].safeParse(given);
  const place = step === 'where' ? await whyNoPlace(ctx, String(answers.postcode ?? '')) : {};
  const problems = { ...place, ...(parsed.success ? {} : problemsOf(parsed.error)) };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}

async function whyNoPlace(ctx: Ctx, postcode: string): Promise<{ postcode?: string }> {
  const place = await findPlace(ctx.db.open, postcode);
  return 'problem' in place ? { postcode: place.problem } : {};
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
