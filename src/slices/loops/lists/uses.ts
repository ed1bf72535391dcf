import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Your ten minutes',
    tables: ['loops.ten_minutes', 'loops.ten_minutes_stop'],
    why: 'A short list for you once a week, on the day you chose.',
    ground: 'Legitimate interests: a network has to know who acts in it',
    who: 'You',
    kept: 'Until you close the account',
  },
];
