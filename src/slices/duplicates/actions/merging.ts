import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { isCoordinator, isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import {
  hubId,
  isRegistration,
  MergeDone,
  mergeFields,
  mergeRecords,
  type Organisation,
  organisation,
  ownerAt,
  separateRecords,
  whyNotMerge,
} from '../../register/door.ts';
import { mergeAsked, mergeDeclined } from '../events.ts';
import { canAnswerMerge, canAskToMerge, canMerge, canUndoMerge, keeps } from '../permits.ts';
import { merge, standingMerge } from '../queries/merges.ts';
import type { AnswerMerge, Merge, StartMerge, UndoMerge } from '../words.ts';

/** What a form says about two records was said of these versions of them. */
export function versionsOf(gone: Pick<Organisation, 'version'>, kept: Pick<Organisation, 'version'>): string {
  return `${gone.version}.${kept.version}`;
}

/** Makes one record of two at once, or asks the keepers of the other one. Returns the merger. */
export async function startMerge(
  ctx: Ctx,
  about: { goneId: string; keptId: string },
  input: StartMerge,
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const [gone, kept] = [await organisation(tx, about.goneId), await organisation(tx, about.keptId)];
    const two = { gone, kept, registers: isRegistration(gone) };
    const mayMerge = canMerge(ctx.actor, two);
    permit(mayMerge || canAskToMerge(ctx.actor, two), { hidden: true });
    const why = whyNotMerge(gone, kept);
    if (why) throw new Refused('cannot_merge', why);
    if (input.versions !== versionsOf(gone, kept)) {
      throw new Refused('changed', 'One of the two was changed while you compared them. Look at them again.');
    }
    const standing = await standingMerge(tx, gone.id);
    if (standing) throw new Refused('asked', 'Its keepers were asked already. Wait for their answer.');

    const id = await note(tx, ctx, { gone, kept, input, mayMerge });
    if (mayMerge) await carryOut(tx, ctx, await merge(tx, id));
    else await ask(tx, ctx, id, keeps(ctx.actor, gone) ? kept : gone);
    return id;
  });
}

interface Started {
  gone: Organisation;
  kept: Organisation;
  input: StartMerge;
  mayMerge: boolean;
}

async function note(tx: Tx, ctx: Ctx, { gone, kept, input, mayMerge }: Started): Promise<string> {
  if (!isPerson(ctx.actor)) throw new NotFound();
  const id = ctx.newId();
  // A centre that does not keep the record that stays changes nothing in it (R9).
  const mayTake = !mayMerge || keeps(ctx.actor, kept) || isCoordinator(ctx.actor);
  const take = mergeFields.filter((field) => mayTake && input[`take_${field}`] === 'gone');
  await tx
    .insertInto('duplicates.merge')
    .values({
      ...{ id, gone_id: gone.id, kept_id: kept.id, state: 'asked', reason: input.reason },
      ...{ take, service_ids: mayTake ? input.services : [] },
      asked_id: mayMerge ? null : keeps(ctx.actor, gone) ? kept.id : gone.id,
      ...{ asked_by: ctx.actor.personId, asked_at: ctx.now },
    })
    .execute();
  return id;
}

async function ask(tx: Tx, ctx: Ctx, mergeId: string, asked: Organisation): Promise<void> {
  const { suggestion_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, suggestion_answer_days, await bankHolidays(tx));
  const owner = await ownerAt(tx, asked.claimed ? asked.id : (asked.homeCentreId ?? (await hubId(tx))));
  await openLoop(tx, ctx, { kind: 'merge', thingId: mergeId, dueAt, ...owner });
  const about = { organisationId: asked.id };
  await record(tx, ctx, mergeAsked, { mergeId, ...about }, about);
}

async function carryOut(tx: Tx, ctx: Ctx, one: Merge): Promise<void> {
  const take = mergeFields.filter((field) => one.take.includes(field));
  const { goneId, keptId, serviceIds, reason } = one;
  const done = await mergeRecords(tx, ctx, { goneId, keptId, take, serviceIds, reason });
  await tx
    .updateTable('duplicates.merge')
    .set({
      ...{ state: 'merged', done: JSON.stringify(done) },
      ...{ answered_by: ctx.actor.personId ?? null, answered_at: ctx.now },
    })
    .where('id', '=', one.id)
    .execute();
}

/** The keepers of the other record say whether it is so. */
export async function answerMerge(ctx: Ctx, id: string, input: AnswerMerge): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await merge(tx, id);
    if (one.askedId === null) throw new NotFound('merger');
    permit(canAnswerMerge(ctx.actor, await organisation(tx, one.askedId)), { hidden: true });
    if (one.state !== 'asked') throw new Refused('answered', 'This has an answer already.');
    await endLoop(tx, ctx, { kind: 'merge', thingId: id, endReason: input.answer });
    if (input.answer === 'merged') return carryOut(tx, ctx, one);
    await tx
      .updateTable('duplicates.merge')
      .set({
        ...{ state: 'declined', answer_reason: input.reason },
        ...{ answered_by: ctx.actor.personId ?? null, answered_at: ctx.now },
      })
      .where('id', '=', id)
      .execute();
    const about = { organisationId: one.askedId };
    await record(tx, ctx, mergeDeclined, { mergeId: id, ...about }, { ...about, reason: input.reason });
  });
}

/** Makes two records again. What somebody changed since is left as it is, if whoever undoes it says so. */
export async function undoMerge(ctx: Ctx, id: string, input: UndoMerge): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await merge(tx, id);
    const [gone, kept] = [await organisation(tx, one.goneId), await organisation(tx, one.keptId)];
    const registers = isRegistration({ state: gone.mergedFrom });
    permit(canUndoMerge(ctx.actor, { gone, kept, registers }), { hidden: true });
    if (one.state !== 'merged') throw new Refused('not_merged', 'The two are not one record now.');
    await separateRecords(tx, ctx, {
      goneId: gone.id,
      keptId: kept.id,
      done: MergeDone.parse(one.done),
      reason: input.reason,
      leaveChanged: input.leave,
    });
    await tx
      .updateTable('duplicates.merge')
      .set({
        ...{ state: 'undone', undone_reason: input.reason, undone_at: ctx.now },
        undone_by: ctx.actor.personId ?? null,
      })
      .where('id', '=', id)
      .execute();
  });
}
