import type { Contribution } from '../../platform/contributions.ts';
import { mergeLetters, mergeNews } from './jobs/letters.ts';
import { canKeepMergeFor } from './permits.ts';
import { describeMerges, heldMerges } from './queries/merges.ts';
import { sameGroup } from './queries/panels.ts';

export const contributes: Contribution = {
  slice: 'duplicates',
  organisationPanels: [sameGroup],
  messages: mergeLetters,
  news: mergeNews,
  loopKinds: [
    { kind: 'merge', label: 'The same group?', mayAnswer: canKeepMergeFor, describe: describeMerges },
  ],
  heldAbout: [
    {
      table: 'duplicates.merge',
      keys: ['asked_by', 'answered_by', 'undone_by'],
      label: 'Records you said are the same, or not',
      read: heldMerges,
    },
  ],
};
