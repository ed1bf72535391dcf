import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { serviceAnswered, serviceAsked, serviceChanged, trustChanged } from '../events.ts';
import { canTrust } from '../permits/trusting.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { service } from '../queries/services.ts';
import { serviceCheck, serviceCheckOptional, unseenServices } from '../queries/trusting.ts';
import { isSampled, waitsForLook, whyNotTrust } from '../rules/trusting.ts';
import type { Organisation, Service } from '../words/records.ts';
import type { AnswerService, ServiceCheck, Trust } from '../words/trusting.ts';
import { ownerAt } from './owner.ts';
import { keepServiceVersion, keepVersion } from './versions.ts';

/** The home centre trusts a group, or no longer does, and says why. What waited goes live with its trust. */
export async function setTrust(ctx: Ctx, id: string, input: Trust): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, id);
    permit(canTrust(ctx.actor, one), { hidden: true });
    const trusted = input.trusted === 'yes';
    const why = whyNotTrust(one, trusted);
    if (why) throw new Refused('trust', why);
    await keepVersion(tx, ctx, one, { reason: input.reason });
    await tx
      .updateTable('register.organisation')
      .set({
        ...{ trusted, trusted_at: trusted ? ctx.now : null, trusted_reason: input.reason },
        ...{ version: one.version + 1, changed_at: ctx.now },
      })
      .where('id', '=', id)
      .execute();
    const about = { organisationId: id, reason: input.reason };
    await record(tx, ctx, trustChanged, { organisationId: id, trusted }, about);
    if (!trusted) return;
    for (const unseen of await unseenServices(tx, id)) {
      await goLive(tx, ctx, await serviceCheck(tx, unseen.service_id));
    }
  });
}

/** What a service is to be when somebody adds it: live, or a draft until its first look. */
export function statusAtFirst(ctx: Ctx, owner: Organisation, wanted: string): string {
  return waitsForLook(owner, canTrust(ctx.actor, owner)) ? 'draft' : wanted;
}

/** In the transaction that added it: asks for the first look, or notes that it went live without. */
export async function noteFirstLook(
  tx: Tx,
  ctx: Ctx,
  owner: Organisation,
  added: { id: string; wanted: string },
): Promise<void> {
  const byHomeCentre = canTrust(ctx.actor, owner);
  const waits = waitsForLook(owner, byHomeCentre);
  if (!waits && !isSampled(owner, byHomeCentre)) return;
  const id = ctx.newId();
  await tx
    .insertInto('register.service_check')
    .values({
      ...{ id, service_id: added.id, wanted: added.wanted, asked_at: ctx.now },
      state: waits ? 'waiting' : 'live_at_once',
    })
    .execute();
  if (waits) await askForLook(tx, ctx, owner, { id, serviceId: added.id });
}

async function askForLook(
  tx: Tx,
  ctx: Ctx,
  owner: Organisation,
  check: { id: string; serviceId: string },
): Promise<void> {
  const { registration_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
  const keeper = await ownerAt(tx, owner.homeCentreId ?? (await hubId(tx)));
  await openLoop(tx, ctx, { kind: 'first-look', thingId: check.id, dueAt, ...keeper });
  const about = { organisationId: owner.id };
  await record(tx, ctx, serviceAsked, { ...about, serviceId: check.serviceId }, about);
}

/** The group changed something that waits: what was sent back is asked again, and what has ended waits no more. */
export async function keepFirstLook(tx: Tx, ctx: Ctx, before: Service, wanted: string): Promise<string> {
  if (before.status !== 'draft') return wanted;
  const check = await serviceCheckOptional(tx, before.id);
  if (!check) return wanted;
  const retires = wanted === 'retired';
  const state = retires ? 'taken_back' : 'waiting';
  await tx
    .updateTable('register.service_check')
    .set({ state, wanted, ...(check.state === 'returned' ? { asked_at: ctx.now } : {}) })
    .where('id', '=', check.id)
    .execute();
  if (retires) await endLoop(tx, ctx, { kind: 'first-look', thingId: check.id, endReason: 'taken back' });
  else if (check.state === 'returned')
    await askForLook(tx, ctx, await organisation(tx, before.organisationId), check);
  return retires ? wanted : 'draft';
}

/** The home centre looks at it for the first time. */
export async function answerFirstLook(ctx: Ctx, serviceId: string, input: AnswerService): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const check = await serviceCheck(tx, serviceId);
    const owner = await organisation(tx, check.organisationId);
    permit(canTrust(ctx.actor, owner), { hidden: true });
    if (check.state !== 'waiting') throw new Refused('answered', 'This does not wait for a first look.');
    if (input.answer === 'accepted') return goLive(tx, ctx, check);
    await settle(tx, ctx, check, { state: 'returned', reason: input.reason });
  });
}

/** Somebody at the home centre has looked at what a trusted group added. */
export async function markLookedAt(ctx: Ctx, serviceId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const check = await serviceCheck(tx, serviceId);
    permit(canTrust(ctx.actor, await organisation(tx, check.organisationId)), { hidden: true });
    if (check.state !== 'live_at_once') throw new Refused('looked', 'Somebody has looked at it already.');
    await settle(tx, ctx, check, { state: 'looked_at', reason: '' });
  });
}

async function goLive(tx: Tx, ctx: Ctx, check: ServiceCheck): Promise<void> {
  const { serviceId, organisationId } = check;
  const one = await service(tx, serviceId);
  await keepServiceVersion(tx, ctx, one);
  await tx
    .updateTable('register.service')
    .set({ status: check.wanted, version: one.version + 1, changed_at: ctx.now })
    .where('id', '=', serviceId)
    .execute();
  const payload = { organisationId, serviceId, fields: ['status'] };
  await record(tx, ctx, serviceChanged, payload, { organisationId });
  await settle(tx, ctx, check, { state: 'accepted', reason: '' });
}

async function settle(
  tx: Tx,
  ctx: Ctx,
  check: ServiceCheck,
  to: { state: 'accepted' | 'returned' | 'looked_at'; reason: string },
): Promise<void> {
  const settled = await tx
    .updateTable('register.service_check')
    .set({ ...to, answered_at: ctx.now, answered_by: ctx.actor.personId ?? null })
    .where('id', '=', check.id)
    .where('state', '=', check.state)
    .executeTakeFirst();
  if (settled.numUpdatedRows !== 1n) throw new Refused('answered', 'Somebody else has answered just now.');
  await endLoop(tx, ctx, { kind: 'first-look', thingId: check.id, endReason: to.state });
  const { organisationId, serviceId } = check;
  const payload = { organisationId, serviceId, answer: to.state };
  await record(tx, ctx, serviceAnswered, payload, { organisationId, reason: to.reason });
}
