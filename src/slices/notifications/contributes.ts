import type { Contribution } from '../../platform/contributions.ts';
import { postedMail } from '../../platform/outbox.ts';
import { blankCodes, blankTexts, forgetDead, forgetMails } from './actions/forget.ts';
import { sendAgain } from './actions/send-again.ts';
import { deadMailboxes, failedMail } from './queries.ts';

export const contributes: Contribution = {
  slice: 'notifications',
  queues: [
    {
      name: 'failed-mail',
      label: 'Mail that failed',
      next: 'Nobody took these. Ring whoever should have had them.',
      read: failedMail,
      moves: [{ name: 'send', label: 'Send it again', done: 'Sent again', daysAway: 1, make: sendAgain }],
      canEnd: true,
    },
    {
      name: 'dead-mailboxes',
      label: 'Mailboxes that do not work',
      next: 'Mail came back, so nothing more is sent there for thirty days. Ring them, and ask for another mailbox.',
      read: deadMailboxes,
    },
  ],
  heldAbout: [
    {
      table: 'platform.outbox',
      keys: ['to_email'],
      label: 'Mail we sent you',
      read: (db, { email }) => postedMail(db, { to: email }),
    },
  ],
  retain: [
    { name: 'mailed-codes', what: 'The codes we mailed', after: 'one day', run: blankCodes },
    { name: 'mail-texts', what: 'The words of our mails', after: 'seven days', run: blankTexts },
    {
      name: 'dead-mailboxes',
      what: 'That mail to a mailbox came back',
      after: 'thirty days',
      run: forgetDead,
    },
    { name: 'mails', what: 'That we wrote to you', after: 'twelve months', run: forgetMails },
  ],
};
