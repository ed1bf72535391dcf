import type { Use } from '../../../platform/handed.ts';

/** What this slice uses details of people for. */
export const uses: readonly Use[] = [
  {
    name: 'Signing in',
    tables: [
      'people.person',
      'people.session',
      'people.token',
      'people.passkey',
      'people.challenge',
      'people.authenticator',
      'people.recovery_code',
      'people.mailbox_change',
      'people.provider_account',
      'people.provider_try',
    ],
    why: 'You come in with your mailbox and, where a place asks for it, a second key.',
    ground: 'Legitimate interests: a network has to know who acts in it',
    who: 'You. Colleagues, your centre and the hub see your name and mailbox where they work with you.',
    kept: 'Until you close the account; your name goes thirty days later',
  },
];
