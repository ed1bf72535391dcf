import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { pictureBytes, pictureFrom, shownImage } from '../../../platform/images.ts';
import { text } from '../../../platform/words.ts';
import { LogoForm } from '../../../ui/picture.tsx';
import { changeLogo } from '../actions/logo.ts';
import { canChangeRecord } from '../permits.ts';
import { logoOf } from '../queries/logo.ts';
import { organisations } from '../urls.ts';
import type { Organisation } from '../words/records.ts';
import { keptRecord } from './kept.ts';

const SetLogo = z.strictObject({
  alt: text({ max: 150, missing: 'Say what the picture shows, for people who hear the page.' }),
});
const who = 'an admin or the home centre';
/** Writing a picture anew costs more than any other form. */
const oftenEnough = limited({ burst: 20, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/organisations/:id/logo', who, { params: byId }, async (ctx, { params }) => {
    return page(await logoPage(ctx, await keptRecord(ctx, params.id, canChangeRecord)));
  }),

  post(
    '/organisations/:id/logo',
    who,
    { params: byId, fields: ['alt'], upload: { field: 'picture', maxBytes: pictureBytes } },
    async (ctx, { params, form, files, request }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        SetLogo,
        form,
        async ({ alt }) => {
          const picture = await pictureFrom('picture', files.get('picture'));
          await changeLogo(ctx, one.id, { picture, alt });
          return redirect(organisations.one(one.id, one.name));
        },
        (problems) => logoPage(ctx, one, { values: form, problems }),
      );
    },
  ),

  post('/organisations/:id/logo/remove', who, { params: byId, fields: [] }, async (ctx, { params }) => {
    const one = await keptRecord(ctx, params.id, canChangeRecord);
    await changeLogo(ctx, one.id, undefined);
    return redirect(organisations.logo(one.id));
  }),
];

async function logoPage(ctx: Ctx, one: Organisation, remembered: Remembered = {}): Promise<Page> {
  const title = `Logo of ${one.name}`;
  const body = (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">It stands on your page, beside the name.</p>
      <LogoForm
        names={{ set: 'set-logo', remove: 'remove-logo' }}
        actions={{ set: organisations.logo(one.id), remove: organisations.removeLogo(one.id) }}
        logo={await shownImage(ctx.db.open, await logoOf(ctx.db.open, one.id))}
        {...remembered}
      />
    </div>
  );
  return {
    title,
    noindex: true,
    crumb: { href: organisations.one(one.id, one.name), label: one.name },
    body,
  };
}
