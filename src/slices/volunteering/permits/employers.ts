import { type Actor, can, hasPositionAt, isCoordinator } from '../../../platform/permit.ts';

const staff = ['admin', 'worker'];
/** Those whose people may help somewhere for a day. */
export const employerKinds = ['business', 'public', 'practice', 'funder'];

export const canAskForDay = can(
  'ask for a day for the people of an employer, agree to what groups offer, and cancel it',
  'a worker or admin of a business, public body, practice or funder, for it',
  (actor: Actor, employer: { readonly id: string; readonly kind: string }) =>
    employerKinds.includes(employer.kind) && hasPositionAt(actor, employer.id, staff),
);

interface Group {
  readonly id: string;
  readonly homeCentreId: string | null;
}

export const canHost = can(
  'offer places for an employer’s day, say who looked at the risks, and take it back',
  'an admin of the group, or a worker or admin of its home centre',
  (actor: Actor, group: Group) =>
    hasPositionAt(actor, group.id, ['admin']) || hasPositionAt(actor, group.homeCentreId, staff),
);

export const canSeeEmployerDay = can(
  'see a day that an employer asks for, and all offers',
  'its own people, every centre, the coordinator, and admins of groups it is shared with',
  (actor: Actor, employerId: string, isShared: boolean) =>
    hasPositionAt(actor, employerId, staff) ||
    isCoordinator(actor) ||
    actor.positions.some((held) => held.organisationKind === 'centre' && staff.includes(held.role)) ||
    (isShared && actor.positions.some((held) => held.role === 'admin')),
);

export const canKeepEmployerDay = can(
  'keep the promise that an employer’s day goes on',
  'a worker or admin of the organisation whose turn it is',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, [...staff, 'coordinator']),
);

export const canEndEmployerDays = can(
  'note that an employer’s day is over, and ask both sides how it was',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
