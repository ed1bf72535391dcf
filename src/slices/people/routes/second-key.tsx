import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm, parse } from '../../../platform/forms.ts';
import { ownPath } from '../../../platform/http/guard.ts';
import { limited } from '../../../platform/http/limits.ts';
import {
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
import type { Doing as Stopped } from '../../../platform/http/second-key.ts';
import { permit } from '../../../platform/permit.ts';
import { network } from '../../network/door.ts';
import { askForPasskey } from '../actions/passkeys.ts';
import { passInPractice, showCode, showPasskey, showRecoveryCode } from '../actions/second-key.ts';
import {
  recoveryCodesTitle,
  SecondKeyPage,
  SendKeptPage,
  secondKeyTitle,
  sendKeptTitle,
} from '../pages/second-key.tsx';
import { canShowSecondKey } from '../permits.ts';
import { ownSecondKeys } from '../queries/keys.ts';
import { sessionDays } from '../rules/sign-in.ts';
import { people } from '../urls.ts';
import { Doing, doingFields, ShowCode, ShowPasskey, ShowRecoveryCode } from '../words/keys.ts';

const oftenEnough = limited({ burst: 30, seconds: 600 });
const To = z.object({ to: z.string().max(600).optional().catch(undefined) });
const By = z.object({
  by: z.enum(['passkey', 'authenticator', 'recovery', 'practice'], { error: 'Choose one of your keys.' }),
});

export const routes: readonly Route[] = [
  get('/second-key', 'the person', { query: To }, async (ctx, { query }) => {
    permit(canShowSecondKey(ctx.actor));
    return page(await secondKeyPage(ctx, { to: ownPath(query.to), method: 'GET', kept: '' }));
  }),

  post('/second-key/options', 'the person', { fields: [] }, async (ctx, { request }) => {
    permit(canShowSecondKey(ctx.actor));
    oftenEnough(request.address, ctx.machineNow);
    return json(await askForPasskey(ctx, 'second_key', request.sessionToken ?? ''));
  }),

  post(
    '/second-key',
    'the person',
    { fields: ['by', 'answer', 'app_code', 'recovery_code', ...doingFields] },
    async (ctx, { form, request }) => {
      permit(canShowSecondKey(ctx.actor));
      oftenEnough(request.address, ctx.machineNow);
      const { by } = parse(By, form);
      const doing = doingOf(form);
      return answerForm(
        z.object({}),
        form,
        async () => afterwards(doing, { token: await shown(ctx, by, form, request), codes: [] }),
        (problems) => secondKeyPage(ctx, doing, { by, values: form, problems }),
      );
    },
  ),
];

/** In place of a refusal: what was typed stays on the page until a second key was shown. */
export async function askSecondKey(ctx: Ctx, { method, to, form }: Stopped): Promise<Reply> {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const doing = { to: ownPath(to), method, kept: new URLSearchParams(pairs).toString() };
  return page(await secondKeyPage(ctx, doing), 403);
}

export function doingOf(form: FormBody): Doing {
  const doing = parse(Doing, form);
  return { ...doing, to: ownPath(doing.to) };
}

/** The session has a new token from now on; then one goes on with what one was doing. */
export function afterwards(doing: Doing, proved: { token: string; codes: readonly string[] }): Reply {
  const { token, codes } = proved;
  const cookies = [{ name: 'session' as const, value: token, seconds: sessionDays * 86_400 }];
  if (doing.method === 'GET' && codes.length === 0) return redirect(doing.to, { cookies });
  const title = codes.length > 0 ? recoveryCodesTitle : sendKeptTitle;
  const body = <SendKeptPage doing={doing} codes={codes} />;
  const headers = { 'Cache-Control': 'no-store' };
  return page({ title, noindex: true, isOpenNow: true, body }, 200, { cookies, headers });
}

async function shown(
  ctx: Ctx,
  by: z.infer<typeof By>['by'],
  form: FormBody,
  request: { sessionToken: string | undefined; loopback: boolean },
): Promise<string> {
  const { sessionToken = '', loopback } = request;
  if (by === 'passkey') return showPasskey(ctx, { sessionToken, ...parse(ShowPasskey, form) });
  if (by === 'authenticator') return showCode(ctx, parse(ShowCode, form).app_code);
  if (by === 'recovery') return showRecoveryCode(ctx, parse(ShowRecoveryCode, form).recovery_code);
  const { practice } = await network(ctx.db.open);
  return passInPractice(ctx, { practice, loopback });
}

async function secondKeyPage(
  ctx: Ctx,
  doing: Doing,
  refused?: { by: string; values: FormBody; problems: Problems },
): Promise<Page> {
  const { personId = '' } = ctx.actor;
  const keys = await ctx.db.read((db) => ownSecondKeys(db, personId));
  const { practice } = await network(ctx.db.open);
  return {
    title: secondKeyTitle,
    noindex: true,
    crumb: { href: people.me(), label: 'Your page' },
    body: <SecondKeyPage keys={keys} doing={doing} practice={practice} refused={refused} />,
  };
}
