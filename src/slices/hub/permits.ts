import { type Actor, can, hasPositionAt, isCoordinator } from '../../platform/permit.ts';

export const canSeeHub = can('see the hub’s page with all queues', 'the coordinator', (actor: Actor) =>
  isCoordinator(actor),
);

export const canClearQueues = can(
  'remind, ask again, or set aside what waits, and say why',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canSeeHealth = can('see how good the records are', 'the coordinator', (actor: Actor) =>
  isCoordinator(actor),
);

export const canSeeDoneFor = can(
  'see what the hub did for a centre',
  'whoever has a position there, and the coordinator',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId) || isCoordinator(actor),
);

export const canForgetMoves = can(
  'let go of what the hub did long ago',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);

export const canSeeSettings = can(
  'see how far the network is set up, and who changed which setting',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);
