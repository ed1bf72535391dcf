import { type Actor, can, hasPositionAt, isPerson } from '../../../platform/permit.ts';

const staff = ['admin', 'worker', 'link-worker', 'coordinator'];

export const canMakeBoard = can(
  'make a coordination board for a theme',
  'workers and admins of a centre, and the coordinator',
  (actor: Actor, organisationId: string) =>
    actor.positions.some(
      (held) =>
        held.organisationId === organisationId &&
        ['centre', 'hub'].includes(held.organisationKind) &&
        staff.includes(held.role),
    ),
);

/** In whose names somebody may make one. */
export function boardMakersOf(actor: Actor): string[] {
  const ids = actor.positions.map((held) => held.organisationId);
  return [...new Set(ids)].filter((id) => canMakeBoard(actor, id));
}

export const canUseBoard = can(
  'see a coordination board, write on it, make matches and let others join',
  'the staff of its members, all alike: council, NHS, hub, centres and groups',
  (actor: Actor, memberIds: readonly string[]) =>
    isPerson(actor) && memberIds.some((id) => hasPositionAt(actor, id, staff)),
);

/** The member in whose name somebody acts. */
export function memberOf(actor: Actor, memberIds: readonly string[]): string | undefined {
  return memberIds.find((id) => hasPositionAt(actor, id, staff));
}

export const canSayPlaces = can(
  'say how many places of a service are free, and answer who asks for them',
  'workers and admins of whoever runs the service',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, staff),
);
