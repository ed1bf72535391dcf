import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm } from '../../../platform/forms.ts';
import { ownPath } from '../../../platform/http/guard.ts';
import { limited } from '../../../platform/http/limits.ts';
import { type Cookie, get, json, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isTrapped, traps, withoutMarks } from '../../../platform/human/look.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { network } from '../../network/door.ts';
import { askForPasskey } from '../actions/passkeys.ts';
import { askForSignIn, enterCode, type Opened, signInWithPasskey, useLink } from '../actions/sign-in.ts';
import { CodePage, LinkPage, SignInPage } from '../pages/sign-in.tsx';
import { allProviders } from '../queries/providers.ts';
import { signInLinkOptional } from '../queries/sign-in.ts';
import { sessionDays, whyNotUse } from '../rules/sign-in.ts';
import { people } from '../urls.ts';
import { SignInWithPasskey } from '../words/keys.ts';
import { AskForSignIn, EnterCode } from '../words/sign-in.ts';

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
      body: (
        <SignInPage
          next={ownPath(query.next)}
          hubPhone={hubPhone}
          providers={await allProviders(ctx.db.open)}
        />
      ),
    });
  }),

  post(
    '/sign-in',
    'anyone',
    { fields: ['email', 'next', ...traps] },
    async (ctx, { form: sent, request }) => {
      const form = withoutMarks(sent);
      oftenEnough(request.address, ctx.machineNow);
      const { name, hubPhone } = await network(ctx.db.open);
      const browserToken = request.browserToken ?? ctx.newToken();
      return answerForm(
        AskForSignIn,
        form,
        async (input) => {
          const safe = { ...input, next: ownPath(input.next) };
          // Whoever walks into the trap reads what everybody reads, and nobody is mailed.
          if (!isTrapped(sent)) await askForSignIn(ctx, safe, { browserToken, networkName: name });
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
    },
  ),

  post('/sign-in/passkey/options', 'anyone', { fields: [] }, async (ctx, { request }) => {
    oftenEnough(request.address, ctx.machineNow);
    const browserToken = request.browserToken ?? ctx.newToken();
    const options = await askForPasskey(ctx, 'sign_in', browserToken);
    return json(options, 200, { cookies: [browserCookie(browserToken)] });
  }),

  post(
    '/sign-in/passkey',
    'the browser that asked',
    { fields: ['answer', 'next'] },
    async (ctx, { form, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const { hubPhone } = await network(ctx.db.open);
      const next = ownPath(String(form.next ?? ''));
      const { device, browserToken = '' } = request;
      return answerForm(
        SignInWithPasskey,
        form,
        async ({ answer }) =>
          comeIn({ sessionToken: await signInWithPasskey(ctx, { answer, browserToken, device }), next }),
        (problems) => ({
          title: 'Sign in',
          noindex: true,
          body: <SignInPage next={next} hubPhone={hubPhone} passkeyProblems={problems} />,
        }),
      );
    },
  ),

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

export function comeIn(opened: Opened) {
  const cookie: Cookie = { name: 'session', value: opened.sessionToken, seconds: sessionDays * 86_400 };
  return redirect(ownPath(opened.next), { cookies: [cookie] });
}

export function browserCookie(value: string): Cookie {
  return { name: 'browser', value, seconds: 86_400 };
}
