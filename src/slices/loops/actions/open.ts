import type { Ctx } from '../../../platform/ctx.ts';
import { sideBySide } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { record } from '../../../platform/record.ts';
import { bankHolidays, dueAfter } from '../../network/door.ts';
import { loopEnded, loopOpened } from '../events.ts';
import { openLoopOptional } from '../queries/open.ts';
import { firstClimb } from '../rules/climb.ts';
import type { NewLoop } from '../words.ts';
import { closingOf } from './hold.ts';

/** Opens a promise in the transaction of the thing it watches. The caller has asked its own permit. */
export async function openLoop(tx: Tx, ctx: Ctx, input: NewLoop): Promise<void> {
  const id = ctx.newId();
  const { kind, thingId } = input;
  const organisationId = input.aboutOrganisationId ?? input.ownerOrganisationId;
  // An organisation that closes at this moment waits, and then finds that it still owes an answer.
  await sideBySide(tx, closingOf(organisationId));
  await tx
    .insertInto('loops.loop')
    .values({
      id,
      kind,
      thing_id: thingId,
      owner_organisation_id: input.ownerOrganisationId,
      owner_person_id: input.ownerPersonId,
      owner_since: ctx.now,
      about_organisation_id: organisationId,
      opened_at: ctx.now,
      due_at: await firstDue(tx, ctx, input),
      first_due_at: input.dueAt,
    })
    .execute();
  await record(tx, ctx, loopOpened, { loopId: id, kind, thingId }, { organisationId });
}

async function firstDue(tx: Tx, ctx: Ctx, { kind, dueAt }: NewLoop): Promise<Date> {
  const pace = ctx.house.loopKinds.find((one) => one.kind === kind)?.pace;
  if (!pace) return dueAt;
  const holidays = await bankHolidays(tx);
  return firstClimb(dueAt, pace, ctx.now, (from, span) => dueAfter(from, span, holidays));
}

/** Ends the open promise of that kind about a thing. Without one nothing happens: it ended already. */
export async function endLoop(
  tx: Tx,
  ctx: Ctx,
  about: { kind: string; thingId: string; endReason: string },
): Promise<void> {
  const loop = await openLoopOptional(tx, about.kind, about.thingId);
  if (!loop) return;
  const ended = await tx
    .updateTable('loops.loop')
    .set({ ended_at: ctx.now, end_reason: about.endReason })
    .where('id', '=', loop.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) return;
  const organisationId = loop.ownerOrganisationId;
  await record(tx, ctx, loopEnded, { loopId: loop.id, ...about }, { organisationId });
}
