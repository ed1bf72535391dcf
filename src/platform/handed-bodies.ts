// What slices below the register may know of organisations and of who answers for them.
import type { Db } from './db/open.ts';

export interface Holder {
  readonly personId: string;
  readonly organisationId: string;
}

/** Who stands on the steps of the ladder: 0 receiver, 1 second contact, 2 home centre, 3 hub; an answer for each. */
export type Ladder = (
  db: Db,
  asked: readonly { aboutOrganisationId: string; ownerPersonId: string; climbStep: number }[],
) => Promise<readonly (Holder | undefined)[]>;

/** How an organisation stands, for whatever uses it: nothing that is not on its page. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly kind: string;
  readonly state: string;
  readonly freshness: string;
}

interface Keeper {
  readonly ownerOrganisationId: string;
  readonly ownerPersonId: string;
}

/** What slices below the register may know of organisations. */
export interface Bodies {
  readonly namesOf: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Who answers for it; the hub where nobody is left. */
  readonly keeperOf: (db: Db, id: string) => Promise<Keeper>;
  /** Who looks after data there; whoever answers for it where nobody does. */
  readonly dataLeadOf: (db: Db, id: string) => Promise<Keeper>;
  /** Who hears complaints about it: its home centre; the hub about a centre, about itself, and about nobody in particular. */
  readonly overseerOf: (db: Db, id: string | undefined) => Promise<string>;
}
