import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Hellos between groups',
    tables: ['neighbours.hello'],
    why: 'So that groups know each other.',
    ground: 'Legitimate interests: a network has to know who acts in it',
    who: 'The two groups, and their centre where nobody answers',
    kept: 'As long as both are listed',
  },
];
