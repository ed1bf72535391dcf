import type { Db } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { keepers } from '../rules/leaving.ts';

export interface LoopOwner {
  ownerOrganisationId: string;
  ownerPersonId: string;
}

/**
 * Who answers for an organisation: a worker, then an admin. Where nobody is left the promise goes to the hub, because
 * an open promise always has a person (model D5, 3).
 */
export async function ownerAt(db: Db, organisationId: string): Promise<LoopOwner> {
  const there = await holders(db, organisationId, keepers);
  const first = there.find((held) => held.role === 'worker') ?? there[0];
  if (first) return { ownerOrganisationId: organisationId, ownerPersonId: first.personId };
  const hub = await hubId(db);
  const [coordinator] = await holders(db, hub, ['coordinator', 'admin', 'worker']);
  if (!coordinator) throw new Refused('nobody_answers', 'Nobody at the hub can answer for this yet.');
  return { ownerOrganisationId: hub, ownerPersonId: coordinator.personId };
}

/** Who stands on a step of the ladder of a loop: 1 the second contact, 2 the home centre, 3 the hub. */
export async function onLadder(
  db: Db,
  loop: { ownerOrganisationId: string; ownerPersonId: string; climbStep: number },
): Promise<{ organisationId: string; personId: string } | undefined> {
  if (loop.climbStep === 1) {
    const there = await holders(db, loop.ownerOrganisationId, keepers);
    const second = there.find((held) => held.personId !== loop.ownerPersonId);
    return second && { organisationId: loop.ownerOrganisationId, personId: second.personId };
  }
  const owner = await organisation(db, loop.ownerOrganisationId);
  const home = loop.climbStep === 2 ? owner.homeCentreId : await hubId(db);
  if (!home || home === loop.ownerOrganisationId) return undefined;
  const next = await ownerAt(db, home);
  return { organisationId: next.ownerOrganisationId, personId: next.ownerPersonId };
}
