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

export const canPassOn = can(
  'give an open promise to somebody else, and say why',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canCountPromises = can(
  'see how many promises keep an organisation from closing',
  'whoever may close it, and a job',
  (actor: Actor) => isPerson(actor) || actor.kind === 'job',
);

export const canHaveTenMinutes = can(
  'have a short list of each week, pause it, and be asked by mail on a day',
  'whoever is signed in, for themselves',
  (actor: Actor) => isPerson(actor),
);

export const canAskForTenMinutes = can(
  'ask people by mail for their ten minutes, and let go of old links',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);

export const canStopTenMinutes = can(
  'stop the weekly letter',
  'the holder of the link in one of them',
  (actor: Actor) => actor.kind !== 'job',
);
