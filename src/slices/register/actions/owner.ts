import type { Holder, Ladder } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { homeCentresOf, hubId } from '../queries/organisation.ts';
import { holders, holdersAt } from '../queries/people.ts';
import { keepers } from '../rules/leaving.ts';

export interface LoopOwner {
  ownerOrganisationId: string;
  ownerPersonId: string;
  /** Whose answer it is, also where somebody else has to keep an eye on it. */
  aboutOrganisationId: string;
}

/**
 * Who answers for an organisation: a worker, then an admin. Where nobody is left the promise goes to the hub, because
 * an open promise always has a person (model D5, 3).
 */
export async function ownerAt(db: Db, organisationId: string): Promise<LoopOwner> {
  const there = await holders(db, organisationId, keepers);
  const first = firstOf(there);
  const owner = first ? { organisationId, personId: first.personId } : await atTheHub(db);
  if (!owner) throw new Refused('nobody_answers', 'Nobody at the hub can answer for this yet.');
  return {
    ownerOrganisationId: owner.organisationId,
    ownerPersonId: owner.personId,
    aboutOrganisationId: organisationId,
  };
}

/** Who looks after data there; whoever answers for it where nobody does. */
export async function dataLeadOf(db: Db, organisationId: string): Promise<LoopOwner> {
  const [lead] = await holders(db, organisationId, ['data-lead']);
  if (!lead) return ownerAt(db, organisationId);
  return {
    ownerOrganisationId: organisationId,
    ownerPersonId: lead.personId,
    aboutOrganisationId: organisationId,
  };
}

/** Who hears complaints about it: its home centre; the hub about a centre, and about nobody in particular. */
export async function overseerOf(db: Db, organisationId: string | undefined): Promise<string> {
  const homes = organisationId === undefined ? undefined : await homeCentresOf(db, [organisationId]);
  const home = homes?.get(organisationId ?? '');
  return home === undefined || home === organisationId ? hubId(db) : home;
}

/** Who stands on a step of the ladder of a promise: 1 the second contact, 2 the home centre, 3 the hub. */
export const onLadder: Ladder = async (db, asked) => {
  const ids = asked.map((one) => one.aboutOrganisationId);
  const homes = await homeCentresOf(db, ids);
  const there = await holdersAt(db, [...ids, ...homes.values()], keepers);
  const hub = asked.some((one) => one.climbStep > 1) ? await atTheHub(db) : undefined;
  return asked.map(({ aboutOrganisationId: about, ownerPersonId, climbStep }) => {
    if (climbStep === 1) {
      const second = (there.get(about) ?? []).find((held) => held.personId !== ownerPersonId);
      return second && { organisationId: about, personId: second.personId };
    }
    if (climbStep > 2) return hub?.organisationId === about ? undefined : hub;
    const home = homes.get(about);
    if (home === undefined || home === about) return undefined;
    const first = firstOf(there.get(home) ?? []);
    return first ? { organisationId: home, personId: first.personId } : hub;
  });
};

function firstOf<Held extends { role: string }>(there: readonly Held[]): Held | undefined {
  return there.find((held) => held.role === 'worker') ?? there[0];
}

async function atTheHub(db: Db): Promise<Holder | undefined> {
  const organisationId = await hubId(db);
  const [coordinator] = await holders(db, organisationId, ['coordinator', 'admin', 'worker']);
  return coordinator && { organisationId, personId: coordinator.personId };
}
