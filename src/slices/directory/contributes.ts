import type { Contribution } from '../../platform/contributions.ts';
import { hear } from './actions/documents.ts';
import { askForRemake, nextRemake } from './actions/remake.ts';
import { synonymsStand } from './queries/synonyms.ts';
import { unmetQueue } from './queries/unmet.ts';
import { directory } from './urls.ts';

export const contributes: Contribution = {
  slice: 'directory',
  subscribers: [{ events: 'all', hear }],
  due: [{ name: 'documents of an older program', next: nextRemake, run: askForRemake }],
  queues: [
    {
      name: 'unmet-searches',
      label: 'Looked for and not found',
      next: 'Is it here under another name? Add the word. Does somebody do it unlisted? Ask them to publish it.',
      read: unmetQueue,
      canEnd: true,
    },
  ],
  setup: [
    {
      ...{ name: 'synonyms', place: 88, label: 'Words that mean the same', needed: false },
      url: directory.synonyms(),
      read: ({ db }) => synonymsStand(db.open),
    },
  ],
};
