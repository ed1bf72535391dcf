import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, Refused, Stale } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { areaAndAbove } from '../../../areas/door.ts';
import { organisation } from '../../../register/door.ts';
import { dayAgreed, dayAsked, dayCancelled } from '../../events/employers.ts';
import { canAskForDay } from '../../permits/employers.ts';
import { employerDay, offersFor } from '../../queries/employers/days.ts';
import { homeAreaOptional } from '../../queries/where.ts';
import {
  agreedPence,
  agreedPlaces,
  isGoing,
  owedWhenCancelled,
  whyNotAgree,
} from '../../rules/employers/days.ts';
import { type AgreeDay, type AskForDay, type CancelDay, placesField } from '../../words/employers.ts';
import { endTurn, passTurn } from './turn.ts';

/** An employer asks for a day. The form carries the id, so sent twice it is one. */
export async function askForDay(ctx: Ctx, organisationId: string, input: AskForDay): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `employer day ${input.id}`);
    const employer = await organisation(tx, organisationId);
    permit(canAskForDay(ctx.actor, employer));
    if (employer.state !== 'active') throw new Refused('not_public', 'First it has to be on these pages.');
    if (input.on_day <= dayOf(ctx.now)) throw new Invalid({ on_day: 'Choose a day that is still to come.' });
    const made = await tx
      .selectFrom('volunteering.employer_request')
      .select('id')
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (made) return;
    await tx
      .insertInto('volunteering.employer_request')
      .values({
        ...{ id: input.id, organisation_id: organisationId, title: input.title, words: input.words },
        ...{ size: input.size, on_day: input.on_day, skills: [...input.skills], budget_pence: input.budget },
        ...{ area_id: await sharedWith(tx, organisationId, input.share), state_since: ctx.now },
        ...{ made_at: ctx.now, made_by: ctx.actor.personId ?? null },
      })
      .execute();
    await record(tx, ctx, dayAsked, { dayId: input.id }, { organisationId });
    await passTurn(tx, ctx, input.id);
  });
}

/** The part of the region the employer is in; where there are no parts, the whole network. */
async function sharedWith(tx: Tx, organisationId: string, share: AskForDay['share']): Promise<string | null> {
  if (share === 'network') return null;
  const home = await homeAreaOptional(tx, organisationId);
  const around = home ? await areaAndAbove(tx, home) : [];
  return around.find(({ level }) => level === 'sub_region')?.id ?? null;
}

/** The employer says where its people go, and what it agrees to pay for that. */
export async function agreeDay(ctx: Ctx, dayId: string, input: AgreeDay): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const day = await ownDay(tx, ctx, dayId, input.version);
    if (day.state !== 'open') throw new Refused('not_open', 'There is nothing to agree to now.');
    const offers = await offersFor(tx, dayId);
    const chosen = new Map(offers.map(({ id }) => [id, input.places.get(id) ?? 0]));
    const problems = whyNotAgree(day, offers, chosen);
    if (Object.keys(problems).length > 0) {
      throw new Invalid(
        Object.fromEntries(Object.entries(problems).map(([id, why]) => [id && placesField(id), why])),
      );
    }
    for (const [id, places] of chosen) {
      await tx
        .updateTable('volunteering.employer_offer')
        .set({ agreed_places: places })
        .where('id', '=', id)
        .execute();
    }
    const taken = offers.map((one) => ({ ...one, agreedPlaces: chosen.get(one.id) ?? 0 }));
    const people = agreedPlaces(taken);
    const isAll = people === day.size || input.enough;
    await tx
      .updateTable('volunteering.employer_request')
      .set({
        ...{ size: isAll ? people : day.size, state: isAll ? 'agreed' : 'open' },
        ...{ state_since: ctx.now, version: day.version + 1 },
      })
      .where('id', '=', dayId)
      .execute();
    const { organisationId } = day;
    await record(tx, ctx, dayAgreed, { dayId, pence: agreedPence(taken) }, { organisationId });
    await passTurn(tx, ctx, dayId);
  });
}

/** Late, what was agreed is still owed, and stands there. */
export async function cancelDay(ctx: Ctx, dayId: string, input: CancelDay): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const day = await ownDay(tx, ctx, dayId, input.version);
    if (!isGoing(day.state)) throw new Refused('over', 'This day is over already.');
    const owedPence = owedWhenCancelled(day, await offersFor(tx, dayId), dayOf(ctx.now));
    await tx
      .updateTable('volunteering.employer_request')
      .set({
        ...{ state: 'cancelled', state_reason: input.reason, state_since: ctx.now },
        ...{ owed_pence: owedPence, version: day.version + 1 },
      })
      .where('id', '=', dayId)
      .execute();
    const { organisationId } = day;
    await record(tx, ctx, dayCancelled, { dayId, owedPence }, { organisationId, reason: input.reason });
    await endTurn(tx, ctx, dayId, 'cancelled');
  });
}

async function ownDay(tx: Tx, ctx: Ctx, dayId: string, version: number) {
  await inTurn(tx, `employer day ${dayId}`);
  const day = await employerDay(tx, dayId);
  permit(canAskForDay(ctx.actor, await organisation(tx, day.organisationId)), { hidden: true });
  if (day.version !== version) throw new Stale({ version: day.version });
  return day;
}
