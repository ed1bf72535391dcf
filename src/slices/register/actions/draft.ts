import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused, Stale } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { canRegister } from '../permits.ts';
import { blankDraftOptional, ownDraft } from '../queries/registration.ts';
import type { Answers, Draft } from '../words/registration.ts';

/** Begins a registration, so that nothing typed from here on is lost. */
export async function beginDraft(ctx: Ctx): Promise<string> {
  permit(canRegister(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  return openDraft(ctx, { personId: ctx.actor.personId, takenHow: '', takenFor: null });
}

/** One that was begun and is still blank is taken, so that a button pressed twice leaves no second one behind. */
export async function openDraft(
  ctx: Ctx,
  of: { personId: string; takenHow: string; takenFor: string | null },
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `draft ${of.personId}`);
    const blank = await blankDraftOptional(tx, of);
    if (blank) return blank.id;
    const id = ctx.newId();
    await tx
      .insertInto('register.draft')
      .values({
        ...{ id, person_id: of.personId, created_at: ctx.now, changed_at: ctx.now },
        ...{ taken_how: of.takenHow, taken_for: of.takenFor },
      })
      .execute();
    return id;
  });
}

/**
 * Keeps what was typed in one step, right or wrong. Two windows lose nothing: fields that only one of them changed
 * join by themselves; where both changed one, the other version comes back as `Stale`.
 */
export async function keepStep(
  ctx: Ctx,
  draftId: string,
  input: { fields: readonly string[]; typed: Readonly<Answers>; version: number },
): Promise<Draft> {
  permit(canRegister(ctx.actor));

  return ctx.db.transaction(async (tx) => {
    await lockDraft(tx, draftId);
    const draft = await ownDraft(tx, draftId);
    if (draft.sentAt) throw new Refused('sent', 'This registration is sent. Change the record itself.');
    const answers = { ...draft.answers };
    for (const field of input.fields) {
      const typed = input.typed[field];
      if (typed === undefined) delete answers[field];
      else answers[field] = typed;
    }
    if (draft.version !== input.version && !sameFields(draft.answers, answers, input.fields)) {
      throw new Stale({ ...pick(draft.answers, input.fields), version: draft.version });
    }
    const version = draft.version + 1;
    await tx
      .updateTable('register.draft')
      .set({ answers: JSON.stringify(answers), version, changed_at: ctx.now })
      .where('id', '=', draftId)
      .where('version', '=', draft.version)
      .execute();
    return { ...draft, answers, version, changedAt: ctx.now };
  });
}

/** Notes that the writer has looked at the like records and is none of them. */
export async function noneOfThese(ctx: Ctx, draftId: string, ids: readonly string[]): Promise<void> {
  permit(canRegister(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const draft = await ownDraft(tx, draftId);
    await tx
      .updateTable('register.draft')
      .set({ answers: JSON.stringify({ ...draft.answers, not_same: [...ids] }), version: draft.version + 1 })
      .where('id', '=', draftId)
      .execute();
  });
}

/** Whoever comes second waits until the first is done: of two at once neither is lost, and one form is sent once. */
export async function lockDraft(tx: Tx, draftId: string): Promise<void> {
  await sql`select id from register.draft where id = ${draftId} for update`.execute(tx);
}

function sameFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): boolean {
  return fields.every(
    (field) => before[field] === undefined || String(before[field]) === String(after[field] ?? ''),
  );
}

function pick(
  answers: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, answers[field] ?? '']));
}
