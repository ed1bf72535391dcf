import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { Forbidden, type Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, type FormBody, get, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { privacy } from '../../privacy/urls.ts';
import {
  answerReferral,
  closeReferral,
  openReferral,
  replyReferral,
  tellReferral,
  tryNext,
} from '../actions/answering.ts';
import { makeLetter, withdrawReferral } from '../actions/stopping.ts';
import { canSeeReferral, sendersOf } from '../permits/referral.ts';
import { referral } from '../queries/referrals.ts';
import { referrals } from '../urls.ts';
import {
  AnswerReferral,
  ListReferrals,
  NextService,
  ReplyReferral,
  TellReferral,
  WithdrawReferral,
} from '../words/referral.ts';
import { letterPage, listPage, referralPage } from './referral-pages.tsx';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const parties = 'its two sides, and whoever it was made for';
const receiver = 'whoever it was sent to';
const sender = 'whoever sent it';

export const routes: readonly Route[] = [
  get(
    '/referrals',
    'whoever refers people or gets referrals',
    { query: ListReferrals },
    async (ctx, { query }) => {
      permit(isPerson(ctx.actor));
      permit(sendersOf(ctx.actor).length > 0);
      return page(await listPage(ctx, query), 200, noStore);
    },
  ),

  get('/referrals/:id', parties, { params: byId }, async (ctx, { params }) =>
    page(await referralPage(ctx, params.id), 200, noStore),
  ),

  moving('open', receiver, z.object({}), [], (ctx, id) => {
    // Before the first story is opened, a key that only this person has.
    if (ctx.actor.strength !== 'strong') throw new Forbidden(false, true);
    return openReferral(ctx, id);
  }),
  moving('answer', receiver, AnswerReferral, Object.keys(AnswerReferral.shape), answerReferral),
  moving('tell', receiver, TellReferral, Object.keys(TellReferral.shape), tellReferral),
  moving('reply', sender, ReplyReferral, Object.keys(ReplyReferral.shape), replyReferral),
  moving('close', sender, z.object({}), [], closeReferral),
  moving('next', sender, NextService, Object.keys(NextService.shape), tryNext),
  moving('withdraw', 'its two sides, told by the person', WithdrawReferral, ['told_how'], withdrawReferral),

  post('/referrals/:id/letter', sender, { params: byId, fields: [] }, async (ctx, { params }) => {
    await mustKnowIt(ctx, params.id);
    const link = ctx.publicUrl + privacy.sharedByLink(await makeLetter(ctx, params.id));
    return page(await letterPage(ctx, params.id, link), 200, noStore);
  }),
];

/** One form of the page of a referral: it comes back with what was typed. */
function moving<Schema extends z.ZodType>(
  what: string,
  who: string,
  schema: Schema,
  fields: readonly string[],
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<unknown>,
): Route {
  return post(`/referrals/:id/${what}`, who, { params: byId, fields }, async (ctx, { params, form }) => {
    const again = (problems: Problems, values: FormBody) =>
      referralPage(ctx, params.id, { refused: what, values, problems });
    await mustKnowIt(ctx, params.id);
    return answerForm(
      schema,
      form,
      async (input) => {
        const newId = await act(ctx, params.id, input);
        return redirect(referrals.one(typeof newId === 'string' ? newId : params.id));
      },
      (problems) => again(problems, form),
    );
  });
}

/** Whether it is there for them at all. A form that is sent shows nothing, so it is no look. */
async function mustKnowIt(ctx: Ctx, id: string): Promise<void> {
  permit(isPerson(ctx.actor));
  const one = await ctx.db.read((db) => referral(db, id));
  permit(canSeeReferral(ctx.actor, one), { hidden: true });
}
