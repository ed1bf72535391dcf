import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { basisExpired, basisGiven, receiverNamed } from '../events.ts';
import { basisInTurn, receiversOf } from '../queries/bases.ts';
import { whyNotPass } from '../rules.ts';
import type { Looked, NewBasis } from '../words.ts';

/** In the transaction of what it is for. The caller has asked its own permit. */
export async function giveBasis(tx: Tx, ctx: Ctx, input: NewBasis): Promise<string> {
  const id = ctx.newId();
  await tx
    .insertInto('privacy.basis')
    .values({
      ...{ id, purpose: input.purpose, ground: input.ground, organisation_id: input.organisationId },
      ...{ link_hash: input.linkHash ?? null },
      ...{ person_id: input.personId ?? null, items: [...input.items], how: input.how },
      ...{ given_on: input.givenOn, taken_by_person_id: input.takenByPersonId ?? null },
      ...{ wording_version: input.wordingVersion, wording: input.wording, reason: input.reason ?? '' },
      ...{ covers_next: input.coversNext, until_at: input.untilAt ?? null, made_at: ctx.now },
    })
    .execute();
  for (const receiverId of input.receivers) await insertReceiver(tx, ctx, id, receiverId);
  const about = { organisationId: input.organisationId };
  await record(tx, ctx, basisGiven, { basisId: id, purpose: input.purpose }, about);
  return id;
}

/** Another service is tried, because the person agreed to that beforehand. */
export async function nameNext(tx: Tx, ctx: Ctx, basisId: string, receiverId: string): Promise<void> {
  const given = await basisInTurn(tx, basisId);
  if (!given.coversNext) {
    throw new Refused('not_covered', 'They agreed to one service only. Ask them before you try another.');
  }
  const named = (await receiversOf(tx, [basisId])).map((one) => one.organisationId);
  if (!named.includes(receiverId)) await insertReceiver(tx, ctx, basisId, receiverId);
  const payload = { basisId, receiverId };
  await record(tx, ctx, receiverNamed, payload, { organisationId: given.organisationId });
}

/** Nobody withdraws before the caller is done. */
export async function holdBasis(tx: Tx, basisId: string): Promise<void> {
  await basisInTurn(tx, basisId);
}

/** Stops what may not go; the basis stays locked until the caller is done, so nobody withdraws in between. */
export async function wantLive(tx: Tx, ctx: Ctx, basisId: string, receiverId: string): Promise<void> {
  const given = await basisInTurn(tx, basisId);
  const receivers = (await receiversOf(tx, [basisId])).map((one) => one.organisationId);
  const why = whyNotPass({ ...given, receivers }, receiverId, ctx.now);
  if (why) throw new Refused('no_basis', why);
}

/** In the transaction that shows it: what cannot be noted is not shown. */
export async function noteLook(
  tx: Tx,
  ctx: Ctx,
  look: { basisId: string; thingId: string; what: Looked; organisationId: string },
): Promise<void> {
  if (!ctx.actor.personId) throw new Refused('nobody', 'Sign in first.');
  await tx
    .insertInto('privacy.look')
    .values({
      ...{ id: ctx.newId(), basis_id: look.basisId, thing_id: look.thingId, what: look.what },
      ...{ organisation_id: look.organisationId, person_id: ctx.actor.personId },
      ...{ looked_at: ctx.now, machine_at: ctx.machineNow },
    })
    .execute();
}

/** A new link for the person, in place of any before. It is shown once; the database keeps only its hash. */
export async function linkFor(tx: Tx, ctx: Ctx, basisId: string): Promise<string> {
  const token = ctx.newToken();
  await tx
    .updateTable('privacy.basis')
    .set({ link_hash: hashOf(token) })
    .where('id', '=', basisId)
    .execute();
  return token;
}

/** What somebody agreed to for a time ends with it. */
export async function expireBases(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const ended = await tx
      .updateTable('privacy.basis')
      .set({ ended_at: ctx.now, ended_how: 'expired', ended_by: 'system' })
      .where('ended_at', 'is', null)
      .where('until_at', '<=', ctx.now)
      .returning(['id', 'purpose', 'organisation_id'])
      .execute();
    for (const { id, purpose, organisation_id: organisationId } of ended) {
      await record(tx, ctx, basisExpired, { basisId: id, purpose }, { organisationId });
    }
    return ended.length;
  });
}

async function insertReceiver(tx: Tx, ctx: Ctx, basisId: string, organisationId: string): Promise<void> {
  await tx
    .insertInto('privacy.receiver')
    .values({ id: ctx.newId(), basis_id: basisId, organisation_id: organisationId, named_at: ctx.now })
    .execute();
}
