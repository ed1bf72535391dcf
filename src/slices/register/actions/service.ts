import type { Ctx } from '../../../platform/ctx.ts';
import { aMomentAgo, inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { clocks } from '../../network/door.ts';
import { serviceAdded, serviceChanged } from '../events.ts';
import { canChangeRecord } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { schedulesOf, service, serviceAddedOptional } from '../queries/services.ts';
import { serviceCheckOptional } from '../queries/trusting.ts';
import { nextFreshnessAt } from '../rules/freshness.ts';
import type { ChangeService, Service } from '../words/records.ts';
import { changedFields, dropSourceFields } from './organisation.ts';
import { keepFirstSchedule, keepSchedule } from './place.ts';
import { keepFirstLook, noteFirstLook, statusAtFirst } from './trusting.ts';
import { type How, keepServiceVersion } from './versions.ts';

/** A service of a group that its home centre trusts is public at once; any other one waits for a first look. */
export async function addService(ctx: Ctx, organisationId: string, input: ChangeService): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const owner = await organisation(tx, organisationId);
    permit(canChangeRecord(ctx.actor, owner));
    const same = await sameService(tx, ctx, organisationId, input);
    if (same) return same.id;
    const id = ctx.newId();
    const due = nextFreshnessAt(ctx.now, ctx.now, await clocks(tx));
    const checked = {
      freshness: 'ok',
      checked_at: ctx.now,
      checked_by: 'Written by the group',
      freshness_due_at: due,
    };
    await tx
      .insertInto('register.service')
      .values({
        id,
        organisation_id: organisationId,
        created_at: ctx.now,
        changed_at: ctx.now,
        ...columns(input),
        status: statusAtFirst(ctx, owner, input.status),
        wait_said_at: input.wait_words === '' ? null : ctx.now,
        ...checked,
      })
      .execute();
    await keepSchedule(tx, ctx, id, whenOf(input));
    await noteFirstLook(tx, ctx, owner, { id, wanted: input.status });
    await record(tx, ctx, serviceAdded, { organisationId, serviceId: id }, { organisationId });
    return id;
  });
}

/** The one that the first press of the button has made. */
async function sameService(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  input: ChangeService,
): Promise<Service | undefined> {
  await inTurn(tx, `service ${organisationId}`);
  const since = aMomentAgo(ctx.now);
  const made = await serviceAddedOptional(tx, { organisationId, name: input.name, since });
  if (!made) return undefined;
  return changedFields(await serviceAsForm(tx, made), input).length === 0 ? made : undefined;
}

export async function changeService(ctx: Ctx, id: string, input: ChangeService): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await service(tx, id);
    const { organisationId } = before;
    permit(canChangeRecord(ctx.actor, await organisation(tx, organisationId)));
    await applyServiceChange(tx, ctx, before, input);
  });
}

/** The same in the transaction of whoever has asked already whether it may be. */
export async function applyServiceChange(
  tx: Tx,
  ctx: Ctx,
  { id }: Service,
  input: ChangeService,
  how: How = {},
): Promise<void> {
  await inTurn(tx, `record ${id}`);
  const before = await service(tx, id);
  const { organisationId } = before;
  const current = await serviceAsForm(tx, before);
  if (before.version !== input.version) throw new Stale({ ...current, version: before.version });

  const fields = changedFields(current, input);
  if (fields.length > 0) await keepServiceVersion(tx, ctx, before, how);
  await tx
    .updateTable('register.service')
    .set({
      ...columns(input),
      status: await keepFirstLook(tx, ctx, before, input.status),
      ...waitSaid(before, input, ctx.now),
      version: before.version + 1,
      changed_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  if (fields.some((field) => ['days', 'opens', 'closes', 'when_note'].includes(field))) {
    await keepFirstSchedule(tx, ctx, id, whenOf(input));
  }
  await dropSourceFields(tx, id, fields);
  const about = { organisationId, ...(how.reason ? { reason: how.reason } : {}) };
  await record(tx, ctx, serviceChanged, { organisationId, serviceId: id, fields }, about);
}

/** The record as its form shows it. Of several times the form knows the first; the others stay as they are. */
export async function serviceAsForm(tx: Tx, one: Service): Promise<Record<string, unknown>> {
  const [when] = await schedulesOf(tx, [one.id]);
  const unseen = one.status === 'draft' ? await serviceCheckOptional(tx, one.id) : undefined;
  return {
    name: one.name,
    // What waits for its first look has the state that it will have.
    status: unseen?.wanted ?? one.status,
    status_note: one.statusNote,
    summary: one.summary,
    description: one.description,
    for_whom: one.forWhom,
    not_for: one.notFor,
    themes: one.themes,
    people_served: one.peopleServed,
    age_from: one.ageFrom,
    age_to: one.ageTo,
    cost_words: one.costWords,
    way_in: one.wayIn,
    wait_words: one.waitWords,
    days: when?.days ?? [],
    opens: when?.opens ?? null,
    closes: when?.closes ?? null,
    when_note: when?.note ?? '',
    taking_referrals: one.takingReferrals,
    open_to_volunteers: one.openToVolunteers,
  };
}

function columns(input: ChangeService) {
  return {
    name: input.name,
    status: input.status,
    status_note: input.status_note,
    summary: input.summary,
    description: input.description,
    for_whom: input.for_whom,
    not_for: input.not_for,
    themes: input.themes,
    people_served: input.people_served,
    age_from: input.age_from,
    age_to: input.age_to,
    cost_words: input.cost_words,
    cost_pence: penceIn(input.cost_words),
    way_in: input.way_in,
    wait_words: input.wait_words,
    taking_referrals: input.taking_referrals,
    open_to_volunteers: input.open_to_volunteers,
  };
}

/** "£3 or what you can" is 300, "Free" is 0; words without a figure say nothing. */
function penceIn(words: string): number | null {
  if (/^\s*(free|nothing|no charge)\b/i.test(words)) return 0;
  const found = /£\s*(\d{1,5})(?:\.(\d{2}))?/.exec(words);
  return found ? Number(found[1]) * 100 + Number(found[2] ?? 0) : null;
}

/** The day on which a wait was said starts anew when somebody says it anew, also in the same words. */
function waitSaid(before: Service, input: ChangeService, now: Date) {
  if (input.wait_words === '') return { wait_said_at: null };
  return input.wait_words === before.waitWords && before.waitSaidAt ? {} : { wait_said_at: now };
}

function whenOf(input: ChangeService) {
  return { days: input.days, opens: input.opens, closes: input.closes, note: input.when_note };
}
