import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { answerForm } from '../../platform/forms.ts';
import { ownPath } from '../../platform/http/guard.ts';
import { limited } from '../../platform/http/limits.ts';
import { byId, type Cookie, get, json, page, post, type Route, redirect } from '../../platform/http/route.ts';
import { isPerson, permit } from '../../platform/permit.ts';
import { hashOf } from '../../platform/secrets.ts';
import { network } from '../network/door.ts';
import { changeName, endSession } from './actions/account.ts';
import { askForSignIn, enterCode, type Opened, useLink } from './actions/sign-in.ts';
import { MePage } from './pages/me.tsx';
import { CodePage, LinkPage, SignInPage } from './pages/sign-in.tsx';
import { canSeeOwnPage } from './permits.ts';
import { ownSessions, person, signInLinkOptional } from './queries.ts';
import { sessionDays, whyNotUse } from './rules.ts';
import { people } from './urls.ts';
import { AskForSignIn, ChangeName, EnterCode } from './words.ts';

const Next = z.object({ next: z.string().max(500).optional().catch(undefined) });
const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

/** Per address; generous, because a whole centre may sit behind one. */
const oftenEnough = limited({ burst: 30, seconds: 600 });

export const routes: readonly Route[] = [
  get('/sign-in', 'anyone', { query: Next }, async (ctx, { query }) => {
    const { hubPhone } = await network(ctx.db.open);
    return page({
      title: 'Sign in',
      noindex: true,
      current: '/sign-in',
      body: <SignInPage next={ownPath(query.next)} hubPhone={hubPhone} />,
    });
  }),

  post('/sign-in', 'anyone', { fields: ['email', 'next'] }, async (ctx, { form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    const { name, hubPhone } = await network(ctx.db.open);
    const browserToken = request.browserToken ?? ctx.newToken();
    return answerForm(
      AskForSignIn,
      form,
      async (input) => {
        const safe = { ...input, next: ownPath(input.next) };
        await askForSignIn(ctx, safe, { browserToken, networkName: name });
        return redirect(people.code(), { cookies: [browserCookie(browserToken)] });
      },
      (problems) => ({
        title: 'Sign in',
        noindex: true,
        body: (
          <SignInPage
            next={ownPath(String(form.next ?? ''))}
            hubPhone={hubPhone}
            values={form}
            problems={problems}
          />
        ),
      }),
    );
  }),

  get('/sign-in/code', 'anyone', {}, async (ctx) => {
    const { practice } = await network(ctx.db.open);
    return page({
      title: 'Type the code we sent you',
      noindex: true,
      body: <CodePage practice={practice} />,
    });
  }),

  post('/sign-in/code', 'the browser that asked', { fields: ['code'] }, async (ctx, { form, request }) => {
    oftenEnough(request.address, ctx.machineNow);
    const { practice } = await network(ctx.db.open);
    const asked = { browserToken: request.browserToken ?? '', device: request.device };
    return answerForm(
      EnterCode,
      form,
      async (input) => comeIn(await enterCode(ctx, input, asked)),
      (problems) => ({
        title: 'Type the code we sent you',
        noindex: true,
        body: <CodePage practice={practice} problems={atCode(problems)} />,
      }),
    );
  }),

  get(
    '/sign-in/link/:token',
    'whoever holds the link',
    { params: ByToken },
    async (ctx, { params, request }) => {
      const why = await whyNotLink(ctx, params.token, request.browserToken);
      const body = <LinkPage token={params.token} why={why} />;
      const headers = { 'Cache-Control': 'no-store' };
      return page({ title: 'Sign in with this link', noindex: true, body }, why ? 410 : 200, { headers });
    },
  ),

  post(
    '/sign-in/link/:token',
    'the browser that asked',
    { params: ByToken, fields: [] },
    async (ctx, { params, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        z.object({}),
        {},
        async () =>
          comeIn(
            await useLink(ctx, params.token, { browserToken: request.browserToken, device: request.device }),
          ),
        (problems) => ({
          title: 'Sign in with this link',
          noindex: true,
          body: <LinkPage token={params.token} why={problems[''] ?? ''} />,
        }),
      );
    },
  ),

  get('/me', 'the person', {}, async (ctx) =>
    page({ title: await hello(ctx), noindex: true, current: '/me', body: await me(ctx, {}) }),
  ),

  get('/me/data', 'the person', {}, async (ctx) => {
    permit(canSeeOwnPage(ctx.actor));
    const headers = {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${dataFile}"`,
    };
    return json(await heldData(ctx), 200, { headers });
  }),

  post('/me/name', 'the person', { fields: ['name', 'version'] }, async (ctx, { form }) => {
    permit(canSeeOwnPage(ctx.actor));
    return answerForm(
      ChangeName,
      form,
      async (input) => {
        await changeName(ctx, input);
        return redirect(people.me());
      },
      async (problems) => ({
        title: await hello(ctx),
        noindex: true,
        body: await me(ctx, { values: form, problems }),
      }),
    );
  }),

  post('/me/sessions/:id/end', 'the person', { params: byId, fields: [] }, async (ctx, { params }) => {
    await endSession(ctx, params.id);
    return redirect(people.me());
  }),

  post('/sign-out', 'the person', { fields: [] }, async (ctx) => {
    if (isPerson(ctx.actor)) {
      const here = (await ctx.db.read(ownSessions)).find((session) => session.thisOne);
      if (here) await endSession(ctx, here.id);
    }
    const headers = { 'Clear-Site-Data': '"cache", "storage"' };
    return redirect('/', { cookies: [{ name: 'session', value: '', seconds: 0 }], headers });
  }),
];

/** Whatever is wrong with it is wrong with the code: nothing else is asked. */
function atCode({ '': general, ...problems }: Record<string, string>): Record<string, string> {
  return general === undefined ? problems : { code: general };
}

async function whyNotLink(
  ctx: Ctx,
  token: string,
  browserToken: string | undefined,
): Promise<string | undefined> {
  const hash = hashOf(token);
  const found = await ctx.db.withKeys({ link: hash }).read((db) => signInLinkOptional(db, hash));
  const state = found && { tries: found.tries, expiresAt: found.expires_at, usedAt: found.used_at };
  const why = whyNotUse(state, ctx.machineNow);
  if (why) return why;
  const mine = browserToken !== undefined && found?.browser_hash?.equals(hashOf(browserToken));
  return mine
    ? undefined
    : 'You asked for this in another browser. Type the code from the mail there instead.';
}

const dataFile = 'what-we-hold-about-you.json';

/** Everything the slices say they hold about the person, each table as it stands. */
async function heldData(ctx: Ctx) {
  const { personId = '', email = '' } = ctx.actor;
  const { heldAbout, retain } = ctx.house;
  return ctx.db.read(async (db) => {
    const held: { what: string; rows: readonly object[] }[] = [];
    for (const { label, read } of heldAbout) {
      held.push({ what: label, rows: await read(db, { id: personId, email }) });
    }
    return { made_at: ctx.now, held, goes_by_itself: retain.map(({ what, after }) => ({ what, after })) };
  });
}

async function hello(ctx: Ctx): Promise<string> {
  const first = ctx.actor.name?.split(' ')[0];
  return first ? `Hello ${first}` : 'Hello';
}

async function me(
  ctx: Ctx,
  remembered: { values?: Record<string, unknown>; problems?: Record<string, string> },
) {
  permit(canSeeOwnPage(ctx.actor));
  const { personId = '' } = ctx.actor;
  const shown = await ctx.db.read(async (db) => ({
    person: await person(db, personId),
    sessions: await ownSessions(db),
  }));
  const panels = await Promise.all(
    ctx.house.panels.map(async (panel) => ({ title: panel.title, rows: await panel.read(ctx) })),
  );
  return <MePage {...shown} panels={panels} now={ctx.now} {...remembered} />;
}

function comeIn(opened: Opened) {
  const cookie: Cookie = { name: 'session', value: opened.sessionToken, seconds: sessionDays * 86_400 };
  return redirect(ownPath(opened.next), { cookies: [cookie] });
}

function browserCookie(value: string): Cookie {
  return { name: 'browser', value, seconds: 86_400 };
}
