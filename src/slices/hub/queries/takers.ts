import type { Db } from '../../../platform/db/open.ts';
import type { Loop } from '../../loops/door.ts';
import { holders, organisation } from '../../register/door.ts';
import { nextInTurn } from '../rules/board.ts';
import type { Taker } from '../words/board.ts';

/** Roles that can keep a promise. */
const keepers = ['worker', 'admin', 'coordinator'];

/**
 * Who can have a promise besides whoever has it: somebody else where it is and where it has to be answered, and the home
 * centre. Organisations are named, people are not.
 */
export async function takersOf(db: Db, loop: Loop): Promise<Taker[]> {
  const about = await organisation(db, loop.aboutOrganisationId);
  const places = [
    { id: about.id, step: Math.min(loop.climbStep, 1) },
    { id: loop.ownerOrganisationId, step: loop.climbStep },
    ...(about.homeCentreId ? [{ id: about.homeCentreId, step: 2 }] : []),
  ];
  const takers: Taker[] = [];
  for (const { id, step } of places) {
    if (takers.some((taker) => taker.organisationId === id)) continue;
    const there = await holders(db, id, keepers);
    const inOrder = [...new Set(there.map((held) => held.personId))];
    const isHere = id === loop.ownerOrganisationId;
    const personId = isHere ? nextInTurn(inOrder, loop.ownerPersonId) : inOrder[0];
    if (personId === undefined) continue;
    const { name } = id === about.id ? about : await organisation(db, id);
    takers.push({ organisationId: id, personId, step, label: isHere ? `Somebody else at ${name}` : name });
  }
  return takers;
}
