import type { Ctx } from '../../../../platform/ctx.ts';
import type { Db, Tx } from '../../../../platform/db/open.ts';
import { endLoop, openLoop } from '../../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../../network/door.ts';
import { ownerAt } from '../../../register/door.ts';
import { type Owed, owedIn, turnKinds } from '../../rules/brokerage/turns.ts';
import type { EnquiryState } from '../../words/brokerage/enquiry.ts';

interface Turn {
  readonly enquiryId: string;
  readonly centreId: string;
  readonly introduction: { readonly id: string; readonly receiverId: string } | undefined;
}

/** Ends the promise that was kept, and opens the one that follows: whose turn it is, until when. */
export async function passTurn(tx: Tx, ctx: Ctx, turn: Turn, state: EnquiryState): Promise<void> {
  await endTurns(tx, ctx, turn, state);
  const owed = owedIn(state);
  if (!owed) return;
  const dueAt = dueAfterWorkingDays(ctx.now, await daysOf(tx, owed.days), await bankHolidays(tx));
  const { kind } = owed;
  if (owed.by === 'centre') {
    const keeper = await ownerAt(tx, turn.centreId);
    return openLoop(tx, ctx, { kind, thingId: turn.enquiryId, dueAt, ...keeper });
  }
  if (!turn.introduction) return;
  const keeper = await ownerAt(tx, turn.introduction.receiverId);
  await openLoop(tx, ctx, { kind, thingId: turn.introduction.id, dueAt, ...keeper });
}

/** The centre sees to a group that stays silent; the group’s own promise goes on climbing. */
export async function askCentre(tx: Tx, ctx: Ctx, turn: Omit<Turn, 'introduction'>): Promise<void> {
  const dueAt = dueAfterWorkingDays(ctx.now, await daysOf(tx, 'enquiry_answer_days'), await bankHolidays(tx));
  const keeper = await ownerAt(tx, turn.centreId);
  await openLoop(tx, ctx, { kind: 'enquiry', thingId: turn.enquiryId, dueAt, ...keeper });
}

/** Nobody owes a word any more, or somebody else does. */
export async function endTurns(tx: Tx, ctx: Ctx, turn: Turn, endReason: string): Promise<void> {
  for (const kind of turnKinds) {
    await endLoop(tx, ctx, { kind, thingId: turn.enquiryId, endReason });
    if (turn.introduction) await endLoop(tx, ctx, { kind, thingId: turn.introduction.id, endReason });
  }
}

/** Some promises have a clock of the network; the others are of a length that suits what is done meanwhile. */
async function daysOf(db: Db, days: Owed['days']): Promise<number> {
  return typeof days === 'number' ? days : (await clocks(db))[days];
}
