import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { areaByCode } from '../../areas/door.ts';
import { clocks } from '../../network/door.ts';
import { bringIn } from '../../people/door.ts';
import { centreMade, questionAdded, questionRetired } from '../events.ts';
import { canAskQuestions, canMakeCentre } from '../permits.ts';
import { questionsOf } from '../queries/registration.ts';
import { nextFreshnessAt } from '../rules/freshness.ts';
import { givePosition } from './people.ts';
import { keepPlace } from './place.ts';

export interface NewBody {
  name: string;
  kind: string;
  summary: string;
  description: string;
  phone: string;
  email: string;
  website: string;
  contactLabel: string;
  place?: { venue: string; address: string; postcode: string };
  /** Boroughs it answers for; `own` is false where it only stands in. */
  covers: readonly { code: string; own: boolean }[];
  /** Areas it works in besides. */
  areas: readonly string[];
  people: readonly { email: string; name: string; role: string }[];
}

/** A centre, the hub or another public body of the network, with its areas and people, made without a registration. */
export async function makeBody(ctx: Ctx, input: NewBody): Promise<string> {
  permit(canMakeCentre(ctx.actor));
  const id = ctx.newId();

  await ctx.db.transaction(async (tx) => {
    await insertBody(tx, ctx, id, input);
    for (const { code, own } of input.covers) {
      const area = await areaByCode(tx, code);
      await tx.insertInto('register.cover').values({ area_id: area.id, centre_id: id, own }).execute();
    }
    for (const [place, code] of [
      ...new Set([...input.covers.map((one) => one.code), ...input.areas]),
    ].entries()) {
      const area = await areaByCode(tx, code);
      await tx
        .insertInto('register.organisation_area')
        .values({ organisation_id: id, area_id: area.id, place })
        .execute();
    }
    for (const person of input.people) {
      const personId = await bringIn(tx, ctx, person);
      await givePosition(tx, ctx, { organisationId: id, personId, role: person.role });
    }
    const areaCodes = input.covers.map((one) => one.code);
    await record(tx, ctx, centreMade, { organisationId: id, areaCodes }, { organisationId: id });
  });
  return id;
}

/** The record of a body of the network: public at once, and checked on that day. */
export async function insertBody(
  tx: Tx,
  ctx: Ctx,
  id: string,
  input: Omit<NewBody, 'covers' | 'areas' | 'people'>,
): Promise<void> {
  await tx
    .insertInto('register.organisation')
    .values({
      id,
      name: input.name,
      kind: input.kind,
      legal_form: input.kind === 'public' || input.kind === 'practice' ? 'body' : 'charity',
      state: 'active',
      summary: input.summary,
      description: input.description,
      themes: ['community'],
      people_served: ['everyone'],
      phone: input.phone,
      email: input.email,
      website: input.website,
      contact_label: input.contactLabel,
      created_at: ctx.now,
      changed_at: ctx.now,
      freshness: 'ok',
      checked_at: ctx.now,
      checked_by: 'the hub',
      freshness_due_at: nextFreshnessAt(ctx.now, ctx.now, await clocks(tx)),
    })
    .execute();
  if (input.place) await keepPlace(tx, ctx, id, { ...input.place, shown: 'public' });
}

export interface NewQuestion {
  question: string;
  hint: string;
  kind: 'text' | 'yes_no' | 'choice';
  choices: readonly string[];
  required: boolean;
}

/** A question only this centre asks, on the same form. Returns its id; one that is asked already is not asked twice. */
export async function addQuestion(ctx: Ctx, centreId: string, input: NewQuestion): Promise<string> {
  permit(canAskQuestions(ctx.actor, centreId) || canMakeCentre(ctx.actor));

  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `questions ${centreId}`);
    const same = (await questionsOf(tx, [centreId])).find((one) => one.question === input.question);
    if (same) return same.id;
    const { last } = await tx
      .selectFrom('register.centre_question')
      .select((q) => q.fn.coalesce(q.fn.max('place'), q.lit(0)).as('last'))
      .where('centre_id', '=', centreId)
      .executeTakeFirstOrThrow();
    const id = ctx.newId();
    await tx
      .insertInto('register.centre_question')
      .values({
        id,
        centre_id: centreId,
        question: input.question,
        hint: input.hint,
        kind: input.kind,
        choices: [...input.choices],
        required: input.required,
        place: last + 1,
      })
      .execute();
    await record(
      tx,
      ctx,
      questionAdded,
      { organisationId: centreId, questionId: id },
      { organisationId: centreId },
    );
    return id;
  });
}

/** It is asked no more; answers that were given keep its words. */
export async function retireQuestion(ctx: Ctx, centreId: string, questionId: string): Promise<void> {
  permit(canAskQuestions(ctx.actor, centreId));

  await ctx.db.transaction(async (tx) => {
    const retired = await tx
      .updateTable('register.centre_question')
      .set({ retired_at: ctx.now })
      .where('id', '=', questionId)
      .where('centre_id', '=', centreId)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (retired.numUpdatedRows !== 1n) throw new NotFound('question');
    await record(
      tx,
      ctx,
      questionRetired,
      { organisationId: centreId, questionId },
      { organisationId: centreId },
    );
  });
}
