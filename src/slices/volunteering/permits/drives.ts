import { type Actor, can, hasPositionAt, isPerson } from '../../../platform/permit.ts';

export const canRunDrive = can(
  'bring many people and many roles together on one day, by numbers and without names',
  'a worker or admin of the centre',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId, ['worker', 'admin', 'coordinator']),
);

export const canTakePart = can(
  'take part in such a day with what they would like, and leave again',
  'whoever is signed in, of themselves alone',
  (actor: Actor) => isPerson(actor),
);
