import { type Actor, can, isCoordinator } from '../../platform/permit.ts';

export const canSeeHub = can('see the hub’s page with all queues', 'the coordinator', (actor: Actor) =>
  isCoordinator(actor),
);

export const canSeeSettings = can(
  'see how far the network is set up, and who changed which setting',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);
