import type { Contribution } from '../../platform/contributions.ts';
import { networkWordsOptional } from './queries.ts';

export const contributes: Contribution = {
  slice: 'network',
  networkWords: networkWordsOptional,
};
