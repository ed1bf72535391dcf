import { event } from '../../platform/words.ts';

export const mailSentAgain = event<{ mailId: string }>('notifications.mail_sent_again');
