import type { PassedThing } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { addDays } from '../../platform/dates.ts';
import type { Tx } from '../../platform/db/open.ts';
import { Refused } from '../../platform/errors.ts';
import { permit } from '../../platform/permit.ts';
import { record } from '../../platform/record.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../network/door.ts';
import { loopClimbed, loopEnded, loopOpened, loopPassed, loopReminded } from './events.ts';
import { canRemind } from './permits.ts';
import { loopsDue, openLoopOptional, openLoopsAbout } from './queries.ts';
import { nextStep } from './rules.ts';
import type { Loop, NewLoop } from './words.ts';

/** Opens a promise in the transaction of the thing it watches. The caller has asked its own permit. */
export async function openLoop(tx: Tx, ctx: Ctx, input: NewLoop): Promise<void> {
  const id = ctx.newId();
  await tx
    .insertInto('loops.loop')
    .values({
      id,
      kind: input.kind,
      thing_id: input.thingId,
      owner_organisation_id: input.ownerOrganisationId,
      owner_person_id: input.ownerPersonId,
      opened_at: ctx.now,
      due_at: input.dueAt,
      first_due_at: input.dueAt,
    })
    .execute();
  const { kind, thingId } = input;
  const about = { organisationId: input.ownerOrganisationId };
  await record(tx, ctx, loopOpened, { loopId: id, kind, thingId }, about);
}

/** Ends the open promise of that kind about a thing. Without one nothing happens: it ended already. */
export async function endLoop(
  tx: Tx,
  ctx: Ctx,
  about: { kind: string; thingId: string; endReason: string },
): Promise<void> {
  const loop = await openLoopOptional(tx, about.kind, about.thingId);
  if (!loop) return;
  await tx
    .updateTable('loops.loop')
    .set({ ended_at: ctx.now, end_reason: about.endReason })
    .where('id', '=', loop.id)
    .execute();
  const organisationId = loop.ownerOrganisationId;
  await record(tx, ctx, loopEnded, { loopId: loop.id, ...about }, { organisationId });
}

/** Somebody else keeps it from now on. The promised time stays. */
export async function passLoop(tx: Tx, ctx: Ctx, thing: PassedThing): Promise<void> {
  const passed = await tx
    .updateTable('loops.loop')
    .set({ owner_organisation_id: thing.toOrganisationId, owner_person_id: thing.toPersonId })
    .where('id', '=', thing.id)
    .where('owner_person_id', '=', thing.fromPersonId)
    .where('ended_at', 'is', null)
    .returning(['kind', 'thing_id'])
    .executeTakeFirst();
  if (!passed) return;
  const payload = {
    loopId: thing.id,
    kind: passed.kind,
    thingId: passed.thing_id,
    personId: thing.toPersonId,
  };
  await record(tx, ctx, loopPassed, payload, { organisationId: thing.toOrganisationId });
}

/** Tells whoever can give the promised answer that somebody still waits for it; once a day is enough. */
export async function remind(ctx: Ctx, thingId: string): Promise<void> {
  permit(canRemind(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const open = await openLoopsAbout(tx, thingId);
    if (open.length === 0) throw new Refused('answered', 'Somebody has answered in the meantime.');
    for (const loop of open) {
      const reminded = await tx
        .updateTable('loops.loop')
        .set({ reminded_at: ctx.now })
        .where('id', '=', loop.id)
        .where((q) => q.or([q('reminded_at', 'is', null), q('reminded_at', '<', addDays(ctx.now, -1))]))
        .executeTakeFirst();
      if (reminded.numUpdatedRows !== 1n)
        throw new Refused('reminded', 'They were reminded within the last day. Ringing them may do more.');
      const { id: loopId, kind } = loop;
      const organisationId = loop.ownerOrganisationId;
      await record(tx, ctx, loopReminded, { loopId, kind, thingId }, { organisationId });
    }
  });
}

/** Everything that is due now climbs one step: to the second contact, the home centre, then the hub. */
export async function climbWhatIsDue(ctx: Ctx): Promise<number> {
  const due = await loopsDue(ctx.db.open, ctx.now);
  const { climb_days } = await clocks(ctx.db.open);
  const holidays = await bankHolidays(ctx.db.open);
  const nextDue = dueAfterWorkingDays(ctx.now, climb_days, holidays);
  for (const loop of due) await climb(ctx, loop, nextDue);
  return due.length;
}

async function climb(ctx: Ctx, loop: Loop, dueAt: Date): Promise<void> {
  const step = nextStep(loop.climbStep);
  if (step === undefined) return;

  await ctx.db.transaction(async (tx) => {
    const on = await ctx.house.ladder(tx, { ...loop, climbStep: step });
    const personId = on?.personId ?? loop.ownerPersonId;
    const moved = await tx
      .updateTable('loops.loop')
      .set({
        climb_step: step,
        due_at: dueAt,
        owner_organisation_id: on?.organisationId ?? loop.ownerOrganisationId,
        owner_person_id: personId,
      })
      .where('id', '=', loop.id)
      .where('climb_step', '=', loop.climbStep)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return;
    const { kind, thingId } = loop;
    await record(tx, ctx, loopClimbed, { loopId: loop.id, kind, thingId, step, personId });
  });
}
