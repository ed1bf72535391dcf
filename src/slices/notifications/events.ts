import { event } from '../../platform/words.ts';

/** What somebody follows is theirs alone, so it is not written down here. */
export const followingChanged = event<{ how: string }>('notifications.following_changed');

export const mailSentAgain = event<{ mailId: string }>('notifications.mail_sent_again');
