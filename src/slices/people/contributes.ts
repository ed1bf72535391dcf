import type { Contribution } from '../../platform/contributions.ts';
import { seen } from './actions/account.ts';
import { forgetSessions, forgetTokens } from './actions/forget.ts';
import { heldAccount, heldEvents, heldSessions, heldTokens, sessionOfOptional } from './queries.ts';

export const contributes: Contribution = {
  slice: 'people',
  sessionOf: sessionOfOptional,
  seen,
  heldAbout: [
    { table: 'people.person', keys: ['email'], label: 'Your account', read: heldAccount },
    {
      table: 'people.session',
      keys: ['person_id'],
      label: 'Where and when you were signed in',
      read: heldSessions,
    },
    { table: 'people.token', keys: ['email'], label: 'The codes you asked for', read: heldTokens },
    {
      table: 'platform.event',
      keys: ['actor_person_id'],
      label: 'The record of what you did, and what was done about you',
      read: heldEvents,
    },
  ],
  retain: [
    { name: 'tokens', what: 'That you asked for a code', after: 'thirty days', run: forgetTokens },
    {
      name: 'sessions',
      what: 'Where you were signed in',
      after: 'twelve months after it ended',
      run: forgetSessions,
    },
  ],
};
