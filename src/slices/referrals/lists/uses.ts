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
  {
    name: 'Asking for help',
    tables: ['referrals.help_request'],
    why: 'So that the group or centre that you were told of can help you.',
    ground: 'Your explicit consent, in words that name who answers',
    who: 'Whoever answers; nobody by rank',
    kept: 'Six months after you were told what came of it; gone at once when you withdraw',
  },
  {
    name: 'Several services for one person',
    tables: ['referrals.plan', 'referrals.talk'],
    why: 'So that whoever sent you on sees all of it, and two services talk only when you agree.',
    ground: 'Your explicit consent',
    who: 'Whoever sent you sees the plan; each service its own part',
    kept: 'As long as the referrals it is made of',
  },
  {
    name: 'A worry about somebody’s safety',
    tables: ['referrals.concern', 'referrals.concern_step', 'referrals.opening'],
    why: 'To keep a child or a grown-up in danger safe.',
    ground:
      'Safeguarding: recognised legitimate interests and substantial public interest; consent is not asked for',
    who: 'Named safeguarding leads alone',
    kept: 'As long as its leads need it; nothing of it goes by itself',
  },
];
