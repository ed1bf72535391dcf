import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { problemsOf } from '../../../platform/words.ts';
import { canChangeRecord } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { service } from '../queries/services.ts';
import { type ThingKind, versionsOf, writtenNow } from '../queries/versions.ts';
import { asTyped, backTo, type Change, changesOf, whyNotUndo } from '../rules/versions.ts';
import { fieldWords } from '../words/fields.ts';
import { ChangeOrganisation, ChangeService, type Organisation } from '../words/records.ts';
import { applyChange, asForm } from './organisation.ts';
import { applyServiceChange, serviceAsForm } from './service.ts';
import type { How } from './versions.ts';

const how = { way: 'undo', reason: 'An earlier change was taken back' } as const;

/** Takes one change back, where nobody has touched its fields since. It is a change like any other, and can be undone. */
export async function undoChange(
  ctx: Ctx,
  about: { kind: ThingKind; id: string },
  versionId: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    permit(canChangeRecord(ctx.actor, await ownerOf(tx, about)));
    await takeBack(tx, ctx, about, versionId, how);
  });
}

interface Thing {
  kind: ThingKind;
  id: string;
}

async function ownerOf(tx: Tx, { kind, id }: Thing): Promise<Organisation> {
  return organisation(tx, kind === 'organisation' ? id : (await service(tx, id)).organisationId);
}

/** The same in the transaction of whoever has asked already whether it may be. */
export async function takeBack(tx: Tx, ctx: Ctx, about: Thing, versionId: string, by: How): Promise<void> {
  if (about.kind === 'organisation') await undoOrganisation(tx, ctx, about.id, versionId, by);
  else await undoService(tx, ctx, about.id, versionId, by);
}

async function undoOrganisation(tx: Tx, ctx: Ctx, id: string, versionId: string, by: How): Promise<void> {
  const one = await organisation(tx, id);
  const change = await changeToUndo(tx, { kind: 'organisation', id }, versionId);
  const next = ChangeOrganisation.safeParse({
    ...(await asForm(tx, one)),
    ...backTo(change),
    version: one.version,
  });
  if (!next.success) throw new Invalid(problemsOf(next.error));
  await applyChange(tx, ctx, one, next.data, by);
}

async function undoService(tx: Tx, ctx: Ctx, id: string, versionId: string, by: How): Promise<void> {
  const one = await service(tx, id);
  const change = await changeToUndo(tx, { kind: 'service', id }, versionId);
  const next = ChangeService.safeParse({
    ...asTyped(await serviceAsForm(tx, one)),
    ...backTo(change),
    version: one.version,
  });
  if (!next.success) throw new Invalid(problemsOf(next.error));
  await applyServiceChange(tx, ctx, one, next.data, by);
}

async function changeToUndo(
  tx: Tx,
  about: { kind: ThingKind; id: string },
  versionId: string,
): Promise<Change> {
  const { written } = await writtenNow(tx, about.kind, about.id);
  const change = changesOf(await versionsOf(tx, about.id), written).find((one) => one.id === versionId);
  if (!change) throw new NotFound('change');
  const why = whyNotUndo(change, written, fieldWords);
  if (why) throw new Refused('cannot_undo', why);
  return change;
}
