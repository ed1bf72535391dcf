import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Letters to you',
    tables: ['notifications.follow', 'notifications.stop_link', 'platform.outbox'],
    why: 'To tell you what you follow and what waits for you.',
    ground: 'You asked for it, or it is about something you answer for',
    who: 'You; the words of a letter are seen by nobody else',
    kept: 'What was sent is blanked after seven days',
  },
];
