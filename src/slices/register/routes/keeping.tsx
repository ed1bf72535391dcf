import { z } from 'zod';
import { EdgeError, NotFound } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { byId, get, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { humanFields, lookForSigns, sendingOf, withoutMarks } from '../../../platform/human/look.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { clocks } from '../../network/door.ts';
import { answerAppeal } from '../actions/appeal.ts';
import { confirmByLink, confirmChecked } from '../actions/check.ts';
import { suggestChange } from '../actions/keeping.ts';
import { SuggestedPage } from '../pages/keeping.tsx';
import { canCheckRecord } from '../permits.ts';
import { checkLink } from '../queries/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import { checking, organisations } from '../urls.ts';
import { AnswerAppeal } from '../words/answers.ts';
import { ListedServices } from '../words/cards.ts';
import { SuggestChange } from '../words/records.ts';
import { answerAppealPage, checkedPage, checkPage, suggestPage } from './keeping-pages.tsx';
import { keptRecord, mustBeSomebody } from './kept.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

const noStore = { headers: { 'Cache-Control': 'no-store' } };

/** Against floods; whoever sends a few more than others is held, not refused. */
const oftenEnough = limited({ burst: 300, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/check/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const link = await checkLink(ctx.db.open, hashOf(params.token));
    if (link.expiresAt <= ctx.now) {
      throw new EdgeError(
        410,
        'expired',
        'This link has expired. Sign in, and press the button on your page.',
      );
    }
    return page(await checkPage(ctx, link.organisationId, checking.link(params.token), false), 200, noStore);
  }),

  post(
    '/check/:token',
    'whoever holds the link',
    { params: ByToken, fields: [] },
    async (ctx, { params }) => {
      return page(await checkedPage(ctx, await confirmByLink(ctx, params.token)), 200, noStore);
    },
  ),

  get(
    '/organisations/:id/check',
    'its people or its home centre',
    { params: byId },
    async (ctx, { params }) => {
      const one = await keptRecord(ctx, params.id, canCheckRecord);
      // Only what people are shown can be right or wrong.
      if (one.state !== 'active') throw new NotFound('organisation');
      return page(await checkPage(ctx, params.id, organisations.check(params.id), true));
    },
  ),

  post(
    '/organisations/:id/check',
    'its people or its home centre',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      await keptRecord(ctx, params.id, canCheckRecord);
      await confirmChecked(ctx, params.id);
      return page(await checkedPage(ctx, params.id));
    },
  ),

  get(
    '/organisations/:id/suggest',
    'anyone',
    { params: byId, query: ListedServices },
    async (ctx, { params, query }) => {
      return page(await suggestPage(ctx, params.id, { sheet: query }));
    },
  ),

  post(
    '/organisations/:id/suggest',
    'anyone',
    { params: byId, fields: ['what', 'reply_to', 's', 'old', ...humanFields] },
    async (ctx, { params, form: sent, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const { s, old, ...form } = withoutMarks(sent);
      const sheet = ListedServices.parse({ s, old });
      return answerForm(
        SuggestChange,
        form,
        async (input) => {
          const typed = { text: input.what, email: input.reply_to, address: request.address };
          const about = { form: sent, name: 'suggest-change', thingId: params.id, ...typed };
          const signs = await lookForSigns(ctx, about);
          const sending = sendingOf(ctx, about);
          const token = await suggestChange(ctx, params.id, input, { signs, sending });
          if (token !== undefined) return redirect(organisations.proveSuggestion(params.id, token));
          const one = await organisation(ctx.db.open, params.id);
          const { suggestion_answer_days } = await clocks(ctx.db.open);
          return page({
            title: 'Thank you, they will look at it',
            noindex: true,
            body: <SuggestedPage one={one} days={suggestion_answer_days} sheet={sheet} />,
          });
        },
        (problems) => suggestPage(ctx, params.id, { values: form, problems, sheet }),
      );
    },
  ),

  get('/appeals/:id', 'the coordinator', { params: byId }, async (ctx, { params }) => {
    mustBeSomebody(ctx);
    return page(await answerAppealPage(ctx, params.id, {}));
  }),

  post(
    '/appeals/:id',
    'the coordinator',
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        AnswerAppeal,
        form,
        async (input) => {
          await answerAppeal(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems) => answerAppealPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];
