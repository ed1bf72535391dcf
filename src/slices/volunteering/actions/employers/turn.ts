import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { endLoop, openLoop, openLoopOptional } from '../../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../../network/door.ts';
import { hubId, ownerAt } from '../../../register/door.ts';
import { employerDay, offersFor } from '../../queries/employers/days.ts';
import { isGoing, isToldByAll, turnOf } from '../../rules/employers/days.ts';
import type { EmployerDay, Offer } from '../../words/employers.ts';

const [dayKind, hostKind] = ['employer-day', 'employer-host'] as const;
/** How long whoever has the turn has, in working days. */
const answerDays = 5;

/** The promise is with whoever has the turn now. It is called after each change, and changes nothing without need. */
export async function passTurn(tx: Tx, ctx: Ctx, dayId: string): Promise<void> {
  const day = await employerDay(tx, dayId);
  const turn = turnOf(day, await offersFor(tx, dayId));
  if (!isGoing(day.state)) return;
  if (turn === 'nobody') return endLoop(tx, ctx, { kind: dayKind, thingId: dayId, endReason: 'agreed' });
  const holderId = turn === 'employer' ? day.organisationId : (day.homeCentreId ?? (await hubId(tx)));
  const owner = await ownerAt(tx, holderId);
  const open = await openLoopOptional(tx, dayKind, dayId);
  if (open?.aboutOrganisationId === owner.aboutOrganisationId) return;
  await endLoop(tx, ctx, { kind: dayKind, thingId: dayId, endReason: 'passed on' });
  await openLoop(tx, ctx, { kind: dayKind, thingId: dayId, ...owner, dueAt: await due(tx, ctx) });
}

export function endTurn(tx: Tx, ctx: Ctx, dayId: string, endReason: string): Promise<void> {
  return endLoop(tx, ctx, { kind: dayKind, thingId: dayId, endReason });
}

/** After the day both sides owe a word about it. */
export async function askHowItWas(
  tx: Tx,
  ctx: Ctx,
  day: EmployerDay,
  offers: readonly Offer[],
): Promise<void> {
  const dueAt = await due(tx, ctx);
  await endTurn(tx, ctx, day.id, 'held');
  const employer = await ownerAt(tx, day.organisationId);
  await openLoop(tx, ctx, { kind: dayKind, thingId: day.id, ...employer, dueAt });
  for (const { id, organisationId } of offers) {
    const host = await ownerAt(tx, organisationId);
    await openLoop(tx, ctx, { kind: hostKind, thingId: id, ...host, dueAt });
  }
}

/** Whoever has said it owes it no more. Answers whether everybody has. */
export async function noteSaid(tx: Tx, ctx: Ctx, dayId: string): Promise<boolean> {
  const offers = (await offersFor(tx, dayId)).filter((one) => one.agreedPlaces > 0);
  for (const { id, hostUseful } of offers) {
    if (hostUseful !== null) await endLoop(tx, ctx, { kind: hostKind, thingId: id, endReason: 'said' });
  }
  if (offers.every(({ employerUseful }) => employerUseful !== null)) await endTurn(tx, ctx, dayId, 'said');
  return isToldByAll(offers);
}

async function due(tx: Tx, ctx: Ctx): Promise<Date> {
  return dueAfterWorkingDays(ctx.now, answerDays, await bankHolidays(tx));
}
