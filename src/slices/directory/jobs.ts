import type { Jobs } from '../../platform/contributions.ts';
import { rebuildDocuments } from './actions/documents.ts';

export const jobs: Jobs = {
  'rebuild-documents': async (ctx) => {
    await rebuildDocuments(ctx);
  },
};
