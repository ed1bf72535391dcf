import type { Retention } from '../../../platform/contributions.ts';
import {
  forgetCheckLinks,
  forgetDrafts,
  forgetImportChanges,
  forgetInvitations,
  forgetReplyAddresses,
  forgetSpam,
} from './forget.ts';
import { forgetRecoveries } from './recovery.ts';

/** What the register lets go of by itself, and when. */
export const retain: readonly Retention[] = [
  {
    name: 'check-links',
    what: 'Links that asked “is this still right?”',
    after: 'thirty days',
    run: forgetCheckLinks,
  },
  {
    name: 'reply-addresses',
    what: 'Your address under “something here is wrong”',
    after: 'seven days after the answer',
    run: forgetReplyAddresses,
  },
  {
    name: 'spam',
    what: 'What was held back as spam, and hashes of forms',
    after: 'thirty days',
    run: forgetSpam,
  },
  {
    name: 'drafts',
    what: 'A registration you began',
    after: 'thirty days after it was sent, or a year',
    run: forgetDrafts,
  },
  {
    name: 'import-changes',
    what: 'What an import changed, for taking it back',
    after: 'fourteen days',
    run: forgetImportChanges,
  },
  { name: 'invitations', what: 'Invitations', after: 'twelve months', run: forgetInvitations },
  {
    name: 'recoveries',
    what: 'That you were let back in, and who made sure',
    after: 'twelve months',
    run: forgetRecoveries,
  },
];
