import type { Contribution } from '../../platform/contributions.ts';
import { climbWhatIsDue } from './actions.ts';
import { nextDue } from './queries.ts';

export const contributes: Contribution = {
  slice: 'loops',
  due: [{ name: 'promises that climb', next: nextDue, run: climbWhatIsDue }],
};
