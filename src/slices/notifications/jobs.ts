import type { Jobs } from '../../platform/contributions.ts';
import { writeMessages } from './actions/write.ts';
import { WriteMessages } from './words.ts';

export const jobs: Jobs = {
  'write-messages': (ctx, payload) => writeMessages(ctx, WriteMessages.parse(payload).eventId),
};
