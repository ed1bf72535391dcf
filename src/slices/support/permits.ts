import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../platform/permit.ts';

const staff = ['admin', 'worker'];

/** The centres whose work the actor does, and the hub for its coordinator. */
export function bodiesOf(actor: Actor): string[] {
  const held = actor.positions.filter(
    ({ organisationKind: kind, role }) =>
      (kind === 'centre' && staff.includes(role)) || (kind === 'hub' && role === 'coordinator'),
  );
  return [...new Set(held.map((one) => one.organisationId))];
}

export const canReadLog = can(
  'read what centres did for a group',
  'a worker or admin of any centre',
  (actor: Actor) =>
    actor.positions.some((held) => held.organisationKind === 'centre' && staff.includes(held.role)),
);

export const canLookIntoLog = can(
  'look into the support log of a group for an hour',
  'the coordinator, with a reason that the centres read',
  (actor: Actor) => isCoordinator(actor),
);

export const canReadOwnLog = can(
  'read what centres show a group of its own support log',
  'whoever has a position at the group',
  (actor: Actor, organisationId: string) => isPerson(actor) && hasPositionAt(actor, organisationId),
);

export const canWriteFor = can(
  'write into the support log for a centre, and see what that centre has to follow up',
  'a worker or admin of that centre; the coordinator for the hub',
  (actor: Actor, centreId: string) => bodiesOf(actor).includes(centreId),
);

export const canCorrect = can(
  'put an entry of the support log right, or withdraw it',
  'whoever wrote it, while at that centre, and an admin of that centre',
  (actor: Actor, entry: { centreId: string; authorPersonId: string }) =>
    canWriteFor(actor, entry.centreId) &&
    (actor.personId === entry.authorPersonId || hasPositionAt(actor, entry.centreId, ['admin'])),
);

export const canForgetSupport = can(
  'let go of old entries of the support log',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
