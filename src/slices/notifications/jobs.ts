import type { Jobs } from '../../platform/contributions.ts';
import { wait } from './actions/send-again.ts';
import { tellFollowers } from './actions/tell.ts';
import { writeMessages } from './actions/write.ts';
import { SendAgain, TellFollowers, WriteMessages } from './words.ts';

export const jobs: Jobs = {
  'write-messages': (ctx, payload) => writeMessages(ctx, WriteMessages.parse(payload).eventId),
  'tell-followers': (ctx, payload) => tellFollowers(ctx, TellFollowers.parse(payload).eventId),
  'send-again': (ctx, payload) => wait(ctx, SendAgain.parse(payload).mailId),
};
