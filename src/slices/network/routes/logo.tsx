import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { pictureBytes, pictureFrom, shownImage } from '../../../platform/images.ts';
import { permit } from '../../../platform/permit.ts';
import { LogoForm } from '../../../ui/picture.tsx';
import { removeLogo, setLogo } from '../actions/logo.ts';
import { canChangeSettings } from '../permits.ts';
import { network } from '../queries.ts';
import { settings } from '../urls.ts';
import { SetLogo } from '../words/settings.ts';

export const routes: readonly Route[] = [
  get(settings.logo(), 'the coordinator', {}, async (ctx) => page(await logoPage(ctx))),

  post(
    settings.logo(),
    'the coordinator',
    { fields: ['alt'], upload: { field: 'picture', maxBytes: pictureBytes } },
    async (ctx, { form, files }) => {
      permit(canChangeSettings(ctx.actor));
      return answerForm(
        SetLogo,
        form,
        async ({ alt }) => {
          await setLogo(ctx, { picture: await pictureFrom('picture', files.get('picture')), alt });
          return redirect(settings.logo());
        },
        (problems) => logoPage(ctx, { values: form, problems }),
      );
    },
  ),

  post(settings.removeLogo(), 'the coordinator', { fields: [] }, async (ctx) => {
    await removeLogo(ctx);
    return redirect(settings.logo());
  }),
];

async function logoPage(ctx: Ctx, remembered: Remembered = {}): Promise<Page> {
  permit(canChangeSettings(ctx.actor));
  const { logo } = await network(ctx.db.open);
  const title = 'Logo';
  const body = (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">Your own picture beside the name, on every page.</p>
      <LogoForm
        names={{ set: 'set-network-logo', remove: 'remove-network-logo' }}
        actions={{ set: settings.logo(), remove: settings.removeLogo() }}
        logo={await shownImage(ctx.db.open, logo)}
        {...remembered}
      />
    </div>
  );
  const crumb = { href: settings.all(), label: 'Settings' };
  return { title, noindex: true, crumb, current: settings.all(), body };
}
