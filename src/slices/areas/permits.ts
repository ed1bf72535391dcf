import { can } from '../../platform/permit.ts';

export const canLoadAreas = can(
  'load areas, postcodes and lines',
  'the first filling and the command line',
  (actor) => {
    return actor.kind === 'job';
  },
);
