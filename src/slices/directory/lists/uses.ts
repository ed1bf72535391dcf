import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Searches you save',
    tables: ['directory.saved_search', 'directory.stop_link'],
    why: 'To write to you when there is something new.',
    ground: 'You asked for it',
    who: 'You',
    kept: 'Until you end it',
  },
];
