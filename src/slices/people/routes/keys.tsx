import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import {
  byId,
  type FormBody,
  get,
  json,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { network } from '../../network/door.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  firstRecoveryCodes,
  makeRecoveryCodes,
  removeAuthenticator,
  waitingKey,
} from '../actions/authenticator.ts';
import { addPasskey, askForNewPasskey, namePasskey, removePasskey } from '../actions/passkeys.ts';
import { prove } from '../actions/second-key.ts';
import { AuthenticatorPage, authenticatorTitle, KeysPage, keysTitle } from '../pages/keys.tsx';
import { recoveryCodesTitle, SendKeptPage } from '../pages/second-key.tsx';
import { canKeepKeys } from '../permits.ts';
import { ownSecondKeys } from '../queries/keys.ts';
import { hasSecondKey, otpauth } from '../rules/keys.ts';
import { deviceWords } from '../rules/sign-in.ts';
import { people } from '../urls.ts';
import { AddPasskey, ConfirmAuthenticator, type Doing, doingFields, NamePasskey } from '../words/keys.ts';
import { afterwards, doingOf } from './second-key.tsx';

const oftenEnough = limited({ burst: 30, seconds: 600 });
const Nothing = z.object({});

export const routes: readonly Route[] = [
  get('/me/keys', 'the person', {}, async (ctx) => {
    permit(canKeepKeys(ctx.actor));
    const shown = await keysPage(ctx);
    if (shown.hasKey) wantSecondKey(ctx.actor);
    return page(shown.page);
  }),

  post('/me/passkeys/options', 'the person', { fields: [] }, async (ctx, { request }) => {
    permit(canKeepKeys(ctx.actor));
    oftenEnough(request.address, ctx.machineNow);
    const { name } = await network(ctx.db.open);
    const asked = { sessionToken: request.sessionToken ?? '', networkName: name };
    return json(await askForNewPasskey(ctx, asked));
  }),

  post(
    '/me/passkeys',
    'the person',
    { fields: ['answer', 'name', ...doingFields] },
    async (ctx, { form, request }) => {
      permit(canKeepKeys(ctx.actor));
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        AddPasskey,
        form,
        async (input) => {
          const named = { ...input, name: input.name || deviceWords(request.device) };
          await addPasskey(ctx, named, { sessionToken: request.sessionToken ?? '' });
          const codes = await firstRecoveryCodes(ctx);
          return afterwards(doingOf(form), { token: await prove(ctx, 'passkey'), codes });
        },
        (problems) => again(ctx, { form: 'add-passkey', values: form, problems }),
      );
    },
  ),

  post('/me/passkeys/:id/name', 'the person', { params: byId, fields: ['name'] }, (ctx, { params, form }) => {
    permit(canKeepKeys(ctx.actor));
    return answerForm(
      NamePasskey,
      form,
      async ({ name }) => {
        await namePasskey(ctx, params.id, name);
        return redirect(people.keys());
      },
      (problems) => again(ctx, { form: `name ${params.id}`, values: form, problems }),
    );
  }),

  post('/me/passkeys/:id/remove', 'the person', { params: byId, fields: [] }, async (ctx, { params }) => {
    await removePasskey(ctx, params.id);
    return redirect(people.keys());
  }),

  post('/me/authenticator', 'the person', { fields: doingFields }, (ctx, { form }) => {
    permit(canKeepKeys(ctx.actor));
    return answerForm(
      Nothing,
      form,
      async () => {
        const shown = await authenticatorPage(ctx, await beginAuthenticator(ctx), doingOf(form));
        return page(shown, 200, { headers: { 'Cache-Control': 'no-store' } });
      },
      (problems) => again(ctx, { form: 'begin-authenticator', values: form, problems }),
    );
  }),

  post(
    '/me/authenticator/confirm',
    'the person',
    { fields: ['app_code', ...doingFields] },
    async (ctx, { form, request }) => {
      permit(canKeepKeys(ctx.actor));
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        ConfirmAuthenticator,
        form,
        async (input) => {
          await confirmAuthenticator(ctx, input.app_code);
          const codes = await firstRecoveryCodes(ctx);
          return afterwards(doingOf(form), { token: await prove(ctx, 'authenticator'), codes });
        },
        async (problems) => authenticatorPage(ctx, await waitingKey(ctx), doingOf(form), problems),
      );
    },
  ),

  post('/me/authenticator/remove', 'the person', { fields: [] }, (ctx) => {
    permit(canKeepKeys(ctx.actor));
    return answerForm(
      Nothing,
      {},
      async () => {
        await removeAuthenticator(ctx);
        return redirect(people.keys());
      },
      (problems) => again(ctx, { form: 'remove-authenticator', values: {}, problems }),
    );
  }),

  post('/me/recovery-codes', 'the person', { fields: [] }, async (ctx) => {
    const codes = await makeRecoveryCodes(ctx);
    const body = <SendKeptPage doing={{ to: people.keys(), method: 'GET', kept: '' }} codes={codes} />;
    const headers = { 'Cache-Control': 'no-store' };
    return page({ title: recoveryCodesTitle, noindex: true, body }, 200, { headers });
  }),
];

async function again(
  ctx: Ctx,
  refused: { form: string; values: FormBody; problems: Problems },
): Promise<Page> {
  return (await keysPage(ctx, refused)).page;
}

async function keysPage(
  ctx: Ctx,
  refused?: { form: string; values: FormBody; problems: Problems },
): Promise<{ page: Page; hasKey: boolean }> {
  const { personId = '' } = ctx.actor;
  const keys = await ctx.db.read((db) => ownSecondKeys(db, personId));
  const body = <KeysPage keys={keys} now={ctx.machineNow} refused={refused} />;
  const crumb = { href: people.me(), label: 'Your page' };
  return { page: { title: keysTitle, noindex: true, crumb, body }, hasKey: hasSecondKey(keys) };
}

async function authenticatorPage(ctx: Ctx, key: string, doing: Doing, problems?: Problems): Promise<Page> {
  const { name } = await network(ctx.db.open);
  const address = otpauth({ network: name, email: ctx.actor.email ?? '', key });
  return {
    title: authenticatorTitle,
    noindex: true,
    crumb: { href: people.keys(), label: keysTitle },
    body: <AuthenticatorPage keyText={key} address={address} doing={doing} problems={problems} />,
  };
}
