import type { Contribution } from '../../platform/contributions.ts';
import { hear } from './actions/documents.ts';
import { askForRemake, nextRemake } from './actions/remake.ts';
import { unmetQueue } from './queries/unmet.ts';

export const contributes: Contribution = {
  slice: 'directory',
  subscribers: [{ events: 'all', hear }],
  due: [{ name: 'documents of an older program', next: nextRemake, run: askForRemake }],
  queues: [
    {
      name: 'unmet-searches',
      label: 'Looked for and not found',
      next: 'Does somebody here do this? Ask them to publish it; if not, it is a gap.',
      read: unmetQueue,
      canEnd: true,
    },
  ],
};
