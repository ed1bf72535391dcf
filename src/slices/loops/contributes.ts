import type { Contribution } from '../../platform/contributions.ts';
import { climbWhatIsDue } from './actions.ts';
import { heldPromises, lateAnswers, nextDue } from './queries.ts';

export const contributes: Contribution = {
  slice: 'loops',
  due: [{ name: 'promises that climb', next: nextDue, run: climbWhatIsDue }],
  heldAbout: [
    {
      table: 'loops.loop',
      keys: ['owner_person_id'],
      label: 'Promises you keep or kept',
      read: heldPromises,
    },
  ],
  queues: [
    {
      name: 'late-answers',
      label: 'Late answers',
      next: 'Somebody was promised an answer and has none. Ring whoever it is with.',
      read: lateAnswers,
    },
  ],
};
