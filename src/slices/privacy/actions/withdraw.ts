import type { Erasing, Leaving } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../network/door.ts';
import { basisWithdrawn, receiverLetGo } from '../events.ts';
import { canLetGo, canWithdraw } from '../permits.ts';
import {
  basesOf,
  basisByLinkOptional,
  basisInTurn,
  liveOf,
  receiver,
  receiversOf,
} from '../queries/bases.ts';

/** Days a receiver has to say that it let go of what it was given. */
const letGoDays = 5;

/**
 * Stops everything that stands on it, at once: the slices hear of it in the same transaction. Each receiver that was
 * given details owes a word that they are gone.
 */
export async function withdraw(ctx: Ctx, basisId: string, reason = ''): Promise<void> {
  await ctx.db.transaction((tx) => withdrawAs(tx, ctx, basisId, reason));
}

export async function withdrawByLink(ctx: Ctx, token: string): Promise<void> {
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const given = await basisByLinkOptional(tx, hash);
    if (!given) throw new NotFound('link');
    await withdrawIn(tx, ctx, given.id, { holdsLink: true, reason: '' });
  });
}

/** In a transaction that does something else with it, too. */
export async function withdrawAs(tx: Tx, ctx: Ctx, basisId: string, reason: string): Promise<void> {
  await withdrawIn(tx, ctx, basisId, { holdsLink: false, reason });
}

/** What somebody withdrew stays withdrawn when an older backup is restored; whoever has it is told again. */
export const withdrawals: Erasing = {
  what: 'agreement',
  event: basisWithdrawn.name,
  idOf: ({ basisId }) => String(basisId),
  back: liveOf,
  again: (tx, ctx, basisId) =>
    withdrawIn(tx, ctx, basisId, { holdsLink: false, reason: 'A backup was restored' }),
};

/** Whoever closes their account takes back all that they agreed to. */
export const leavingShared: Leaving = {
  inTheWay: () => Promise.resolve([]),
  async end(tx, ctx, personId) {
    for (const { id, endedAt } of await basesOf(tx, personId)) {
      if (endedAt === null) await withdrawAs(tx, ctx, id, 'They closed their account');
    }
  },
};

async function withdrawIn(
  tx: Tx,
  ctx: Ctx,
  basisId: string,
  { holdsLink, reason }: { holdsLink: boolean; reason: string },
): Promise<void> {
  const given = await basisInTurn(tx, basisId);
  const receivers = await receiversOf(tx, [basisId]);
  const organisationIds = [given.organisationId, ...receivers.map((one) => one.organisationId)];
  permit(canWithdraw(ctx.actor, { personId: given.personId, organisationIds, holdsLink }), { hidden: true });
  if (given.endedAt) throw new Refused('ended', 'This has ended already. Nothing is passed on any more.');

  const own = isPerson(ctx.actor) && ctx.actor.personId === given.personId;
  await tx
    .updateTable('privacy.basis')
    .set({
      ...{ ended_at: ctx.now, ended_how: 'withdrawn' },
      ended_by: holdsLink ? 'link' : own ? 'person' : ctx.actor.kind === 'job' ? 'system' : 'worker',
    })
    .where('id', '=', basisId)
    .execute();
  await tx
    .updateTable('privacy.receiver')
    .set({ told_at: ctx.now })
    .where('basis_id', '=', basisId)
    .execute();
  const dueAt = dueAfterWorkingDays(ctx.now, letGoDays, await bankHolidays(tx));
  for (const one of receivers) {
    const keeper = await ctx.house.bodies.keeperOf(tx, one.organisationId);
    await openLoop(tx, ctx, { kind: 'let-go', thingId: one.id, dueAt, ...keeper });
  }
  const about = { organisationId: given.organisationId, ...(reason && { reason }) };
  await record(tx, ctx, basisWithdrawn, { basisId, purpose: given.purpose }, about);
}

/** A receiver says that what it was given is gone. */
export async function letGo(ctx: Ctx, receiverId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await receiver(tx, receiverId);
    permit(canLetGo(ctx.actor, one.organisationId), { hidden: true });
    if (!one.toldAt) throw new Refused('not_asked', 'Nobody has asked you to let go of anything here.');
    const gone = await tx
      .updateTable('privacy.receiver')
      .set({ gone_at: ctx.now, gone_by_person_id: ctx.actor.personId ?? null })
      .where('id', '=', receiverId)
      .where('gone_at', 'is', null)
      .executeTakeFirst();
    if (gone.numUpdatedRows !== 1n) return;
    await endLoop(tx, ctx, { kind: 'let-go', thingId: receiverId, endReason: 'gone' });
    const { basisId, organisationId } = one;
    await record(tx, ctx, receiverLetGo, { basisId, receiverId: organisationId }, { organisationId });
  });
}
