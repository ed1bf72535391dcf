import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Proof of what you agreed to',
    tables: ['privacy.basis', 'privacy.receiver', 'privacy.look'],
    why: 'So that nobody passes your details on without a ground, and you see who got them and who looked.',
    ground: 'A legal duty: to show that you agreed (UK GDPR, 7)',
    who: 'You; whoever passed them on and whoever got them',
    kept: 'Six years from its end',
  },
  {
    name: 'What you ask us and complain about',
    tables: ['privacy.matter', 'privacy.matter_note'],
    why: 'To answer you in time.',
    ground: 'A legal duty: your rights, and complaints about data (DUAA 2025, 103)',
    who: 'You; whoever looks after data where it went; complaints also whoever runs it there',
    kept: 'Three years from the answer',
  },
  {
    name: 'Breaches',
    tables: ['privacy.breach', 'privacy.breach_affects'],
    why: 'To judge what went wrong and to tell whoever has to know.',
    ground: 'A legal duty (UK GDPR, 33)',
    who: 'Whoever looks after data where it happened',
    kept: 'Six years from its end',
  },
];
