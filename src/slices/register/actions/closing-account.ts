import type { Leaving } from '../../../platform/contributions.ts';
import { permit } from '../../../platform/permit.ts';
import { positionsHeldBy } from '../queries/people.ts';
import { organisations } from '../urls.ts';
import { endHeld } from './leave.ts';

/** Roles without which nobody could go on, and states in which nobody has to. */
const lastOnes = ['admin', 'coordinator'];
const overStates = ['refused', 'closed'];

/** What has to be passed on before somebody closes the account, and what ends with it. */
export const closingAccount: Leaving = {
  async inTheWay(db, personId) {
    const held = await positionsHeldBy(db, personId);
    return held
      .filter((one) => lastOnes.includes(one.role) && one.others === 0)
      .filter((one) => !overStates.includes(one.organisationState))
      .map((one) => ({
        why: `You alone run ${one.organisationName}.`,
        label: 'Invite somebody who goes on',
        href: organisations.people(one.organisationId),
      }));
  },
  async end(tx, ctx, personId) {
    permit(ctx.actor.personId === personId);
    for (const { organisationId, positionId: id, role } of await positionsHeldBy(tx, personId)) {
      await endHeld(tx, ctx, { organisationId, personId, held: [{ id, role }] });
    }
  },
};
