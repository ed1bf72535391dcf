import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { formTaken, takenConfirmed } from '../events.ts';
import { canTakeForms } from '../permits.ts';
import { cardsByIds, organisation } from '../queries/organisation.ts';
import { taken } from '../queries/taken.ts';
import type { Draft, Registration } from '../words/registration.ts';
import { type TakeRegistration, takenWays } from '../words/taken.ts';
import { openDraft } from './draft.ts';
import { inviteInto } from './people.ts';

/** Begins the one form for somebody who rings, or who wrote it on paper. */
export async function beginTaken(ctx: Ctx, centreId: string, input: TakeRegistration): Promise<string> {
  permit(canTakeForms(ctx.actor, centreId));
  if (!isPerson(ctx.actor)) throw new NotFound();
  return openDraft(ctx, { personId: ctx.actor.personId, takenHow: input.how, takenFor: centreId });
}

/**
 * In the transaction of sending: the worker gets no place at the group. The mailbox on the form is invited to run the
 * page, which is how it confirms; without one there is a letter to print.
 */
export async function noteTaken(
  tx: Tx,
  ctx: Ctx,
  about: { organisationId: string; draft: Draft; input: Registration },
): Promise<void> {
  const { draft, input, organisationId } = about;
  if (draft.takenHow === '' || !draft.takenFor || !isPerson(ctx.actor)) return;
  permit(canTakeForms(ctx.actor, draft.takenFor));
  const centre = (await cardsByIds(tx, [draft.takenFor])).get(draft.takenFor);
  const words = `Taken ${takenWays[draft.takenHow]} at ${centre?.name ?? 'a centre'}`;
  await tx
    .updateTable('register.organisation')
    .set({ claimed: input.email !== '', checked_by: words })
    .where('id', '=', organisationId)
    .execute();
  await tx
    .insertInto('register.taken')
    .values({
      ...{ organisation_id: organisationId, how: draft.takenHow, centre_id: draft.takenFor },
      ...{ person_id: ctx.actor.personId, contact_name: input.your_name, taken_at: ctx.now },
    })
    .execute();
  if (input.email !== '') {
    const to = { id: organisationId, name: input.name };
    const { id } = await inviteInto(tx, ctx, to, { email: input.email, role: 'admin' });
    await tx
      .updateTable('register.taken')
      .set({ invitation_id: id })
      .where('organisation_id', '=', organisationId)
      .execute();
  }
  const payload = { organisationId, centreId: draft.takenFor, how: draft.takenHow };
  await record(tx, ctx, formTaken, payload, { organisationId });
}

/** The group has said that what was written down is right. */
export async function confirmTaken(
  ctx: Ctx,
  organisationId: string,
  input: { confirmed_how: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const form = await taken(tx, organisationId);
    permit(canTakeForms(ctx.actor, form.centreId), { hidden: true });
    await organisation(tx, organisationId);
    await tx
      .updateTable('register.taken')
      .set({ confirmed_at: ctx.now, confirmed_how: input.confirmed_how })
      .where('organisation_id', '=', organisationId)
      .execute();
    const payload = { organisationId, how: input.confirmed_how };
    await record(tx, ctx, takenConfirmed, payload, { organisationId });
  });
}
