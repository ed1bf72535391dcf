import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Being sent on to a service',
    tables: ['referrals.referral', 'referrals.step'],
    why: 'So that the service you chose can help you without asking all of it again.',
    ground:
      'Your explicit consent; a public body’s task or somebody’s safety where the law gives it (UK GDPR, 6 and 9)',
    who: 'Whoever sent you and, once it was sent, the service: first what you need, then who you are. The hub sees how far it is, never a story',
    kept: 'Gone at once when you withdraw',
  },
];
