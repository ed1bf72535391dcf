import type { Contribution, Panel } from '../../platform/contributions.ts';
import { seen } from './actions/account.ts';
import { closedAccounts } from './actions/close-again.ts';
import {
  forgetChallenges,
  forgetMailboxChanges,
  forgetNames,
  forgetProviderTries,
  forgetSessions,
  forgetTokens,
} from './actions/forget.ts';
import { secondKeyLetters } from './jobs.ts';
import { uses } from './lists/uses.ts';
import { heldMailboxChanges } from './queries/account.ts';
import { heldAuthenticator, heldPasskeys, heldRecoveryCodes } from './queries/keys.ts';
import { heldProviderAccounts, providerOwned } from './queries/providers.ts';
import {
  hasFirstDay,
  heldAccount,
  heldEvents,
  heldSessions,
  heldTokens,
  sessionOfOptional,
} from './queries/sign-in.ts';
import { people } from './urls.ts';

export const contributes: Contribution = {
  slice: 'people',
  uses,
  sessionOf: sessionOfOptional,
  seen,
  erasing: [closedAccounts],
  messages: secondKeyLetters,
  panels: [firstDay()],
  tour: [
    {
      place: 10,
      label: 'Say what people call you',
      text: 'The others see your name instead of your mailbox.',
      forWhom: (actor) => (actor.name ? undefined : people.me()),
    },
    {
      place: 20,
      label: 'Set up a second key',
      text: 'A passkey or an app for codes, so that your mailbox alone opens nothing that touches others.',
      forWhom: (actor) => ((actor.shut ?? []).length > 0 ? people.keys() : undefined),
    },
    {
      place: 90,
      label: 'Know whom to ask',
      text: 'The hub, by telephone and e-mail, and what to do when something went wrong.',
      forWhom: () => '/help',
    },
  ],
  ownedBy: [
    {
      keys: ['people.provider.organisation_id'],
      file: 'sign-in',
      label: 'Where your people sign in besides, without its secret',
      read: providerOwned,
    },
  ],
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
      table: 'people.provider_account',
      keys: ['person_id'],
      label: 'Accounts of yours elsewhere that sign you in here',
      read: heldProviderAccounts,
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
      name: 'provider-tries',
      what: 'That you went to your organisation’s sign-in',
      after: 'a day',
      run: forgetProviderTries,
    },
    {
      name: 'sessions',
      what: 'Where you were signed in',
      after: 'twelve months after it ended',
      run: forgetSessions,
    },
  ],
};

/** One line on a person's own page, until they say that they know their way. */
function firstDay(): Panel {
  return {
    title: 'Your first day',
    read: async ({ db, actor, house }) => {
      const { personId } = actor;
      if (personId === undefined || !(await db.read((read) => hasFirstDay(read, personId)))) return [];
      const steps = house.tour.filter((step) => step.forWhom(actor) !== undefined).length;
      return [{ label: 'Where to begin', href: people.firstDay(), note: `${steps} steps, in ten minutes` }];
    },
  };
}
