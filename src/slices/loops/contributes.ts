import type { Contribution } from '../../platform/contributions.ts';
import { climbWhatIsDue } from './actions/climb.ts';
import { passLoop } from './actions/pass.ts';
import { remind } from './actions/remind.ts';
import { askPeople, forgetStops, forgetTenMinutes } from './actions/ten-minutes.ts';
import { weekLetters } from './jobs/week-letters.ts';
import { uses } from './lists/uses.ts';
import { nextDue } from './queries/due.ts';
import { lateAnswers, promisesOf } from './queries/inbox.ts';
import { heldPromises, promisesOwned } from './queries/open.ts';
import { repliesOwed } from './queries/replies-owed.ts';
import {
  heldTenMinutes,
  heldTenMinutesStops,
  nextTenMinutes,
  tenMinutesPanel,
} from './queries/ten-minutes.ts';
import { tenMinutes } from './urls.ts';

export const contributes: Contribution = {
  slice: 'loops',
  uses,
  due: [
    { name: 'promises that climb', next: nextDue, run: climbWhatIsDue },
    { name: 'ten minutes of the week', next: nextTenMinutes, run: askPeople },
  ],
  messages: weekLetters,
  tenMinutes: [repliesOwed],
  panels: [
    {
      title: 'My ten minutes',
      async read(ctx) {
        const setting = await tenMinutesPanel(ctx);
        const note = setting?.paused ? 'Paused' : 'A short list each week';
        return setting ? [{ label: 'What wants a look this week', href: tenMinutes.page(), note }] : [];
      },
    },
  ],
  leaving: [{ inTheWay: () => Promise.resolve([]), end: forgetTenMinutes }],
  retain: [
    {
      name: 'ten-minutes-links',
      what: 'Links that stop the weekly letter',
      after: 'six months',
      run: forgetStops,
    },
  ],
  duties: [{ kind: 'promise', label: 'Open promise', of: promisesOf, pass: passLoop }],
  heldAbout: [
    {
      table: 'loops.loop',
      keys: ['owner_person_id'],
      label: 'Promises you keep or kept',
      read: heldPromises,
    },
    {
      table: 'loops.ten_minutes',
      keys: ['person_id'],
      label: 'Your ten minutes of the week',
      read: heldTenMinutes,
    },
    {
      table: 'loops.ten_minutes_stop',
      keys: ['person_id'],
      label: 'Links that stop your weekly letter',
      read: heldTenMinutesStops,
    },
  ],
  ownedBy: [
    {
      keys: ['loops.loop.owner_organisation_id', 'loops.loop.about_organisation_id'],
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
