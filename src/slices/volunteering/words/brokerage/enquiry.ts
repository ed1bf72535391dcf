import type { channels, enquiryStates } from '../../lists/brokerage.ts';

export type EnquiryState = keyof typeof enquiryStates;
export type Channel = keyof typeof channels;
/** Who moves an enquiry on. */
export type Side = 'person' | 'centre' | 'group' | 'parent' | 'system';

/** How far somebody is who asked about volunteering; who it is stands elsewhere. */
export interface Enquiry {
  readonly id: string;
  readonly personId: string | null;
  readonly roleId: string | null;
  readonly centreId: string;
  readonly channel: Channel;
  readonly state: EnquiryState;
  readonly version: number;
  readonly adviceBasisId: string | null;
  readonly centreSees: boolean;
  readonly young: boolean;
  readonly madeAt: Date;
  readonly changedAt: Date;
  readonly repliedAt: Date | null;
  readonly sorryAt: Date | null;
  readonly closedAt: Date | null;
  readonly stopReason: string | null;
  readonly stoppedBy: string | null;
}

/** Who it is, for the person and for a centre that they agreed to. */
export interface Asker {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly times: string;
  readonly wishes: string;
  /** As `2011-02-14`; of somebody under 18 only. */
  readonly bornOn: string | null;
}

/** What one group was sent. */
export interface Introduction {
  readonly id: string;
  readonly enquiryId: string;
  readonly roleId: string;
  readonly receiverId: string;
  readonly basisId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly times: string;
  readonly young: boolean;
  readonly sentAt: Date;
  readonly openedAt: Date | null;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

export interface Placement {
  readonly id: string;
  readonly startsOn: string;
  readonly meet: string;
  readonly supervisor: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
}

export interface Permission {
  readonly id: string;
  readonly enquiryId: string;
  readonly roleId: string;
  readonly forName: string;
  readonly wantsGroup: boolean;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export interface EnquiryStep {
  readonly what: string;
  readonly at: Date;
  readonly organisationId: string | null;
  readonly said: string;
  readonly reason: string;
}

/** A line of the centre's list: the name only where the person agreed to that. */
export interface EnquiryRow {
  readonly id: string;
  readonly state: EnquiryState;
  readonly channel: Channel;
  readonly name: string;
  readonly roleTitle: string;
  readonly groupName: string;
  readonly young: boolean;
  readonly madeAt: Date;
}
