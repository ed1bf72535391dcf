import type { Jobs } from '../../platform/contributions.ts';
import { rebuildDocuments } from './actions/remake.ts';

export const jobs: Jobs = {
  'rebuild-documents': async (ctx, _payload, end) => {
    await rebuildDocuments(ctx, end);
  },
};
