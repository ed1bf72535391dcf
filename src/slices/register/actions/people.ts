import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { EdgeError, NotFound, Refused } from '../../../platform/errors.ts';
import { post } from '../../../platform/outbox.ts';
import { isPerson, permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { invitationAccepted, invitationRevoked, personInvited, positionGiven } from '../events.ts';
import { canAcceptInvitation, canInvite, canMakeCentre, canSetUpCentres } from '../permits.ts';
import { openLeavings, running } from '../queries/leaving.ts';
import { organisation } from '../queries/organisation.ts';
import { holders, invitationByToken } from '../queries/people.ts';
import { invitations } from '../urls.ts';
import { letters } from '../words/letters.ts';
import { forWhoeverHoldsIt } from '../words/positions.ts';
import { endHeld, finishStuck, lockOrganisation } from './leave.ts';

const inviteDays = 7;

/**
 * Invites a mailbox to a role. Somebody who is there already gets the same answer and the same mail. Inviting the same
 * mailbox again ends the older link. Returns the link, for the command line to print.
 */
export async function invitePerson(
  ctx: Ctx,
  organisationId: string,
  input: { email: string; role: string },
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const { id, name, kind } = await organisation(tx, organisationId);
    const isCentre = kind === 'centre' && canSetUpCentres(ctx.actor);
    permit(canInvite(ctx.actor, organisationId) || canMakeCentre(ctx.actor) || isCentre);
    wantSecondKey(ctx.actor);
    return (await inviteInto(tx, ctx, { id, name }, input)).link;
  });
}

/** The same in the transaction of whoever has asked already whether it may be. */
export async function inviteInto(
  tx: Tx,
  ctx: Ctx,
  to: { id: string; name: string },
  { email, role }: { email: string; role: string },
): Promise<{ id: string; link: string }> {
  const organisationId = to.id;
  await tx
    .updateTable('register.invitation')
    .set({ revoked_at: ctx.machineNow })
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .execute();
  const [id, token] = [ctx.newId(), ctx.newToken()];
  await tx
    .insertInto('register.invitation')
    .values({
      ...{ id, organisation_id: organisationId, email, role, token_hash: hashOf(token) },
      invited_by: ctx.actor.personId ?? null,
      made_at: ctx.machineNow,
      expires_at: new Date(ctx.machineNow.getTime() + inviteDays * 86_400_000),
    })
    .execute();
  const link = ctx.publicUrl + invitations.one(token);
  const words = letters.invited({ organisation: to.name, link });
  await post(tx, ctx, 'invitation', { to: email, ...words, organisationId });
  const about = { organisationId, invitationId: id, role };
  await record(tx, ctx, personInvited, about, { organisationId });
  return { id, link };
}

/** Accepts, signed in with the very mailbox that was invited: nobody else's session will do. */
export async function acceptInvitation(
  ctx: Ctx,
  token: string,
): Promise<{ organisationId: string; role: string }> {
  const keyed = ctx.db.withKeys({ link: hashOf(token) });
  return keyed.transaction(async (tx) => {
    const invitation = await invitationByToken(tx, hashOf(token));
    permit(canAcceptInvitation(ctx.actor, invitation.email));
    if (!isPerson(ctx.actor)) throw new NotFound();
    const why = whyNotAccept(invitation, ctx.machineNow);
    if (why) throw new EdgeError(410, 'invitation_over', why);

    const { organisationId, role } = invitation;
    if (invitation.email === forWhoeverHoldsIt) await refuseSecondFirst(tx, organisationId);
    const taken = await tx
      .updateTable('register.invitation')
      .set({ accepted_at: ctx.machineNow, email: ctx.actor.email ?? invitation.email })
      .where('id', '=', invitation.id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n)
      throw new EdgeError(410, 'invitation_over', 'This invitation was used already.');
    await givePosition(tx, ctx, { organisationId, personId: ctx.actor.personId, role });
    await finishStuck(tx, ctx, await openLeavings(tx, organisationId));
    const payload = { organisationId, personId: ctx.actor.personId, role };
    await record(tx, ctx, invitationAccepted, payload, { organisationId });
    return { organisationId, role };
  });
}

/** The link of the first start ends where somebody coordinates, however that person came in. */
async function refuseSecondFirst(tx: Tx, hubId: string): Promise<void> {
  const there = await holders(tx, hubId, ['coordinator']);
  if (there.length === 0) return;
  throw new EdgeError(
    410,
    'invitation_over',
    'Somebody coordinates this network already. Ask them to invite you.',
  );
}

/** Why an invitation leads nowhere, for the page behind it. */
export function whyNotAccept(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  machineNow: Date,
): string | undefined {
  if (invitation.acceptedAt) return 'This invitation was used already.';
  if (invitation.revokedAt) return 'This invitation was taken back. Ask for a new one.';
  if (invitation.expiresAt <= machineNow)
    return 'This invitation is more than a week old. Ask for a new one.';
  return undefined;
}

export async function revokeInvitation(
  ctx: Ctx,
  organisationId: string,
  invitationId: string,
): Promise<void> {
  permit(canInvite(ctx.actor, organisationId));

  await ctx.db.transaction(async (tx) => {
    const revoked = await tx
      .updateTable('register.invitation')
      .set({ revoked_at: ctx.machineNow })
      .where('id', '=', invitationId)
      .where('organisation_id', '=', organisationId)
      .where('accepted_at', 'is', null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows !== 1n) throw new NotFound('invitation');
    await record(tx, ctx, invitationRevoked, { organisationId, invitationId }, { organisationId });
  });
}

/**
 * Ends a position at once: the next request of that person finds it gone, and the invitations the person sent die.
 * The last admin cannot leave (model D5, 5): the row of the organisation is locked, so two cannot leave together.
 */
export async function endPosition(ctx: Ctx, organisationId: string, positionId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const held = (await holders(tx, organisationId)).find((one) => one.id === positionId);
    const own = held !== undefined && held.personId === ctx.actor.personId;
    permit(own || canInvite(ctx.actor, organisationId));
    if (!held) throw new NotFound('position');
    if (!own) wantSecondKey(ctx.actor);

    await lockOrganisation(tx, organisationId);
    const isRunning = running.some((role) => role === held.role);
    if (isRunning && (await runsThroughAlone(tx, organisationId, held))) {
      throw new Refused(
        'last_admin',
        'The last person who runs a page cannot leave it. Invite another one first.',
      );
    }
    await endHeld(tx, ctx, { organisationId, personId: held.personId, held: [held] });
  });
}

/** Whether the page would have nobody without this one position. */
async function runsThroughAlone(tx: Tx, organisationId: string, held: { id: string }): Promise<boolean> {
  const others = await holders(tx, organisationId, running);
  return others.every((one) => one.id === held.id);
}

/** Once only: whoever holds it already goes on holding it. */
export async function givePosition(
  tx: Tx,
  ctx: Ctx,
  input: { organisationId: string; personId: string; role: string },
): Promise<void> {
  const { organisationId, personId, role } = input;
  const given = await tx
    .insertInto('register.position')
    .values({
      id: ctx.newId(),
      organisation_id: organisationId,
      person_id: personId,
      role,
      given_by: ctx.actor.personId ?? null,
      from_at: ctx.now,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  if (given.numInsertedOrUpdatedRows === 1n) {
    await record(tx, ctx, positionGiven, { organisationId, personId, role }, { organisationId });
  }
}
