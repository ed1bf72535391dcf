import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { network } from '../../network/door.ts';
import { closeAccount, inTheWayOf, signOutElsewhere } from '../actions/account.ts';
import { askForMailbox, takeMailbox, undoMailbox } from '../actions/mailbox.ts';
import {
  ClosePage,
  closeTitle,
  MailboxPage,
  mailboxTitle,
  TakeMailboxPage,
  takeTitle,
  UndoMailboxPage,
  undoTitle,
} from '../pages/account.tsx';
import { canChangeMailbox, canCloseAccount } from '../permits.ts';
import { changeByLinkOptional, changeByUndoOptional } from '../queries/account.ts';
import { whyNotTake, whyNotUndo } from '../rules/account.ts';
import { people } from '../urls.ts';
import { ChangeMailbox, CloseAccount } from '../words/sign-in.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const Sent = z.object({ sent: z.enum(['yes']).optional().catch(undefined) });
const Nothing = z.object({});
const oftenEnough = limited({ burst: 20, seconds: 600 });
const crumb = { href: people.me(), label: 'Your page' };
const unseen = { 'Cache-Control': 'no-store' };

export const routes: readonly Route[] = [
  get('/me/mailbox', 'the person', { query: Sent }, async (ctx, { query }) => {
    permit(canChangeMailbox(ctx.actor));
    return page(await mailboxPage(ctx, { sent: query.sent === 'yes' }));
  }),

  post('/me/mailbox', 'the person', { fields: ['email'] }, async (ctx, { form, request }) => {
    permit(canChangeMailbox(ctx.actor));
    oftenEnough(request.address, ctx.machineNow);
    const { name } = await network(ctx.db.open);
    return answerForm(
      ChangeMailbox,
      form,
      async ({ email }) => {
        await askForMailbox(ctx, email, name);
        return redirect(`${people.mailbox()}?sent=yes`);
      },
      (problems) => mailboxPage(ctx, { sent: false, values: form, problems }),
    );
  }),

  get('/me/mailbox/:token', 'the person, by a link', { params: ByToken }, async (ctx, { params }) => {
    permit(canChangeMailbox(ctx.actor));
    const change = await ctx.db.read((db) => changeByLinkOptional(db, hashOf(params.token)));
    const why = whyNotTake(change, ctx.machineNow);
    const body = <TakeMailboxPage token={params.token} why={why} />;
    return page({ title: takeTitle, noindex: true, body }, why ? 410 : 200, { headers: unseen });
  }),

  post(
    '/me/mailbox/:token',
    'the person, by a link',
    { params: ByToken, fields: [] },
    async (ctx, { params }) => {
      permit(canChangeMailbox(ctx.actor));
      const { name } = await network(ctx.db.open);
      return answerForm(
        Nothing,
        {},
        async () => {
          await takeMailbox(ctx, params.token, name);
          return redirect(people.me());
        },
        (problems) => ({
          title: takeTitle,
          noindex: true,
          body: <TakeMailboxPage token={params.token} problems={problems} />,
        }),
      );
    },
  ),

  get('/mailbox/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const hash = hashOf(params.token);
    const change = await ctx.db.withKeys({ link: hash }).read((db) => changeByUndoOptional(db, hash));
    const why = whyNotUndo(change, ctx.machineNow);
    const body = <UndoMailboxPage token={params.token} why={why} />;
    return page({ title: undoTitle, noindex: true, body }, why ? 410 : 200, { headers: unseen });
  }),

  post(
    '/mailbox/:token',
    'whoever holds the link',
    { params: ByToken, fields: [] },
    async (ctx, { params, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        Nothing,
        {},
        async () => {
          await undoMailbox(ctx, params.token);
          return redirect(people.signIn());
        },
        (problems) => ({
          title: undoTitle,
          noindex: true,
          body: <UndoMailboxPage token={params.token} problems={problems} />,
        }),
      );
    },
  ),

  post('/me/sessions/end', 'the person', { fields: [] }, async (ctx) => {
    await signOutElsewhere(ctx);
    return redirect(people.me());
  }),

  get('/me/close', 'the person', {}, async (ctx) => {
    permit(canCloseAccount(ctx.actor));
    return page(await closePage(ctx));
  }),

  post('/me/close', 'the person', { fields: ['sure'] }, async (ctx, { form }) => {
    permit(canCloseAccount(ctx.actor));
    const { name } = await network(ctx.db.open);
    return answerForm(
      CloseAccount,
      form,
      async () => {
        await closeAccount(ctx, name);
        const headers = { 'Clear-Site-Data': '"cache", "storage"' };
        return redirect('/', { cookies: [{ name: 'session', value: '', seconds: 0 }], headers });
      },
      (problems) => closePage(ctx, problems),
    );
  }),
];

async function mailboxPage(
  ctx: Ctx,
  shown: { sent: boolean; values?: Record<string, unknown>; problems?: Problems },
): Promise<Page> {
  const { practice } = await network(ctx.db.open);
  const body = <MailboxPage email={ctx.actor.email ?? ''} practice={practice} {...shown} />;
  return { title: mailboxTitle, noindex: true, crumb, body };
}

async function closePage(ctx: Ctx, problems?: Problems): Promise<Page> {
  const { personId = '' } = ctx.actor;
  const inTheWay = await ctx.db.read((db) => inTheWayOf(db, ctx, personId));
  const body = <ClosePage inTheWay={inTheWay} problems={problems} />;
  return { title: closeTitle, noindex: true, crumb, body };
}
