import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { removeProvider, setProvider } from '../actions/provider.ts';
import { backTo } from '../actions/provider-sign-in.ts';
import { SetProviderPage, setProviderTitle } from '../pages/set-provider.tsx';
import { canSetProvider } from '../permits.ts';
import { providerOptional } from '../queries/providers.ts';
import { people } from '../urls.ts';
import { providerFields, SetProvider } from '../words/provider.ts';

const who = 'an admin of a centre, the hub or a public body';

export const routes: readonly Route[] = [
  get('/organisations/:id/provider', who, { params: byId }, async (ctx, { params }) =>
    page(await setPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/provider',
    who,
    { params: byId, fields: providerFields },
    async (ctx, { params, form }) => {
      permit(canSetProvider(ctx.actor, params.id));
      wantSecondKey(ctx.actor);
      return answerForm(
        SetProvider,
        form,
        async (input) => {
          await setProvider(ctx, params.id, input);
          return redirect(people.setProvider(params.id));
        },
        (problems) => setPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post('/organisations/:id/provider/remove', who, { params: byId, fields: [] }, async (ctx, { params }) => {
    await removeProvider(ctx, params.id);
    return redirect(people.setProvider(params.id));
  }),
];

async function setPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  permit(canSetProvider(ctx.actor, id));
  const known = await providerOptional(ctx.db.open, id);
  const { values, problems } = remembered;
  const shown = values ? { ...values, client_secret: '' } : known && asForm(known);
  return {
    title: setProviderTitle,
    noindex: true,
    crumb: { href: people.me(), label: 'Your page' },
    body: (
      <SetProviderPage
        organisationId={id}
        backTo={backTo(ctx, id)}
        isSet={known !== undefined}
        values={shown}
        problems={problems}
      />
    ),
  };
}

function asForm(one: { label: string; issuer: string; clientId: string; trustsKeys: boolean }) {
  return {
    label: one.label,
    issuer: one.issuer,
    client_id: one.clientId,
    trusts_keys: one.trustsKeys ? 'yes' : '',
  };
}
