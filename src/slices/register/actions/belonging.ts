import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { belongingAnswered, belongingAsked, belongingChanged } from '../events.ts';
import { canAnswerBelonging, canChangeRecord } from '../permits.ts';
import { belonging, wouldCircle } from '../queries/belonging.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { whyNotBelong } from '../rules/belonging.ts';
import type { AnswerBelonging, AskBelonging, Belonging, Link } from '../words/belonging.ts';
import type { Organisation } from '../words/records.ts';
import { ownerAt } from './owner.ts';
import { keepVersion } from './versions.ts';

/**
 * A part names its whole, or the whole names its part; the other side says yes. Whoever keeps both need not ask, and a
 * record that nobody has claimed is answered for by its home centre.
 */
export async function askBelonging(ctx: Ctx, ownId: string, input: AskBelonging): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [own, other] = [await organisation(tx, ownId), await organisation(tx, input.other_id)];
    permit(canChangeRecord(ctx.actor, own));
    if (!isPerson(ctx.actor) || other.state !== 'active') throw new NotFound('organisation');
    const [part, whole] = input.as === 'part' ? [own, other] : [other, own];
    const why = whyNotBelong(part, whole, await wouldCircle(tx, part.id, whole.id));
    if (why) throw new Refused('cannot_belong', why);
    if (canChangeRecord(ctx.actor, other)) {
      await link(tx, ctx, part, { parentId: whole.id, link: input.link });
      return;
    }
    const id = ctx.newId();
    const made = await tx
      .insertInto('register.belonging')
      .values({
        ...{ id, organisation_id: part.id, parent_id: whole.id, link: input.link, made_at: ctx.now },
        ...{ asked_by_parent: input.as === 'whole', person_id: ctx.actor.personId },
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) {
      throw new Refused('asked', `${part.name} has been asked about already. Wait for that answer first.`);
    }
    const { suggestion_answer_days } = await clocks(tx);
    const dueAt = dueAfterWorkingDays(ctx.now, suggestion_answer_days, await bankHolidays(tx));
    const owner = await ownerAt(tx, other.claimed ? other.id : (other.homeCentreId ?? (await hubId(tx))));
    await openLoop(tx, ctx, { kind: 'belonging', thingId: id, dueAt, ...owner });
    const about = { organisationId: part.id };
    await record(tx, ctx, belongingAsked, { ...about, belongingId: id }, about);
  });
}

export async function answerBelonging(ctx: Ctx, id: string, input: AnswerBelonging): Promise<Belonging> {
  return ctx.db.transaction(async (tx) => {
    const asked = await belonging(tx, id);
    const [part, whole] = [
      await organisation(tx, asked.organisationId),
      await organisation(tx, asked.parentId),
    ];
    permit(canAnswerBelonging(ctx.actor, asked.askedByParent ? part : whole), { hidden: true });
    if (asked.state !== 'waiting') throw new Refused('answered', 'This has an answer already.');
    if (input.answer === 'accepted') {
      const why = whyNotBelong(part, whole, await wouldCircle(tx, part.id, whole.id));
      if (why) throw new Refused('cannot_belong', why);
      await link(tx, ctx, part, { parentId: whole.id, link: asked.link });
    }
    await tx
      .updateTable('register.belonging')
      .set({ state: input.answer, reason: input.reason, answered_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await endLoop(tx, ctx, { kind: 'belonging', thingId: id, endReason: input.answer });
    const payload = { organisationId: part.id, belongingId: id, answer: input.answer };
    await record(tx, ctx, belongingAnswered, payload, { organisationId: part.id, reason: input.reason });
    return asked;
  });
}

/** It stands by itself again. Either side may say so. */
export async function endBelonging(ctx: Ctx, partId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const part = await organisation(tx, partId);
    if (part.parentId === null) return;
    const whole = await organisation(tx, part.parentId);
    permit(canChangeRecord(ctx.actor, part) || canChangeRecord(ctx.actor, whole));
    await link(tx, ctx, part, { parentId: null, link: 'member' });
  });
}

/** In the transaction of whoever has asked already whether it may be. */
export async function link(
  tx: Tx,
  ctx: Ctx,
  part: Organisation,
  to: { parentId: string | null; link: Link },
): Promise<void> {
  await keepVersion(tx, ctx, part);
  await tx
    .updateTable('register.organisation')
    .set({
      parent_id: to.parentId,
      parent_link: to.link,
      version: part.version + 1,
      changed_at: ctx.now,
    })
    .where('id', '=', part.id)
    .execute();
  const organisationIds = [part.id, part.parentId, to.parentId].filter((id) => id !== null);
  const payload = { organisationId: part.id, organisationIds, parentId: to.parentId, link: to.link };
  await record(tx, ctx, belongingChanged, payload, { organisationId: part.id });
}
