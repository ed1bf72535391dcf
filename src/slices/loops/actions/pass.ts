import type { PassedThing } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { sideBySide } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { loopPassed, loopPassedOn } from '../events.ts';
import { canPassOn } from '../permits.ts';
import { loopById } from '../queries/open.ts';
import { dueAfterPass } from '../rules/climb.ts';
import type { PassOn } from '../words.ts';
import { closingOf } from './hold.ts';

/** Somebody else keeps it from now on. The promised time stays. */
export async function passLoop(tx: Tx, ctx: Ctx, thing: PassedThing): Promise<void> {
  const passed = await tx
    .updateTable('loops.loop')
    .set({
      owner_organisation_id: thing.toOrganisationId,
      owner_person_id: thing.toPersonId,
      owner_since: ctx.now,
    })
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

/**
 * The coordinator gives it to somebody else and says why. It has a next date from there, and climbs on if nobody answers.
 * Of two who do it at once the second one is told.
 */
export async function passOn(tx: Tx, ctx: Ctx, { id, from, to, step, why }: PassOn): Promise<void> {
  permit(canPassOn(ctx.actor));
  await sideBySide(tx, closingOf(to.organisationId));
  const loop = await loopById(tx, id);
  if (loop.endedAt) throw new Refused('ended', 'Somebody has answered in the meantime.');
  const { climb_days } = await clocks(tx);
  const afterAStep = dueAfterWorkingDays(ctx.now, climb_days, await bankHolidays(tx));
  const passed = await tx
    .updateTable('loops.loop')
    .set({
      owner_organisation_id: to.organisationId,
      owner_person_id: to.personId,
      owner_since: ctx.now,
      climb_step: step,
      due_at: dueAfterPass(loop, { step }, ctx.now, afterAStep),
    })
    .where('id', '=', id)
    .where('owner_organisation_id', '=', from.organisationId)
    .where('owner_person_id', '=', from.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (passed.numUpdatedRows !== 1n) {
    throw new Refused('passed', 'It went to somebody else in the meantime. Look where it is now.');
  }
  const { kind, thingId } = loop;
  const payload = { loopId: id, kind, thingId, personId: to.personId, step };
  await record(tx, ctx, loopPassedOn, payload, { organisationId: to.organisationId, reason: why });
}
