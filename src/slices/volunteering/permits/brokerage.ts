import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../../platform/permit.ts';

const staff = ['admin', 'worker'];

/** Centres whose enquiries somebody keeps; the hub where no centre answers. */
export function centresOf(actor: Actor): string[] {
  const held = actor.positions.filter(
    ({ organisationKind, role }) =>
      (organisationKind === 'centre' && staff.includes(role)) ||
      (organisationKind === 'hub' && [...staff, 'coordinator'].includes(role)),
  );
  return [...new Set(held.map((one) => one.organisationId))];
}

/** Groups for which somebody answers whoever would like to volunteer there. */
export function receiversOf(actor: Actor): string[] {
  const held = actor.positions.filter(({ role }) => staff.includes(role));
  return [...new Set(held.map((one) => one.organisationId))];
}

export const canEnquire = can(
  'ask a group or a centre about volunteering, and see what became of it',
  'anybody who is signed in, for themselves',
  (actor: Actor) => isPerson(actor),
);

export const canKeepEnquiries = can(
  'see which enquiries a centre has, how far each is, and go on with them',
  'a worker or admin of that centre; the coordinator at the hub',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId, [...staff, 'coordinator']),
);

export const canReadAsker = can(
  'see who asked about volunteering and what they would like',
  'a worker or admin of the centre that the person agreed to',
  (actor: Actor, one: { centreId: string; centreSees: boolean }) =>
    one.centreSees && hasPositionAt(actor, one.centreId, [...staff, 'coordinator']),
);

export const canSeeEnquiryOutline = can(
  'see about which role an enquiry is and how far, without the person',
  'staff of its centre and of the group, and the coordinator',
  (actor: Actor, one: { centreId: string; receiverId: string | null }) =>
    isCoordinator(actor) ||
    hasPositionAt(actor, one.centreId, staff) ||
    hasPositionAt(actor, one.receiverId, staff),
);

export const canAnswerIntroduction = can(
  'see a volunteer who was introduced, answer them, and say when they start and end',
  'a worker or admin of the group that the person agreed to',
  (actor: Actor, receiverId: string) => hasPositionAt(actor, receiverId, staff),
);

export const canAnswerPermission = can(
  'say yes or no to the volunteering of a young person, once',
  'the parent or guardian, by their own link',
  (_actor: Actor, holdsLink: boolean) => holdsLink,
);

export const canMoveEnquiries = can(
  'end enquiries whose role or time is over, ask how it went, and let go of old details',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
