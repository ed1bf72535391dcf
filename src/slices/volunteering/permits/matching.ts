import { type Actor, can, isCoordinator, isPerson } from '../../../platform/permit.ts';

export const canSayWishes = can(
  'say what they would like to do as a volunteer, and see which roles fit',
  'whoever is signed in, of themselves alone',
  (actor: Actor) => isPerson(actor),
);

export const canSetMatchWeights = can(
  'say what counts how much when roles are matched with people',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canMatchAtNight = can(
  'match everybody with all roles at night, and let go of wishes that are old',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
