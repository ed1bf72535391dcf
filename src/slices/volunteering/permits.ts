import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../platform/permit.ts';

const staff = ['admin', 'worker'];

/** The organisation that a role belongs to. */
interface Kept {
  readonly id: string;
  readonly homeCentreId: string | null;
}

export const canPostRole = can(
  'post volunteering roles of a group, change them, pause them and withdraw them',
  'an admin of the group, or a worker or admin of its home centre',
  (actor: Actor, group: Kept) =>
    hasPositionAt(actor, group.id, ['admin']) || hasPositionAt(actor, group.homeCentreId, staff),
);

export const canCheckRole = can(
  'take the first look at a volunteering role, and see what trusted groups posted',
  'a worker or admin of its home centre; the coordinator where there is none',
  (actor: Actor, group: Kept) =>
    hasPositionAt(actor, group.homeCentreId, staff) || (group.homeCentreId === null && isCoordinator(actor)),
);

export const canKeepRolesFor = can(
  'see which volunteering roles wait at a centre',
  'a worker or admin of that centre; the coordinator at the hub',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId, [...staff, 'coordinator']),
);

export const canPullRole = can(
  'take a live volunteering role off, with a reason',
  'a worker or admin of its home centre, and the coordinator',
  (actor: Actor, group: Kept) => hasPositionAt(actor, group.homeCentreId, staff) || isCoordinator(actor),
);

export const canSeeSharing = can(
  'see how much of all volunteering roles is open to everybody, by centre',
  'a worker or admin of any centre, and the coordinator',
  (actor: Actor) =>
    isPerson(actor) &&
    (isCoordinator(actor) ||
      actor.positions.some((held) => held.organisationKind === 'centre' && staff.includes(held.role))),
);

export const canSetTarget = can(
  'say how much of all volunteering roles is to be open to everybody, and by when',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canEndRoles = can(
  'end volunteering roles on their last day',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
