export type ThingKind = 'organisation' | 'service' | 'location';

export interface Thing {
  kind: ThingKind;
  id: string;
}

/** What an import did to a thing, and how that thing stands now. */
export interface StandingChange extends Thing {
  organisationId: string;
  title: string;
  isNew: boolean;
  isThere: boolean;
  /** Nobody changed it since. */
  stands: boolean;
}

/** What an import did to an organisation and to all that belongs to it. */
export interface ChangedGroup {
  organisationId: string;
  changes: readonly StandingChange[];
  /** Why the organisation cannot go: what others began with it since. */
  use: string | undefined;
  /** Services of it that the import did not make. */
  otherServices: number;
  /** Services that somebody speaks of. */
  servicesInUse: ReadonlySet<string>;
}

export interface Settled {
  undone: readonly StandingChange[];
  kept: readonly { change: StandingChange; reason: string }[];
}

/** Something that an import left as it is, for whoever took it back. */
export interface KeptThing {
  kind: string;
  id: string;
  title: string;
  reason: string;
}
