import { event } from '../../platform/words.ts';

interface About extends Record<string, unknown> {
  feedId: string;
  source: string;
}

export const feedAdded = event<About>('interchange.feed_added');
export const feedAsked = event<About>('interchange.feed_asked');
export const feedPaused = event<About>('interchange.feed_paused');
export const feedResumed = event<About>('interchange.feed_resumed');
export const feedRemoved = event<About>('interchange.feed_removed');
/** It was read to its end and taken in. */
export const feedTaken = event<About & { runId: string }>('interchange.feed_taken');

interface AboutList extends Record<string, unknown> {
  importId: string;
  kind: string;
  source: string;
}

export const listSent = event<AboutList>('interchange.list_sent');
export const listDropped = event<AboutList>('interchange.list_dropped');
export const importBegun = event<AboutList>('interchange.import_begun');
export const importStopped = event<AboutList>('interchange.import_stopped');
export const undoBegun = event<AboutList>('interchange.undo_begun');

/** Somebody took with them all that an organisation keeps here. */
export const everythingTaken = event<{ organisationId: string; files: string[]; rows: number }>(
  'interchange.everything_taken',
);
