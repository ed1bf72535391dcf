import type { Jobs } from '../../platform/contributions.ts';
import { readNextFeed } from './actions/feed-run.ts';

export const jobs: Jobs = {
  'read-feeds': (ctx) => readNextFeed(ctx),
};
