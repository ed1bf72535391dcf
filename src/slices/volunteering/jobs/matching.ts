import type { Jobs } from '../../../platform/contributions.ts';
import { matchEverybody } from '../actions/matching/night.ts';

export const jobs: Jobs = {
  'match-volunteers': async (ctx, _payload, end) => {
    await matchEverybody(ctx, end);
  },
};
