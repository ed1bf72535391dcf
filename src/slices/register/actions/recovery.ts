import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { EdgeError, NotFound, Refused } from '../../../platform/errors.ts';
import { post } from '../../../platform/outbox.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { network } from '../../network/door.ts';
import { dropSecondKeys, moveMailbox, personsByIds } from '../../people/door.ts';
import { recoveryAgreed, recoveryAsked, recoveryDone, recoveryStopped } from '../events.ts';
import { canForget, canLetIn, canMakeSure, canStopByLink } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { openRecoveryOptional, recoveriesDue, recoveryByStopOptional } from '../queries/recovery.ts';
import { waitDays, whyNotAgree } from '../rules/recovery.ts';
import { recovery as urls } from '../urls.ts';
import { letters } from '../words/letters.ts';
import type { AskRecovery, Recovery } from '../words/recovery.ts';

interface Whose {
  organisationId: string;
  positionId: string;
}

/** The first of two who made sure. The mailbox in question is told at once, with a link that stops it. */
export async function askRecovery(ctx: Ctx, of: Whose, input: AskRecovery): Promise<void> {
  const token = ctx.newToken();
  await ctx.db.transaction(async (tx) => {
    const { one, personId } = await mayMakeSure(tx, ctx, of);
    if (personId === ctx.actor.personId) throw new Refused('oneself', 'Nobody lets themselves in.');
    if (await openRecoveryOptional(tx, { organisationId: one.id, personId })) {
      throw new Refused('under_way', 'Somebody has begun this already. See how it stands.');
    }
    const id = ctx.newId();
    await tx
      .insertInto('register.recovery')
      .values({
        id,
        organisation_id: one.id,
        person_id: personId,
        lost: input.lost,
        new_email: input.newEmail,
        asked_by: ctx.actor.personId ?? '',
        asked_how: input.how,
        asked_at: ctx.now,
        stop_hash: hashOf(token),
      })
      .execute();
    await tell(tx, ctx, { personId, newEmail: input.newEmail, organisation: one, token, agreed: false });
    const payload = { organisationId: one.id, recoveryId: id, personId, lost: input.lost };
    await record(tx, ctx, recoveryAsked, payload, { organisationId: one.id });
  });
}

/** The second one. From now on three days run. */
export async function agreeRecovery(ctx: Ctx, of: Whose, how: string): Promise<void> {
  const token = ctx.newToken();
  await ctx.db.transaction(async (tx) => {
    const { one, personId } = await mayMakeSure(tx, ctx, of);
    const open = await openRecoveryOptional(tx, { organisationId: one.id, personId });
    if (!open) throw new NotFound('recovery');
    const why = whyNotAgree(open, ctx.actor.personId ?? '');
    if (why) throw new Refused('not_the_second', why);
    const agreed = await tx
      .updateTable('register.recovery')
      .set({
        agreed_by: ctx.actor.personId ?? '',
        agreed_how: how,
        agreed_at: ctx.now,
        due_at: addDays(ctx.now, waitDays),
        stop_hash: hashOf(token),
      })
      .where('id', '=', open.id)
      .where('agreed_at', 'is', null)
      .where('stopped_at', 'is', null)
      .executeTakeFirst();
    if (agreed.numUpdatedRows !== 1n) throw new Refused('under_way', 'Two people have made sure already.');
    await tell(tx, ctx, { personId, newEmail: open.newEmail, organisation: one, token, agreed: true });
    const payload = { organisationId: one.id, recoveryId: open.id, personId };
    await record(tx, ctx, recoveryAgreed, payload, { organisationId: one.id });
  });
}

/** Either of those who may make sure, or the person, who is signed in after all. */
export async function stopRecovery(ctx: Ctx, of: Whose): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, of.organisationId);
    const personId = await personAt(tx, of);
    const own = personId === ctx.actor.personId;
    permit(own || canMakeSure(ctx.actor, one), { hidden: true });
    const open = await openRecoveryOptional(tx, { organisationId: one.id, personId });
    if (!open) throw new NotFound('recovery');
    await stop(tx, ctx, open, own ? 'the person' : 'one of the checkers');
  });
}

export async function stopRecoveryByLink(ctx: Ctx, token: string): Promise<void> {
  permit(canStopByLink(ctx.actor));
  const db = ctx.db.withKeys({ link: hashOf(token) });
  await db.transaction(async (tx) => {
    const open = await recoveryByStopOptional(tx, hashOf(token));
    if (!open) throw new EdgeError(410, 'link_over', 'This is over: it was stopped, or it has happened.');
    await stop(tx, ctx, open, 'link');
  });
}

/** Three days after the second check, when nobody said no. */
export async function letIn(ctx: Ctx): Promise<number> {
  permit(canLetIn(ctx.actor));
  return ctx.db.transaction(async (tx) => {
    const due = await recoveriesDue(tx, ctx.now);
    const { name: networkName } = await network(tx);
    for (const one of due) {
      const { personId, newEmail: email } = one;
      const isDone = email ? await moveMailbox(tx, ctx, { personId, email, networkName }) : true;
      if (!email) await dropSecondKeys(tx, ctx, personId);
      if (!isDone) {
        await stop(tx, ctx, one, 'us');
        continue;
      }
      await tx.updateTable('register.recovery').set({ done_at: ctx.now }).where('id', '=', one.id).execute();
      const payload = { organisationId: one.organisationId, recoveryId: one.id, personId };
      await record(tx, ctx, recoveryDone, payload, { organisationId: one.organisationId });
    }
    return due.length;
  });
}

/** How somebody made sure is in words about a person, so it goes. */
export function forgetRecoveries(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  const before = daysAgo(ctx, 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.recovery')
      .select('id')
      .where((where) => where.or([where('done_at', '<', before), where('stopped_at', '<', before)]))
      .limit(limit);
    const gone = await tx.deleteFrom('register.recovery').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

async function stop(
  tx: Tx,
  ctx: Ctx,
  open: Recovery,
  by: 'one of the checkers' | 'the person' | 'link' | 'us',
): Promise<void> {
  await tx
    .updateTable('register.recovery')
    .set({ stopped_at: ctx.now, stopped_by: ctx.actor.personId ?? null })
    .where('id', '=', open.id)
    .execute();
  const { organisationId, personId } = open;
  await record(
    tx,
    ctx,
    recoveryStopped,
    { organisationId, recoveryId: open.id, personId, by },
    { organisationId },
  );
}

async function mayMakeSure(tx: Tx, ctx: Ctx, of: Whose) {
  const one = await organisation(tx, of.organisationId);
  permit(canMakeSure(ctx.actor, one), { hidden: true });
  wantSecondKey(ctx.actor);
  return { one, personId: await personAt(tx, of) };
}

async function personAt(tx: Tx, { organisationId, positionId }: Whose): Promise<string> {
  const held = (await holders(tx, organisationId)).find((one) => one.id === positionId);
  if (!held) throw new NotFound('position');
  return held.personId;
}

/** Every contact we have of the person: the mailbox, the new one, and the organisation's own. */
async function tell(
  tx: Tx,
  ctx: Ctx,
  about: {
    personId: string;
    newEmail: string | null;
    organisation: { id: string; name: string; email: string };
    token: string;
    agreed: boolean;
  },
): Promise<void> {
  const [person] = await personsByIds(tx, [about.personId]);
  const { organisation: one } = about;
  const words = { organisation: one.name, name: person?.name || 'somebody', agreed: about.agreed };
  const link = ctx.publicUrl + urls.stopByLink(about.token);
  if (person) {
    await post(tx, ctx, 'account', {
      to: person.email,
      ...letters.recoveryOwn({ ...words, link, newEmail: about.newEmail }),
      organisationId: one.id,
    });
  }
  const others = [about.newEmail ?? '', one.email].filter((to) => to !== '' && to !== person?.email);
  for (const to of new Set(others)) {
    await post(tx, ctx, 'account', { to, ...letters.recoveryOthers(words), organisationId: one.id });
  }
}
