import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../../platform/permit.ts';

export const canMakeSheet = can(
  'put services on a signpost sheet and print it or pass it on',
  'anyone',
  (_actor: Actor) => true,
);

export const canSeeCounts = can(
  'see how often the services of a group were signposted, to the last one',
  'whoever has a position at the group; a worker or admin of its home centre',
  (actor: Actor, group: { id: string; homeCentreId: string | null }) =>
    isPerson(actor) &&
    (hasPositionAt(actor, group.id) || hasPositionAt(actor, group.homeCentreId, ['admin', 'worker'])),
);

export const canSeeRoundCounts = can(
  'see about how often the services of a group were signposted',
  'the coordinator: 1 to 7 as one, the rest to the nearest 5',
  (actor: Actor) => isCoordinator(actor),
);
