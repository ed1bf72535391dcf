import { type Actor, can, hasPositionAt, isPerson } from '../../../platform/permit.ts';

const staff = ['admin', 'worker', 'link-worker', 'coordinator'];

/** Where the actor is named as a lead; asked of the database, because a lead is no position. */
export type LeadsAt = readonly string[];

export const canRaiseConcern = can(
  'say that they are worried about somebody’s safety',
  'anyone',
  (actor: Actor) => actor.kind !== 'job',
);

export const canSeeConcern = can(
  'read a concern, write what was done, put its referral on hold and close it',
  'the safeguarding leads of the organisation that has it, with a second key; no rank does',
  (actor: Actor, organisationId: string, leadsAt: LeadsAt) =>
    isPerson(actor) && actor.strength === 'strong' && leadsAt.includes(organisationId),
);

export const canSeeThatConcernWaits = can(
  'see that a concern waits and which lead to ring, and nothing else of it',
  'the staff of whoever has its promise now',
  (actor: Actor, ownerId: string) => hasPositionAt(actor, ownerId, staff),
);

export const canAskToRead = can(
  'ask to read the referral or request that a concern is about',
  'the lead who has the concern, with a reason',
  (actor: Actor, organisationId: string, leadsAt: LeadsAt) => canSeeConcern(actor, organisationId, leadsAt),
);

export const canConfirmReading = can(
  'say yes when a lead has to read what is closed to the lead',
  'a second person of the same organisation, with a second key shown just before',
  (actor: Actor, one: { organisationId: string; askedByPersonId: string }) =>
    isPerson(actor) &&
    actor.personId !== one.askedByPersonId &&
    hasPositionAt(actor, one.organisationId, [...staff, 'trustee']),
);

export const canNameLeads = can(
  'name the safeguarding leads of an organisation',
  'its admin, or the coordinator for the hub',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin', 'coordinator']),
);

export const canSetSafetyNumbers = can(
  'say whom to ring about somebody’s safety in an area',
  'workers and admins of the centre that answers for the area, and the hub',
  (actor: Actor, organisationId: string) =>
    actor.positions.some(
      (held) =>
        held.organisationId === organisationId &&
        ['centre', 'hub'].includes(held.organisationKind) &&
        staff.includes(held.role),
    ),
);
