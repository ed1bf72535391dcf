import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../network/door.ts';
import { holders, hubId, ownerAt } from '../../register/door.ts';
import { kindIn, owedIn, turnKinds } from '../rules/referral.ts';
import type { Referral, State } from '../words/referral.ts';
import { sealed } from './sealing.ts';

type Turn = Pick<Referral, 'id' | 'organisationId' | 'senderPersonId' | 'receiverId' | 'waitUntil'>;
type LoopOwner = Awaited<ReturnType<typeof ownerAt>>;

/** Ends the promise that was kept, and opens the one that follows: whose turn it is, until when. */
export async function passTurn(
  tx: Tx,
  ctx: Ctx,
  one: Turn,
  now: { state: State; toHub?: boolean },
): Promise<void> {
  await endTurn(tx, ctx, one.id, now.state);
  const owed = owedIn(now.state);
  if (!owed) return;
  const keeper = now.toHub ? await ownerAt(tx, await hubId(tx)) : await keeperOf(tx, one, owed.by);
  const listed =
    now.state === 'waiting' && one.waitUntil !== null ? new Date(`${one.waitUntil}T17:00:00Z`) : null;
  const dueAt = listed ?? dueAfterWorkingDays(ctx.now, owed.days, await bankHolidays(tx));
  await openLoop(tx, ctx, { kind: kindIn(now.state), thingId: one.id, dueAt, ...keeper });
}

/** Nobody owes a word any more, or somebody else does. */
export async function endTurn(tx: Tx, ctx: Ctx, thingId: string, endReason: string): Promise<void> {
  for (const kind of turnKinds) await endLoop(tx, ctx, { kind, thingId, endReason });
}

/** Whoever sent it goes on with it, as long as they are there; otherwise somebody else of their organisation. */
export async function keeperOf(tx: Tx, one: Turn, by: 'sender' | 'receiver'): Promise<LoopOwner> {
  if (by === 'receiver') return ownerAt(tx, one.receiverId);
  const there = await holders(tx, one.organisationId);
  if (!there.some((held) => held.personId === one.senderPersonId)) return ownerAt(tx, one.organisationId);
  const { organisationId, senderPersonId } = one;
  return {
    ...{ aboutOrganisationId: organisationId, ownerOrganisationId: organisationId },
    ownerPersonId: senderPersonId,
  };
}

/** Writes down what has happened; what was said is sealed like the story. */
export async function addStep(
  tx: Tx,
  ctx: Ctx,
  step: {
    referralId: string;
    what: string;
    organisationId?: string;
    said?: string;
    reason?: string;
    onDay?: string;
  },
): Promise<void> {
  const id = ctx.newId();
  await tx
    .insertInto('referrals.step')
    .values({
      ...{ id, referral_id: step.referralId, what: step.what, at: ctx.now },
      ...{ organisation_id: step.organisationId ?? null, person_id: ctx.actor.personId ?? null },
      ...{ said: sealed(ctx, id, 'said', step.said ?? ''), reason: step.reason ?? '' },
      on_day: step.onDay ?? null,
    })
    .execute();
}
