import { z } from 'zod';
import type { Jobs } from '../../platform/contributions.ts';
import { bringInList, lookAtList } from './actions/bring-in.ts';
import { readNextFeed } from './actions/feed-run.ts';
import { takeBackList } from './actions/undo.ts';

const About = z.object({ importId: z.uuid() });

export const jobs: Jobs = {
  'read-feeds': (ctx) => readNextFeed(ctx),
  'look-at-list': (ctx, payload, end) => lookAtList(ctx, About.parse(payload).importId, end),
  'bring-in-list': (ctx, payload, end) => bringInList(ctx, About.parse(payload).importId, end),
  'take-back-list': (ctx, payload, end) => takeBackList(ctx, About.parse(payload).importId, end),
};
