import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { endLoop, openLoop } from '../../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../../network/door.ts';
import { holders, ownerAt } from '../../../register/door.ts';
import { helpOwedDays } from '../../rules/help.ts';
import type { HelpRequest } from '../../words/help/request.ts';

type Promised = Pick<HelpRequest, 'id' | 'organisationId' | 'state' | 'keeperPersonId'>;

/** Ends the promise that was kept, and opens the one that follows, until they were told what became of it. */
export async function promiseHelp(tx: Tx, ctx: Ctx, one: Promised): Promise<void> {
  await endLoop(tx, ctx, { kind: 'help-request', thingId: one.id, endReason: one.state });
  const days = helpOwedDays(one.state, (await clocks(tx)).help_answer_days);
  if (days === undefined) return;
  const dueAt = dueAfterWorkingDays(ctx.now, days, await bankHolidays(tx));
  await openLoop(tx, ctx, { kind: 'help-request', thingId: one.id, dueAt, ...(await keeperOf(tx, one)) });
}

/** Whoever took it up goes on with it, as long as they are there. */
async function keeperOf(tx: Tx, { organisationId, keeperPersonId }: Promised) {
  const there = await holders(tx, organisationId);
  if (keeperPersonId === null || !there.some((held) => held.personId === keeperPersonId)) {
    return ownerAt(tx, organisationId);
  }
  return {
    ...{ ownerOrganisationId: organisationId, aboutOrganisationId: organisationId },
    ownerPersonId: keeperPersonId,
  };
}
