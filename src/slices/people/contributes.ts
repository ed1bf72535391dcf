import type { Contribution } from '../../platform/contributions.ts';
import { seen } from './actions/account.ts';
import {
  forgetChallenges,
  forgetMailboxChanges,
  forgetNames,
  forgetSessions,
  forgetTokens,
} from './actions/forget.ts';
import { secondKeyLetters } from './jobs.ts';
import { heldMailboxChanges } from './queries/account.ts';
import { heldAuthenticator, heldPasskeys, heldRecoveryCodes } from './queries/keys.ts';
import { heldAccount, heldEvents, heldSessions, heldTokens, sessionOfOptional } from './queries/sign-in.ts';

export const contributes: Contribution = {
  slice: 'people',
  sessionOf: sessionOfOptional,
  seen,
  messages: secondKeyLetters,
  heldAbout: [
    { table: 'people.person', keys: ['email'], label: 'Your account', read: heldAccount },
    {
      table: 'people.session',
      keys: ['person_id', 'proved_by'],
      label: 'Where and when you were signed in',
      read: heldSessions,
    },
    { table: 'people.token', keys: ['email'], label: 'The codes you asked for', read: heldTokens },
    {
      table: 'people.mailbox_change',
      keys: ['person_id', 'old_email', 'new_email'],
      label: 'Changes of your mailbox',
      read: heldMailboxChanges,
    },
    { table: 'people.passkey', keys: ['person_id'], label: 'Your passkeys', read: heldPasskeys },
    {
      table: 'people.authenticator',
      keys: ['person_id'],
      label: 'Your authenticator app, without its key',
      read: heldAuthenticator,
    },
    {
      table: 'people.recovery_code',
      keys: ['person_id'],
      label: 'When you made recovery codes',
      read: heldRecoveryCodes,
    },
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
      name: 'mailbox-changes',
      what: 'That you changed your mailbox',
      after: 'thirty days',
      run: forgetMailboxChanges,
    },
    {
      name: 'names',
      what: 'Your name, once your account is closed',
      after: 'thirty days',
      run: forgetNames,
    },
    {
      name: 'challenges',
      what: 'What a passkey was asked to sign',
      after: 'a day',
      run: forgetChallenges,
    },
    {
      name: 'sessions',
      what: 'Where you were signed in',
      after: 'twelve months after it ended',
      run: forgetSessions,
    },
  ],
};
