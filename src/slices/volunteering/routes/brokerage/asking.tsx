import { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { NotFound, type Problems, Refused } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
import { limited } from '../../../../platform/http/limits.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { traps, withoutMarks } from '../../../../platform/human/look.ts';
import { isPerson } from '../../../../platform/permit.ts';
import { clocks } from '../../../network/door.ts';
import { people } from '../../../people/urls.ts';
import { organisations } from '../../../register/urls.ts';
import { enquire } from '../../actions/brokerage/asking.ts';
import { dropAnswers, keepAnswers, keptAnswers } from '../../actions/brokerage/kept-answers.ts';
import { type About, mustBeOpen, type Target, targetOf } from '../../actions/brokerage/target.ts';
import { AskPage, askTitle } from '../../pages/brokerage/ask.tsx';
import { newestAskerOptional } from '../../queries/brokerage/enquiries.ts';
import { ageWords } from '../../rules/ages.ts';
import { asksBirthday, isYoung } from '../../rules/brokerage/age.ts';
import { centreItems, centreWording, groupItems, groupWording } from '../../rules/brokerage/consent.ts';
import { roles, volunteering } from '../../urls.ts';
import { Enquire, enquireFields } from '../../words/brokerage/forms.ts';

const Kept = z.object({ kept: z.string().max(60).optional().catch(undefined) });
const noStore = { headers: { 'Cache-Control': 'no-store' } };
const fields = [...enquireFields, ...traps];

/** Per address; generous, because a whole class may ask from one room. */
const oftenEnough = limited({ burst: 30, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/roles/:id/ask', 'anyone', { params: byId, query: Kept }, async (ctx, { params, query }) =>
    page(await askPage(ctx, { roleId: params.id }, { kept: query.kept ?? '' }), 200, noStore),
  ),

  post('/roles/:id/ask', 'anyone', { params: byId, fields }, async (ctx, { params, form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    return answer(ctx, { roleId: params.id }, withoutMarks(form));
  }),

  get('/centres/:id/ask', 'anyone', { params: byId, query: Kept }, async (ctx, { params, query }) =>
    page(await askPage(ctx, { centreId: params.id }, { kept: query.kept ?? '' }), 200, noStore),
  ),

  post('/centres/:id/ask', 'anyone', { params: byId, fields }, async (ctx, { params, form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    return answer(ctx, { centreId: params.id }, withoutMarks(form));
  }),
];

/** A visitor signs in first, and what they wrote waits for them; whoever is signed in has asked. */
async function answer(ctx: Ctx, about: About, form: FormBody): Promise<Reply> {
  await targetOf(ctx.db.open, about);
  if (!isPerson(ctx.actor)) {
    const kept = await keepAnswers(ctx, wordsOf(form));
    return redirect(people.signIn(addressOf(about, kept)));
  }
  return answerForm(
    Enquire,
    form,
    async (input) => {
      const id = await enquire(ctx, about, input);
      if (input.kept !== '') await dropAnswers(ctx, input.kept);
      return redirect(volunteering.one(id));
    },
    (problems) => askPage(ctx, about, { kept: String(form.kept ?? ''), values: form, problems }),
  );
}

/** So much and no more is kept of a stranger. */
function wordsOf(form: FormBody): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'kept' ? [[name, value.slice(0, 700)]] : [],
    ),
  );
}

function addressOf(about: About, kept: string): string {
  return 'roleId' in about
    ? volunteering.ask(about.roleId, kept)
    : volunteering.askCentre(about.centreId, kept);
}

interface Remembered {
  readonly kept: string;
  readonly values?: FormBody;
  readonly problems?: Problems;
}

async function askPage(ctx: Ctx, about: About, remembered: Remembered): Promise<Page> {
  const target = await targetOf(ctx.db.open, about);
  const { enquiry_answer_days, introduction_answer_days } = await clocks(ctx.db.open);
  const { values, isKnown } = await valuesFor(ctx, remembered);
  const one = target.role;
  const body = (
    <AskPage
      role={
        one && {
          ...one,
          ages: ageWords(one),
          isForYoung: asksBirthday(one),
          words: groupWords(ctx, target, values),
        }
      }
      group={target.group?.name ?? ''}
      centre={{ id: target.centreId, name: target.centreName, words: centreWords(ctx, target, values) }}
      email={isPerson(ctx.actor) ? ctx.actor.email : undefined}
      isKnown={isKnown}
      days={{ group: introduction_answer_days, centre: enquiry_answer_days }}
      stopped={stoppedBy(target)}
      kept={remembered.kept}
      values={values}
      problems={remembered.problems}
    />
  );
  const crumb = one
    ? { href: roles.one(one.id, one.title), label: one.title }
    : { href: organisations.one(target.centreId, target.centreName), label: target.centreName };
  return { title: askTitle(one?.title, target.centreName), noindex: true, crumb, body };
}

function stoppedBy(target: Target): string | undefined {
  try {
    mustBeOpen(target);
    return undefined;
  } catch (problem) {
    if (problem instanceof Refused) return problem.message;
    throw problem;
  }
}

/** What was typed just now, before signing in, or at the last enquiry: nobody says it twice. */
async function valuesFor(ctx: Ctx, { kept, values }: Remembered) {
  if (!isPerson(ctx.actor)) return { values: values ?? {}, isKnown: false };
  const { personId, name = '' } = ctx.actor;
  const written = kept === '' ? undefined : await keptAnswers(ctx, kept);
  if (values) return { values, isKnown: written === undefined };
  if (written) return { values: written, isKnown: false };
  const before = await ctx.db.read((db) => newestAskerOptional(db, personId));
  if (!before) return { values: { name }, isKnown: false };
  const { bornOn, ...words } = before;
  const young = isYoung(bornOn, dayOf(ctx.now));
  const age = young ? { of_age: 'no', born_on: bornOn } : { of_age: 'yes' };
  return { values: { ...words, wishes: '', ...age }, isKnown: !young };
}

function groupWords(ctx: Ctx, { role, group }: Target, values: Readonly<Record<string, unknown>>): string {
  if (!role || !group) throw new NotFound('role');
  const items = groupItems(wordsTyped(ctx, values));
  return groupWording({ group: group.name, role: role.title, items });
}

function centreWords(ctx: Ctx, { centreName }: Target, values: Readonly<Record<string, unknown>>): string {
  const items = centreItems({ ...wordsTyped(ctx, values), wishes: 'yes' });
  return centreWording({ centre: centreName, items });
}

/** Before anything is typed the words name all that could be sent; the record names what was. */
function wordsTyped(ctx: Ctx, values: Readonly<Record<string, unknown>>) {
  return {
    email: ctx.actor.email ?? 'yes',
    phone: String(values.phone ?? 'yes'),
    times: String(values.times ?? 'yes'),
  };
}
