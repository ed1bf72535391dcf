import type { Ctx } from '../../../../platform/ctx.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { spokenCode } from '../../../../platform/secrets.ts';
import { noteLook } from '../../../privacy/door.ts';
import { planMade } from '../../events.ts';
import { canKeepPlan } from '../../permits/plan.ts';
import { plan, planOfReferralOptional, planSteps } from '../../queries/plan/plans.ts';
import { referral, sealedOf } from '../../queries/referrals.ts';
import type { Plan, PlanStep } from '../../words/plan.ts';
import type { Details } from '../../words/referral.ts';
import { detailsFrom, unsealed } from '../sealing.ts';

/** A referral becomes the first step of a plan; pressed twice it is one plan. */
export async function makePlan(ctx: Ctx, referralId: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const one = await referral(tx, referralId);
    permit(canKeepPlan(ctx.actor, one.organisationId), { hidden: true });
    if (!isPerson(ctx.actor)) throw new NotFound('referral');
    await inTurn(tx, `plan ${referralId}`);
    const made = await planOfReferralOptional(tx, referralId);
    if (made) return made;
    const id = ctx.newId();
    const { organisationId } = one;
    const code = spokenCode(ctx.newToken());
    await tx
      .insertInto('referrals.plan')
      .values({
        ...{ id, code, organisation_id: organisationId, made_at: ctx.now },
        made_by_person_id: ctx.actor.personId,
      })
      .execute();
    await tx.updateTable('referrals.referral').set({ plan_id: id }).where('id', '=', referralId).execute();
    await record(tx, ctx, planMade, { planId: id }, { organisationId });
    return id;
  });
}

export interface ReadPlan {
  readonly one: Plan;
  readonly steps: readonly (PlanStep & { need: string })[];
  readonly name: string;
  readonly wantsKey: boolean;
}

/** All of it, for whoever keeps it. What is read of each step is noted on the agreement of that step. */
export function readPlan(ctx: Ctx, id: string): Promise<ReadPlan> {
  return ctx.db.transaction(async (tx) => {
    const one = await plan(tx, id);
    permit(canKeepPlan(ctx.actor, one.organisationId), { hidden: true });
    const isStrong = ctx.actor.strength === 'strong';
    const steps: (PlanStep & { need: string })[] = [];
    for (const step of await planSteps(tx, id)) {
      const isRead = isStrong && step.state !== 'on_hold';
      steps.push({ ...step, need: isRead ? await needOf(tx, ctx, one, step) : '' });
    }
    const known = isStrong ? await latestDetails(tx, ctx, steps) : undefined;
    return { one, steps, name: known?.name ?? '', wantsKey: !isStrong };
  });
}

async function needOf(tx: Tx, ctx: Ctx, { organisationId }: Plan, step: PlanStep): Promise<string> {
  const need = unsealed(ctx, step.id, 'need', (await sealedOf(tx, step.id)).need);
  if (need === '' || !step.basisId) return '';
  const { basisId } = step;
  await noteLook(tx, ctx, { basisId, thingId: step.id, what: 'details', organisationId });
  return need;
}

/** Who it is, from the newest step of which something is left. */
async function latestDetails(tx: Tx, ctx: Ctx, steps: readonly PlanStep[]): Promise<Details | undefined> {
  for (const step of [...steps].reverse()) {
    if (step.state === 'on_hold') continue;
    const found = detailsFrom(unsealed(ctx, step.id, 'details', (await sealedOf(tx, step.id)).details));
    if (found) return found;
  }
  return undefined;
}

/** For the form of one more step: who it is, and in whose name. */
export function detailsForPlan(ctx: Ctx, id: string): Promise<{ one: Plan; details: Details | undefined }> {
  return ctx.db.transaction(async (tx) => {
    const one = await plan(tx, id);
    permit(canKeepPlan(ctx.actor, one.organisationId), { hidden: true });
    if (ctx.actor.strength !== 'strong') return { one, details: undefined };
    const steps = await planSteps(tx, id);
    const details = await latestDetails(tx, ctx, steps);
    const { organisationId } = one;
    const [step] = steps;
    if (details && step?.basisId) {
      const { basisId } = step;
      await noteLook(tx, ctx, { basisId, thingId: step.id, what: 'details', organisationId });
    }
    return { one, details };
  });
}
