import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { aMomentAgo, inTurn } from '../../../platform/db/in-turn.ts';
import type { Db, Tx } from '../../../platform/db/open.ts';
import { Forbidden, Invalid, Refused, Stale } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { holders, organisation } from '../../register/door.ts';
import { entryAdded, entryCorrected, entryWithdrawn, followUpDone } from '../events.ts';
import { canCorrect, canWriteFor } from '../permits.ts';
import { entry, sameEntryOptional } from '../queries/entries.ts';
import { changedFields, whyNoLog, whyNotCorrect } from '../rules.ts';
import type { AddEntry, CorrectEntry, Entry } from '../words.ts';

/** Writes down what a centre did for a group. Whom it is shown to is chosen with it. */
export async function addEntry(ctx: Ctx, organisationId: string, input: AddEntry): Promise<string> {
  permit(canWriteFor(ctx.actor, input.centre_id));
  if (!isPerson(ctx.actor)) throw new Forbidden();
  const { personId } = ctx.actor;

  return ctx.db.transaction(async (tx) => {
    const why = whyNoLog(await organisation(tx, organisationId));
    if (why) throw new Refused('no_log', why);
    refuseTomorrow(ctx, input.on_day);
    await inTurn(tx, `support ${organisationId} ${personId}`);
    const since = aMomentAgo(ctx.now);
    const same = await sameEntryOptional(tx, { ...input, organisationId, personId, since });
    if (same) return same.id;
    const id = ctx.newId();
    await tx
      .insertInto('support.entry')
      .values({
        id,
        organisation_id: organisationId,
        centre_id: input.centre_id,
        kind: input.kind,
        on_day: input.on_day,
        words: input.words,
        shown_to: input.shown_to,
        author_person_id: personId,
        author_name: ctx.actor.name ?? '',
        ...(await followUp(tx, { ...input, centreId: input.centre_id, ownId: personId })),
        made_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await record(tx, ctx, entryAdded, { entryId: id }, { organisationId: input.centre_id });
    return id;
  });
}

/** Puts an entry right. How it read before stays with the centre. */
export async function correctEntry(ctx: Ctx, id: string, input: CorrectEntry): Promise<Entry> {
  return ctx.db.transaction(async (tx) => {
    const before = await entryToCorrect(tx, ctx, id);
    if (before.version !== input.version) throw new Stale(asForm(before));
    refuseTomorrow(ctx, input.on_day);
    const fields = changedFields(before, input);
    await keepEarlier(tx, ctx, before);
    const isSameDay = before.followUpOn === input.follow_up_on;
    await tx
      .updateTable('support.entry')
      .set({
        kind: input.kind,
        on_day: input.on_day,
        words: input.words,
        shown_to: input.shown_to,
        ...(await followUp(tx, { ...input, centreId: before.centreId, ownId: before.authorPersonId })),
        follow_up_done_at: isSameDay ? before.followUpDoneAt : null,
        version: before.version + 1,
        changed_at: ctx.now,
      })
      .where('id', '=', id)
      .execute();
    await record(tx, ctx, entryCorrected, { entryId: id, fields }, { organisationId: before.centreId });
    return before;
  });
}

/** It was wrong, or of another group. The timeline goes on saying that there was one, and why it is gone. */
export async function withdrawEntry(
  ctx: Ctx,
  id: string,
  input: { withdrawn_reason: string },
): Promise<Entry> {
  return ctx.db.transaction(async (tx) => {
    const before = await entryToCorrect(tx, ctx, id);
    await tx
      .updateTable('support.entry')
      .set({ withdrawn_at: ctx.now, withdrawn_reason: input.withdrawn_reason, changed_at: ctx.now })
      .where('id', '=', id)
      .execute();
    const about = { organisationId: before.centreId };
    await record(tx, ctx, entryWithdrawn, { entryId: id }, about);
    return before;
  });
}

/** Any colleague at the centre may say that what was to be done is done. */
export async function endFollowUp(ctx: Ctx, id: string): Promise<Entry> {
  return ctx.db.transaction(async (tx) => {
    const before = await entry(tx, id);
    permit(canWriteFor(ctx.actor, before.centreId), { hidden: true });
    if (before.followUpOn === null) throw new Refused('nothing_to_do', 'Nothing was to be followed up here.');
    if (before.followUpDoneAt !== null) return before;
    await tx.updateTable('support.entry').set({ follow_up_done_at: ctx.now }).where('id', '=', id).execute();
    await record(tx, ctx, followUpDone, { entryId: id }, { organisationId: before.centreId });
    return before;
  });
}

/** The entry as its form shows it. */
export function asForm(one: Entry): Record<string, string | number> {
  return {
    kind: one.kind,
    on_day: one.onDay,
    words: one.words,
    shown_to: one.shownTo,
    follow_up_on: one.followUpOn ?? '',
    follow_up_person: one.followUpPersonId ?? '',
    version: one.version,
  };
}

async function entryToCorrect(tx: Tx, ctx: Ctx, id: string): Promise<Entry> {
  const before = await entry(tx, id);
  permit(canWriteFor(ctx.actor, before.centreId), { hidden: true });
  permit(canCorrect(ctx.actor, before));
  const why = whyNotCorrect(before);
  if (why) throw new Refused('withdrawn', why);
  return before;
}

async function keepEarlier(tx: Tx, ctx: Ctx, before: Entry): Promise<void> {
  await tx
    .insertInto('support.earlier')
    .values({
      entry_id: before.id,
      version: before.version,
      kind: before.kind,
      on_day: before.onDay,
      words: before.words,
      shown_to: before.shownTo,
      until_at: ctx.now,
      changed_by: ctx.actor.personId ?? before.authorPersonId,
    })
    .execute();
}

function refuseTomorrow(ctx: Ctx, day: string): void {
  if (day > dayOf(ctx.now)) {
    throw new Invalid({ on_day: 'That day is still to come. Write it into the follow-up instead.' });
  }
}

/** Without a name it is the writer’s own; somebody of another centre cannot be given work. */
async function followUp(
  db: Db,
  input: { follow_up_on: string | null; follow_up_person: string; centreId: string; ownId: string },
): Promise<{ follow_up_on: string | null; follow_up_person_id: string | null }> {
  if (input.follow_up_on === null) return { follow_up_on: null, follow_up_person_id: null };
  const wanted = input.follow_up_person === '' ? input.ownId : input.follow_up_person;
  const there = await holders(db, input.centreId, ['admin', 'worker', 'coordinator']);
  if (!there.some((held) => held.personId === wanted)) {
    throw new Invalid({ follow_up_person: 'Choose somebody who works at your centre now.' });
  }
  return { follow_up_on: input.follow_up_on, follow_up_person_id: wanted };
}
