import { z } from 'zod';
import { optionalText, text } from '../../../platform/words.ts';

/** Somebody asks about their own details, or complains. */
export type MatterKind = 'rights-request' | 'complaint';
export type MatterState = 'got' | 'in-work' | 'waiting' | 'answered';

export const topics: Readonly<Record<MatterKind, Readonly<Record<string, string>>>> = {
  'rights-request': {
    see: 'Show me what you keep about me',
    correct: 'Put something right',
    erase: 'Take it away',
    stop: 'Stop using it, or use less of it',
    take: 'Give it to me to take along',
  },
  complaint: {
    silence: 'Nobody answered me',
    treated: 'I was not treated well',
    unfair: 'A decision was not fair',
    data: 'My details were used in a way I did not want',
    site: 'I could not use this site',
    other: 'Something else',
  },
};

export const hows = {
  online: 'By this page',
  phone: 'By telephone',
  letter: 'By letter or e-mail',
  'in-person': 'In person',
} as const;
const taken = ['phone', 'letter', 'in-person'] as const;

export const outcomes: Readonly<Record<MatterKind, Readonly<Record<string, string>>>> = {
  'rights-request': {
    done: 'Done, as you asked',
    partly: 'Done in part',
    refused: 'Not done',
  },
  complaint: {
    upheld: 'You were right',
    partly: 'You were right in part',
    'not-upheld': 'We see it differently',
  },
};

const mailbox = z
  .union([z.literal(''), z.email({ error: 'That is no e-mail address. One looks like “sam@mail.example”.' })])
  .default('');

const sent = {
  words: text({ min: 10, max: 5000, missing: 'Tell us in a sentence or two.' }),
  name: optionalText(120),
  email: mailbox,
  phone: optionalText(40),
};

const topicOf = (kind: MatterKind) =>
  z.enum(Object.keys(topics[kind]), { error: 'Choose what it is about.' });

export const Complain = z.object({
  topic: topicOf('complaint'),
  ...sent,
  about: z.union([z.literal(''), z.uuid()]).default(''),
});
export const AskAboutData = z.object({ topic: topicOf('rights-request'), ...sent });

/** Written down for somebody who rang, wrote or came by. */
export const LogMatter = z.object({
  topic: z
    .enum([...Object.keys(topics.complaint), ...Object.keys(topics['rights-request'])], {
      error: 'Choose what it is about.',
    })
    .transform((topic) => ({ topic, kind: kindOf(topic) })),
  how: z.enum(taken, { error: 'Choose how they told you.' }),
  ...sent,
  name: text({ max: 120, missing: 'Write who it was, as they said it.' }),
});

export interface SentMatter {
  readonly kind: MatterKind;
  readonly topic: string;
  readonly words: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

function kindOf(topic: string): MatterKind {
  return topic in topics.complaint ? 'complaint' : 'rights-request';
}

const version = z.coerce.number({ error: 'This page is out of date. Open it again.' }).int().min(0);
const said = (missing: string) => text({ min: 3, max: 5000, missing });

export const TakeUp = z.object({ identity: optionalText(300), words: optionalText(2000), version });
export const TellMatter = z.object({
  what: z.enum(['told', 'asked'], { error: 'Choose whether you tell them or ask them.' }),
  words: said('Write what you want them to know.'),
  version,
});
export const MoreTime = z.object({ words: said('Write why it takes longer; they read it.'), version });
export const ReplyMatter = z.object({ words: said('Write what you want to add.') });
export const AnswerMatter = z.object({
  outcome: z.string().default(''),
  words: said('Write the answer.'),
  version,
});

export interface Matter extends SentMatter {
  readonly id: string;
  readonly code: string;
  readonly personId: string | null;
  readonly aboutOrganisationId: string | null;
  readonly organisationId: string;
  readonly how: string;
  readonly takenByPersonId: string | null;
  readonly signs: readonly string[];
  readonly state: MatterState;
  readonly gotAt: Date;
  readonly takenUpAt: Date | null;
  readonly identity: string;
  readonly dueAt: Date;
  readonly waitsSince: Date | null;
  readonly extendedAt: Date | null;
  readonly outcome: string | null;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly version: number;
}

export interface MatterNote {
  readonly what: string;
  readonly words: string;
  readonly at: Date;
}
