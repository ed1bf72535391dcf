import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../platform/permit.ts';

export const canSeeInbox = can(
  'see what waits for their organisations',
  'whoever has a position',
  (actor: Actor) => {
    return isPerson(actor);
  },
);

export const canLookAtLoop = can(
  'look at an open promise that climbed to the hub, without answering it',
  'the coordinator',
  (actor: Actor, ownerOrganisationId: string) => hasPositionAt(actor, ownerOrganisationId, ['coordinator']),
);

export const canRemind = can(
  'remind whoever promised an answer',
  'the coordinator, once a day',
  (actor: Actor) => isCoordinator(actor),
);
