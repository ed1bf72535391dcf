import type { Ctx } from '../../../../platform/ctx.ts';
import { EdgeError, Invalid, type Problems } from '../../../../platform/errors.ts';
import { answerForm } from '../../../../platform/forms.ts';
import { limited } from '../../../../platform/http/limits.ts';
import {
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { humanFields, lookForSigns, withoutMarks } from '../../../../platform/human/look.ts';
import { shouldBeHeld } from '../../../../platform/human/signs.ts';
import { stampFor } from '../../../../platform/human/stamp.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { hashOf } from '../../../../platform/secrets.ts';
import { openLoopOptional } from '../../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays, network } from '../../../network/door.ts';
import { cardsByIds, themes } from '../../../register/door.ts';
import { askForHelp, wordsForHelp } from '../../actions/help/asking.ts';
import { knownNeed, needWords, sortHelp } from '../../actions/help/sorting.ts';
import { AskPage, askTitle, takeTitle } from '../../pages/help/ask.tsx';
import { AskedPage, askedTitle } from '../../pages/help/asked.tsx';
import { canSeeOwnRequest, helpersOf } from '../../permits/help.ts';
import { helpByLinkOptional } from '../../queries/help/requests.ts';
import { concerns, help } from '../../urls.ts';
import { AskForHelp, askFields, HelpToken, type Sorted, SortHelp } from '../../words/help/request.ts';
import { worryAbout } from '../concern/worrying.tsx';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

/** More than a desk takes in an hour, fewer than a program sends. */
const oftenEnough = limited({ burst: 30, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/help/ask', 'anyone', { query: SortHelp }, async (ctx, { query }) =>
    page(await askPage(ctx, query, false), 200, noStore),
  ),

  post(
    '/help/ask',
    'anyone',
    { fields: [...askFields, ...humanFields] },
    async (ctx, { form: sent, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const form = withoutMarks(sent);
      return answerForm(
        AskForHelp,
        form,
        async (typed) => {
          const input: AskForHelp = { ...typed, organisation_id: '', taken_how: 'online' };
          const about = { form: sent, name: 'ask-for-help', thingId: input.receiver_id };
          const text = `${input.name} ${input.story}`;
          const signs = await lookForSigns(ctx, {
            ...about,
            text,
            email: input.email,
            address: request.address,
          });
          const asked = await askForHelp(ctx, input, shouldBeHeld(signs) ? signs : []);
          if (!input.worried) return redirect(help.asked(input.token));
          const code = await worryAbout(ctx, {
            request: asked.id,
            area: asked.sorted.areaCode,
            to: asked.sorted.id,
          });
          return redirect(concerns.numbers(asked.sorted.areaCode, code, asked.sorted.id));
        },
        (problems) => askPage(ctx, sortOf(form), false, { values: form, problems }),
      );
    },
  ),

  get('/help/asked/:token', 'whoever holds the link', { params: HelpToken }, async (ctx, { params }) =>
    page(await askedPage(ctx, params.token), 200, noStore),
  ),

  get('/help/taken', 'whoever writes for callers', { query: SortHelp }, async (ctx, { query }) => {
    mayTake(ctx);
    return page(await askPage(ctx, query, true), 200, noStore);
  }),

  post('/help/taken', 'whoever writes for callers', { fields: askFields }, async (ctx, { form }) => {
    mayTake(ctx);
    return answerForm(
      AskForHelp,
      form,
      async (input) => {
        if (input.organisation_id === '')
          throw new Invalid({ organisation_id: 'Choose in whose name you write.' });
        const asked = await askForHelp(ctx, input, []);
        if (!input.worried) return redirect(help.one(asked.id));
        const code = await worryAbout(ctx, {
          request: asked.id,
          area: asked.sorted.areaCode,
          to: asked.sorted.id,
        });
        return redirect(concerns.numbers(asked.sorted.areaCode, code, asked.sorted.id));
      },
      (problems) => askPage(ctx, sortOf(form), true, { values: form, problems }),
    );
  }),
];

function mayTake(ctx: Ctx): void {
  permit(isPerson(ctx.actor));
  permit(helpersOf(ctx.actor).length > 0);
}

function sortOf(form: FormBody): SortHelp {
  return SortHelp.parse({ near: form.near, need: form.need });
}

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

async function askPage(ctx: Ctx, sort: SortHelp, isTaken: boolean, again: Remembered = {}): Promise<Page> {
  const { sorted, problems } = await sortedOrProblem(ctx, sort);
  const ids = helpersOf(ctx.actor);
  const cards = isTaken ? await cardsByIds(ctx.db.open, ids) : new Map();
  const takers = [...cards.values()].map(({ id, name }) => ({ id, name }));
  const { help_answer_days: days } = await clocks(ctx.db.open);
  const chosen = takers.find(({ id }) => id === again.values?.organisation_id) ?? takers[0];
  const { hubPhone } = await network(ctx.db.open);
  const kept = HelpToken.safeParse({ token: again.values?.token }).data?.token;
  const body = (
    <AskPage
      {...{ sort, sorted, hubPhone, values: again.values, mayTake: ids.length > 0 && !isTaken }}
      needs={Object.entries(themes).map(([value, label]) => ({ value, label }))}
      needWords={needWords(knownNeed(sort.need))}
      wording={sorted ? await wordsForHelp(ctx.db.open, sorted, chosen?.id ?? '') : ''}
      until={dueAfterWorkingDays(ctx.now, days, await bankHolidays(ctx.db.open))}
      token={kept ?? ctx.newToken()}
      stamp={stampFor(ctx, 'ask-for-help')}
      takers={isTaken ? takers : undefined}
      problems={again.problems ?? problems}
    />
  );
  return { title: isTaken ? takeTitle : askTitle, noindex: sort.near !== '' || isTaken, body };
}

/** An address that names no place comes back with a sentence about it, never as an error. */
async function sortedOrProblem(ctx: Ctx, sort: SortHelp): Promise<{ sorted?: Sorted; problems?: Problems }> {
  if (sort.near.trim() === '') return {};
  try {
    return { sorted: await sortHelp(ctx.db.open, sort) };
  } catch (problem) {
    if (problem instanceof Invalid) return { problems: problem.problems };
    throw problem;
  }
}

async function askedPage(ctx: Ctx, token: string): Promise<Page> {
  const hash = hashOf(token);
  const one = await ctx.db.withKeys({ link: hash }).read((db) => helpByLinkOptional(db, hash));
  if (!one || !canSeeOwnRequest(ctx.actor, one !== undefined)) {
    throw new EdgeError(410, 'link_over', 'This link is over. Ring whoever you asked, and say the code.');
  }
  const answers = (await cardsByIds(ctx.db.open, [one.organisationId])).get(one.organisationId);
  const loop = await openLoopOptional(ctx.db.open, 'help-request', one.id);
  const body = (
    <AskedPage
      {...{ one, token, until: loop?.firstDueAt, now: ctx.now }}
      answers={{ name: answers?.name ?? '', phone: answers?.phone ?? '' }}
    />
  );
  return { title: askedTitle, noindex: true, body };
}
