import { can, isCoordinator } from '../../platform/permit.ts';

export const canLoadAreas = can(
  'load areas, postcodes and lines',
  'the first filling and the command line',
  (actor) => {
    return actor.kind === 'job';
  },
);

export const canBringAreas = can('bring in areas from a file', 'the coordinator', (actor) => {
  return isCoordinator(actor);
});
