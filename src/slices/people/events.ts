import { event } from '../../platform/words.ts';

export const personJoined = event<{ personId: string }>('people.joined');
export const signedIn = event<{ personId: string; sessionId: string }>('people.signed_in');
export const signedOut = event<{ sessionId: string }>('people.signed_out');
/** `by` is a kind of second key, `what` what happened to it. Neither tells which one it is. */
export const secondKeyChanged = event<{
  personId: string;
  kind: 'passkey' | 'authenticator' | 'recovery codes' | 'all';
  what: 'added' | 'removed' | 'made anew';
}>('people.second_key_changed');
export const secondKeyShown = event<{ personId: string; by: string }>('people.second_key_shown');
/** A passkey counted backwards: it may have been copied. Synced passkeys do not count at all. */
export const passkeyCountedBack = event<{ personId: string; passkeyId: string }>(
  'people.passkey_counted_back',
);
/** Somebody looked with the eyes of another; what was seen is what that other may see. */
export const viewedAs = event<{ personId: string; as: string }>('people.viewed_as');
type At = { organisationId: string };
export const providerSet = event<At>('people.provider_set');
export const providerRemoved = event<At>('people.provider_removed');
export const accountLinked = event<At & { personId: string }>('people.account_linked');
export const accountUnlinked = event<At & { personId: string }>('people.account_unlinked');
export const signedOutElsewhere = event<{ personId: string }>('people.signed_out_elsewhere');
export const mailboxAsked = event<{ personId: string; changeId: string }>('people.mailbox_asked');
export const mailboxChanged = event<{ personId: string; changeId: string }>('people.mailbox_changed');
export const mailboxUndone = event<{ personId: string }>('people.mailbox_undone');
export const accountClosed = event<{ personId: string }>('people.account_closed');
export const nameChanged = event<{ personId: string }>('people.name_changed');
export const firstDayEnded = event<{ personId: string }>('people.first_day_ended');
