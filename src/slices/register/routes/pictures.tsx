import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { pictureBytes, pictureFrom, shownImages } from '../../../platform/images.ts';
import { addPicture, removePicture, showFirst } from '../actions/pictures.ts';
import { PicturesPage } from '../pages/pictures.tsx';
import { canChangeRecord } from '../permits.ts';
import { picturesOf } from '../queries/pictures.ts';
import { organisations } from '../urls.ts';
import { AddPicture } from '../words/pictures.ts';
import type { Organisation } from '../words/records.ts';
import { keptRecord } from './kept.ts';

const at = '/organisations/:id/pictures';
const who = 'an admin or the home centre';
const ByPicture = byId.extend({ picture: z.uuid() });
/** It is shown at half of it, and on a phone at all of it. */
const sideMost = 800;
/** Writing a picture anew costs more than any other form. */
const oftenEnough = limited({ burst: 30, seconds: 3600 });

export const routes: readonly Route[] = [
  get(at, who, { params: byId }, async (ctx, { params }) => {
    return page(await picturesPage(ctx, await keptRecord(ctx, params.id, canChangeRecord)));
  }),

  post(
    at,
    who,
    { params: byId, fields: ['alt'], upload: { field: 'picture', maxBytes: pictureBytes } },
    async (ctx, { params, form, files, request }) => {
      const one = await keptRecord(ctx, params.id, canChangeRecord);
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        AddPicture,
        form,
        async ({ alt }) => {
          const picture = await pictureFrom('picture', files.get('picture'), sideMost);
          await addPicture(ctx, one.id, { picture, alt });
          return redirect(organisations.pictures(one.id));
        },
        (problems) => picturesPage(ctx, one, { values: form, problems }),
      );
    },
  ),

  post(`${at}/:picture/first`, who, { params: ByPicture, fields: [] }, async (ctx, { params }) => {
    const one = await keptRecord(ctx, params.id, canChangeRecord);
    await showFirst(ctx, one.id, params.picture);
    return redirect(organisations.pictures(one.id));
  }),

  post(`${at}/:picture/remove`, who, { params: ByPicture, fields: [] }, async (ctx, { params }) => {
    const one = await keptRecord(ctx, params.id, canChangeRecord);
    await removePicture(ctx, one.id, params.picture);
    return redirect(organisations.pictures(one.id));
  }),
];

async function picturesPage(ctx: Ctx, one: Organisation, remembered: Remembered = {}): Promise<Page> {
  const title = `Pictures of ${one.name}`;
  const pictures = await shownImages(ctx.db.open, await picturesOf(ctx.db.open, one.id));
  return {
    title,
    noindex: true,
    crumb: { href: organisations.one(one.id, one.name), label: one.name },
    body: <PicturesPage title={title} organisationId={one.id} pictures={pictures} {...remembered} />,
  };
}
