import { event } from '../../platform/words.ts';

/** What somebody follows is theirs alone, so it is not written down here. */
export const followingChanged = event<{ how: string }>('notifications.following_changed');

/** Its id in the list of those that do not work; never the address. */
export const mailboxSaidToWork = event<{ mailboxId: string }>('notifications.mailbox_said_to_work');

export const mailSentAgain = event<{ mailId: string }>('notifications.mail_sent_again');
