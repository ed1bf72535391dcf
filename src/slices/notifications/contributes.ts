import type { Contribution } from '../../platform/contributions.ts';
import { postedMail } from '../../platform/outbox.ts';
import { stopFollowing } from './actions/follow.ts';
import { blankCodes, blankTexts, forgetDead, forgetMails, forgetNews } from './actions/forget.ts';
import { sendAgain, writeThereAgain } from './actions/send-again.ts';
import { hearNews, sendNews } from './actions/tell.ts';
import { uses } from './lists/uses.ts';
import { followedBy, heldFollows, heldStopLinks, nextNews } from './queries/following.ts';
import { deadMailboxes, failedMail } from './queries/mail.ts';
import { following } from './urls.ts';
import { howWords } from './words.ts';

export const contributes: Contribution = {
  slice: 'notifications',
  uses,
  subscribers: [{ events: 'all', hear: hearNews }],
  due: [{ name: 'news for followers', next: nextNews, run: sendNews }],
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
      moves: [
        {
          ...{ name: 'write', label: 'It works again: write there', done: 'Written to again', daysAway: 1 },
          make: writeThereAgain,
        },
      ],
      canEnd: true,
    },
  ],
  panels: [
    {
      title: 'What you follow',
      async read(ctx) {
        const rows = await followedBy(ctx);
        return rows.length === 0
          ? []
          : [
              ...rows
                .slice(0, 5)
                .map((one) => ({ label: one.name, href: following.of(one), note: howWords(one) })),
              { label: 'All you follow', href: following.all(), note: '' },
            ];
      },
    },
  ],
  leaving: [{ inTheWay: () => Promise.resolve([]), end: stopFollowing }],
  heldAbout: [
    {
      table: 'platform.outbox',
      keys: ['to_email'],
      label: 'Mail we sent you',
      read: (db, { email }) => postedMail(db, { to: email }),
    },
    {
      table: 'notifications.follow',
      keys: ['person_id'],
      label: 'Whom you follow',
      read: heldFollows,
    },
    {
      table: 'notifications.stop_link',
      keys: ['person_id'],
      label: 'Links that stop your news',
      read: heldStopLinks,
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
    {
      name: 'news',
      what: 'Links that stop news by mail',
      after: 'six months',
      run: forgetNews,
    },
  ],
};
