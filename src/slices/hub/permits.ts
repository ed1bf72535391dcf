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

export const canSeeBoard = can(
  'see every open promise of the network: its kind, who has it and until when, not what it says',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canSeeCentreBoard = can(
  'see the open promises of a centre and of the groups it looks after',
  'whoever has a position there, and the coordinator',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId) || isCoordinator(actor),
);

export const canSeePromise = can(
  'see what happened to an open promise and what comes next, not what it says',
  'whoever has it or has to answer it, the home centre, and the coordinator',
  (actor: Actor, organisationIds: readonly (string | null)[]) =>
    isCoordinator(actor) || organisationIds.some((id) => hasPositionAt(actor, id)),
);

export const canPassPromises = can(
  'give an open promise to somebody else where it is, or to the home centre',
  'the coordinator, who says why',
  (actor: Actor) => isCoordinator(actor),
);
