import type { Duty } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, NotFound } from '../../../../platform/errors.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { holders } from '../../../register/door.ts';
import { leadEnded, leadNamed, safetyNumbersSet } from '../../events.ts';
import { canNameLeads, canSetSafetyNumbers } from '../../permits/concern.ts';
import { coveredAreas, leadsAt } from '../../queries/concern/leads.ts';
import type { NameLead, SetSafetyNumbers } from '../../words/concern.ts';

/** Somebody who holds a position there; whoever is named twice gets the new number. */
export async function nameLead(ctx: Ctx, organisationId: string, input: NameLead): Promise<void> {
  permit(canNameLeads(ctx.actor, organisationId), { hidden: true });
  await ctx.db.transaction(async (tx) => {
    const there = await holders(tx, organisationId);
    if (!there.some((held) => held.personId === input.person_id)) {
      throw new Invalid({ person_id: 'They hold no position here. Invite them first, then name them.' });
    }
    await insertLead(tx, ctx, { organisationId, personId: input.person_id, phone: input.phone });
  });
}

async function insertLead(
  tx: Tx,
  ctx: Ctx,
  lead: { organisationId: string; personId: string; phone: string },
): Promise<void> {
  if (!isPerson(ctx.actor)) throw new NotFound('organisation');
  const { organisationId, personId: person_id, phone } = lead;
  const again = await tx
    .updateTable('referrals.lead')
    .set({ phone })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', person_id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (again.numUpdatedRows > 0n) return;
  const id = ctx.newId();
  await tx
    .insertInto('referrals.lead')
    .values({
      ...{ id, organisation_id: organisationId, person_id, phone, named_at: ctx.now },
      named_by_person_id: ctx.actor.personId,
    })
    .onConflict((same) => same.doNothing())
    .execute();
  await record(tx, ctx, leadNamed, { leadId: id }, { organisationId });
}

export async function endLead(ctx: Ctx, organisationId: string, leadId: string): Promise<void> {
  permit(canNameLeads(ctx.actor, organisationId), { hidden: true });
  await ctx.db.transaction(async (tx) => {
    const ended = await tx
      .updateTable('referrals.lead')
      .set({ ended_at: ctx.now })
      .where('id', '=', leadId)
      .where('organisation_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return;
    await record(tx, ctx, leadEnded, { leadId }, { organisationId });
  });
}

/** Whoever leaves hands this on like everything else. */
export const leadDuty: Duty = {
  kind: 'safeguarding-lead',
  label: 'Safeguarding lead',
  async of(db, _ctx, { personId, organisationId }) {
    const named = (await leadsAt(db, [organisationId])).filter((lead) => lead.personId === personId);
    const text = 'Reads concerns, and decides what is done';
    return named.map(({ id }) => ({ id, title: 'Safeguarding lead', text }));
  },
  async pass(tx, ctx, { id, fromPersonId, toOrganisationId, toPersonId }) {
    const [lead] = (await leadsAt(tx, [toOrganisationId])).filter((one) => one.id === id);
    if (!lead || lead.personId !== fromPersonId) return;
    await tx.updateTable('referrals.lead').set({ ended_at: ctx.now }).where('id', '=', id).execute();
    const named = { organisation_id: toOrganisationId, person_id: toPersonId, phone: lead.phone };
    await tx
      .insertInto('referrals.lead')
      .values({ id: ctx.newId(), ...named, named_by_person_id: fromPersonId, named_at: ctx.now })
      .onConflict((same) => same.doNothing())
      .execute();
  },
};

export async function setSafetyNumbers(ctx: Ctx, centreId: string, input: SetSafetyNumbers): Promise<void> {
  permit(canSetSafetyNumbers(ctx.actor, centreId), { hidden: true });
  await ctx.db.transaction(async (tx) => {
    const covered = await coveredAreas(tx, centreId);
    if (!covered.some(({ id }) => id === input.area_id)) {
      throw new Invalid({ area_id: 'Another centre answers for that area. Choose one of yours.' });
    }
    const numbers = {
      ...{ team: input.team, day_phone: input.day_phone, night_phone: input.night_phone },
      ...{ children_phone: input.children_phone, organisation_id: centreId, set_at: ctx.now },
      set_by_person_id: ctx.actor.personId ?? null,
    };
    await tx
      .insertInto('referrals.safety_number')
      .values({ area_id: input.area_id, ...numbers })
      .onConflict((same) => same.column('area_id').doUpdateSet(numbers))
      .execute();
    await record(tx, ctx, safetyNumbersSet, { areaId: input.area_id }, { organisationId: centreId });
  });
}
