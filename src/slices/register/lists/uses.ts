import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Groups, and who runs them',
    tables: [
      'register.draft',
      'register.invitation',
      'register.claim',
      'register.suggestion',
      'register.appointment',
      'register.recovery',
      'register.taken',
    ],
    why: 'To list groups, and to know who may speak for one.',
    ground: 'Legitimate interests: a network has to know who acts in it',
    who: 'The group’s people, its centre and the hub',
    kept: 'Drafts and invitations twelve months; the rest as long as the group is listed',
  },
];
