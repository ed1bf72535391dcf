import type { Jobs } from '../../platform/contributions.ts';
import { wait } from './actions/send-again.ts';
import { writeMessages } from './actions/write.ts';
import { SendAgain, WriteMessages } from './words.ts';

export const jobs: Jobs = {
  'write-messages': (ctx, payload) => writeMessages(ctx, WriteMessages.parse(payload).eventId),
  'send-again': (ctx, payload) => wait(ctx, SendAgain.parse(payload).mailId),
};
