import type { Jobs } from '../../platform/contributions.ts';
import { reviveById } from './actions/bounce.ts';
import { wait } from './actions/send-again.ts';
import { tellFollowers } from './actions/tell.ts';
import { writeMessages } from './actions/write.ts';
import { SendAgain, TellFollowers, WriteMessages, WriteThereAgain } from './words.ts';

export const jobs: Jobs = {
  'write-messages': (ctx, payload) => writeMessages(ctx, WriteMessages.parse(payload).eventId),
  'tell-followers': (ctx, payload) => tellFollowers(ctx, TellFollowers.parse(payload).eventId),
  'write-there-again': (ctx, payload) => reviveById(ctx, WriteThereAgain.parse(payload).mailboxId),
  'send-again': (ctx, payload) => wait(ctx, SendAgain.parse(payload).mailId),
};
