import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { dropPicture, isAmong, keepPicture, type Picture } from '../../../platform/images.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisationChanged } from '../events.ts';
import { canChangeRecord } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { picturesMost } from '../words/pictures.ts';

/** Shows one more picture on an organisation's page, behind those that are there; one that is there stays there once. */
export function addPicture(
  ctx: Ctx,
  organisationId: string,
  { picture, alt }: { picture: Picture; alt: string },
): Promise<void> {
  return changing(ctx, organisationId, async (tx, places) => {
    const there = places.map((one) => one.image_id);
    if (await isAmong(tx, there, picture)) return;
    if (places.length >= picturesMost) {
      throw new Refused('too_many_pictures', `A page shows ${picturesMost} pictures. Take one away first.`);
    }
    const image_id = await keepPicture(tx, ctx, picture);
    const place = (places.at(-1)?.place ?? 0) + 1;
    await tx
      .insertInto('register.picture')
      .values({ id: ctx.newId(), organisation_id: organisationId, image_id, alt, place, added_at: ctx.now })
      .execute();
  });
}

export function removePicture(ctx: Ctx, organisationId: string, pictureId: string): Promise<void> {
  return changing(ctx, organisationId, async (tx, places) => {
    const gone = theOne(places, pictureId);
    await tx.deleteFrom('register.picture').where('id', '=', gone.id).execute();
    await dropPicture(tx, gone.image_id);
  });
}

export function showFirst(ctx: Ctx, organisationId: string, pictureId: string): Promise<void> {
  return changing(ctx, organisationId, async (tx, places) => {
    const { id } = theOne(places, pictureId);
    await tx
      .updateTable('register.picture')
      .set({ place: (places[0]?.place ?? 1) - 1 })
      .where('id', '=', id)
      .execute();
  });
}

interface Place {
  id: string;
  image_id: string;
  place: number;
}

function theOne(places: readonly Place[], id: string): Place {
  const one = places.find((found) => found.id === id);
  if (!one) throw new NotFound('picture');
  return one;
}

/** One change after the other, so that two who add at once do not add one too many. */
function changing(
  ctx: Ctx,
  organisationId: string,
  change: (tx: Tx, places: readonly Place[]) => Promise<void>,
): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    permit(canChangeRecord(ctx.actor, await organisation(tx, organisationId)));
    await tx
      .selectFrom('register.organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forUpdate()
      .execute();
    const places = await tx
      .selectFrom('register.picture')
      .select(['id', 'image_id', 'place'])
      .where('organisation_id', '=', organisationId)
      .orderBy('place')
      .orderBy('id')
      .execute();
    await change(tx, places);
    await tx
      .updateTable('register.organisation')
      .set({ changed_at: ctx.now })
      .where('id', '=', organisationId)
      .execute();
    await record(tx, ctx, organisationChanged, { organisationId, fields: ['pictures'] }, { organisationId });
  });
}
