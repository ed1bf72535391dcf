import { z } from 'zod';
import { text } from '../../../platform/words.ts';

export type Standard = '3.0' | '1.0';

/** What a coordinator types to add a feed. The address itself is read by whoever asks it. */
export const AddFeed = z.strictObject({
  address: text({
    max: 500,
    missing: 'Give the address of the feed, like https://feeds.example.org.uk/oruk.',
  }),
  source: text({ max: 80, missing: 'Give the list a name: it stands beside everything that comes from it.' }),
  licence: text({
    max: 200,
    missing: 'Say under which licence it may be used, like “Open Government Licence v3.0”.',
  }),
});
export type AddFeed = z.infer<typeof AddFeed>;
export const feedFields = ['address', 'source', 'licence'] as const;

export interface Feed {
  id: string;
  address: string;
  source: string;
  licence: string;
  state: string;
  standard: string;
  services: number;
  digest: Buffer | null;
  trouble: string;
  failures: number;
  goodAt: Date | null;
  nextAt: Date | null;
}

export interface FeedRun {
  id: string;
  feedId: string;
  kind: string;
  byHand: boolean;
  state: string;
  askedAt: Date;
  endedAt: Date | null;
  services: number;
  new: number;
  matched: number;
  changed: number;
  unchanged: number;
  rejected: number;
  gone: number;
  trouble: string;
  importId: string | null;
}

/** Something that was noticed, and how often. */
export interface Finding {
  words: string;
  times: number;
}

/** What a feed holds when it was read from end to end. */
export interface FeedRead {
  standard: Standard;
  /** In the layout of 3.0, as plain text, each once. */
  services: readonly unknown[];
  /** It said how many there are, and that many came: only then what is missing has gone. */
  isWhole: boolean;
  findings: readonly Finding[];
}

export const feedStates: Readonly<Record<string, string>> = {
  new: 'Not taken in yet',
  on: 'Read every night',
  paused: 'Paused',
};

export const runStates: Readonly<Record<string, string>> = {
  waiting: 'Waits',
  running: 'Is being read',
  done: 'Done',
  failed: 'Failed',
};

/** Pages and services beyond which a feed is held to be endless. */
export const mostPages = 400;
export const mostServices = 10_000;
