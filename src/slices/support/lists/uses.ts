import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'What centres did for a group',
    tables: ['support.entry', 'support.earlier', 'support.look'],
    why: 'So that a group need not tell each worker its story again.',
    ground: 'Legitimate interests: help that builds on what was done',
    who: 'Whoever the entry is shared with: that centre, all centres, or the group too',
    kept: 'As long as the group is listed',
  },
];
