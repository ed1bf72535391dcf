import type { Ctx } from '../../../../platform/ctx.ts';
import type { Db, Tx } from '../../../../platform/db/open.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { spokenCode } from '../../../../platform/secrets.ts';
import { openLoop } from '../../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../../network/door.ts';
import { holders, hubId, organisation, ownerAt } from '../../../register/door.ts';
import { concernRaised } from '../../events.ts';
import { canRaiseConcern } from '../../permits/concern.ts';
import { leadsAt } from '../../queries/concern/leads.ts';
import type { Lead } from '../../words/concern.ts';
import { sealed } from '../sealing.ts';

export interface NewConcern {
  readonly id: string;
  readonly areaCode: string;
  readonly facts: string;
  readonly contact: string;
  readonly helpRequestId?: string | undefined;
  readonly referralId?: string | undefined;
  /** Those whose lead is asked, the nearest first. */
  readonly bodies: readonly string[];
}

/**
 * The restricted record, and a promise of the lead to look at it. The code is made from the id, so that what is sent
 * twice is one concern, also for somebody who may not see it.
 */
export async function raiseConcern(ctx: Ctx, input: NewConcern): Promise<string> {
  permit(canRaiseConcern(ctx.actor));
  const { id } = input;
  const code = spokenCode(`concern ${id}`);
  await ctx.db.transaction(async (tx) => {
    const owner = await whoLeads(tx, input.bodies);
    const kept = await tx
      .insertInto('referrals.concern')
      .values({
        ...{ id, code, organisation_id: owner.organisationId, area_code: input.areaCode },
        ...{ help_request_id: input.helpRequestId ?? null, referral_id: input.referralId ?? null },
        ...{ raised_by_person_id: ctx.actor.personId ?? null, made_at: ctx.now },
        ...{
          facts: sealed(ctx, id, 'facts', input.facts),
          contact: sealed(ctx, id, 'contact', input.contact),
        },
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows !== 1n) return;
    await addConcernStep(tx, ctx, { concernId: id, what: 'raised' });
    const dueAt = dueAfterWorkingDays(ctx.now, 1, await bankHolidays(tx));
    await openLoop(tx, ctx, { kind: 'concern', thingId: id, dueAt, ...owner.loop });
    await record(tx, ctx, concernRaised, { concernId: id }, { organisationId: owner.organisationId });
  });
  return code;
}

/** The first of these with a lead who is there, then a home centre, then the hub; where nobody is named, whoever answers. */
async function whoLeads(tx: Tx, bodies: readonly string[]) {
  const hub = await hubId(tx);
  const homes = await Promise.all(bodies.map(async (id) => (await organisation(tx, id)).homeCentreId));
  const asked = [...new Set([...bodies, ...homes.flatMap((id) => id ?? []), hub])];
  const lead = (await presentLeads(tx, asked))[0];
  if (!lead) return { organisationId: hub, loop: await ownerAt(tx, hub) };
  const { organisationId, personId } = lead;
  return {
    organisationId,
    loop: {
      ...{ ownerOrganisationId: organisationId, aboutOrganisationId: organisationId },
      ownerPersonId: personId,
    },
  };
}

/** Named leads who still hold a position there. */
export async function presentLeads(db: Db, organisationIds: readonly string[]): Promise<Lead[]> {
  const named = await leadsAt(db, organisationIds);
  const there: Lead[] = [];
  for (const lead of named) {
    const held = await holders(db, lead.organisationId);
    if (held.some((one) => one.personId === lead.personId)) there.push(lead);
  }
  return there;
}

export async function addConcernStep(
  tx: Tx,
  ctx: Ctx,
  step: { concernId: string; what: string; said?: string },
): Promise<void> {
  const id = ctx.newId();
  await tx
    .insertInto('referrals.concern_step')
    .values({
      ...{ id, concern_id: step.concernId, what: step.what, at: ctx.now, machine_at: ctx.machineNow },
      ...{ person_id: ctx.actor.personId ?? null, said: sealed(ctx, id, 'said', step.said ?? '') },
    })
    .execute();
}
