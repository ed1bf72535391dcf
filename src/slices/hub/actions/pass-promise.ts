import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { loopById, passOn } from '../../loops/door.ts';
import { canPassPromises } from '../permits.ts';
import { takersOf } from '../queries/takers.ts';
import type { PassPromise } from '../words/board.ts';

/** Gives an open promise to somebody else, who has a next date from there; the why stands on its trail. */
export async function passPromise(ctx: Ctx, loopId: string, input: PassPromise): Promise<void> {
  permit(canPassPromises(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const loop = await loopById(tx, loopId);
    if (loop.ownerSince.getTime() !== input.version) {
      throw new Refused('passed', 'It went to somebody else in the meantime. Look where it is now.');
    }
    const to = (await takersOf(tx, loop)).find((taker) => taker.organisationId === input.to);
    if (!to) throw new Invalid({ to: 'Choose who is to have it.' });
    await passOn(tx, ctx, {
      id: loop.id,
      from: { organisationId: loop.ownerOrganisationId, personId: loop.ownerPersonId },
      to,
      step: to.step,
      why: input.why,
    });
  });
}
