import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Lists that are brought in',
    tables: ['interchange.import_file', 'interchange.import_part'],
    why: 'To bring in a list somebody holds, row by row, and to be able to take it back.',
    ground: 'Legitimate interests: public registers, with their source',
    who: 'The coordinator, and whoever brought it',
    kept: 'Fourteen days',
  },
];
