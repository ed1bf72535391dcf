import type { Contribution } from '../../platform/contributions.ts';
import { climbWhatIsDue, passLoop, remind } from './actions.ts';
import { heldPromises, lateAnswers, nextDue, promisesOf, promisesOwned } from './queries.ts';

export const contributes: Contribution = {
  slice: 'loops',
  due: [{ name: 'promises that climb', next: nextDue, run: climbWhatIsDue }],
  duties: [{ kind: 'promise', label: 'Open promise', of: promisesOf, pass: passLoop }],
  heldAbout: [
    {
      table: 'loops.loop',
      keys: ['owner_person_id'],
      label: 'Promises you keep or kept',
      read: heldPromises,
    },
  ],
  ownedBy: [
    {
      keys: ['loops.loop.owner_organisation_id'],
      file: 'promises',
      label: 'Answers you owe or gave',
      read: promisesOwned,
    },
  ],
  queues: [
    {
      name: 'late-answers',
      label: 'Late answers',
      next: 'Somebody was promised an answer and has none. Ring whoever it is with.',
      read: lateAnswers,
      moves: [{ name: 'remind', label: 'Remind them', done: 'Reminded', daysAway: 1, make: remind }],
    },
  ],
};
