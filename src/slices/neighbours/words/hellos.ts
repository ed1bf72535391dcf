import { z } from 'zod';
import { many, optionalText } from '../../../platform/words.ts';

/** What a group can say when somebody says hello, and what it then says of the two. */
export const answers = {
  know: 'We know you',
  we_signpost: 'We signpost people to you',
  you_signpost: 'You signpost people to us',
  both: 'Both: we signpost to each other',
  not_now: 'Not now',
} as const;
export type Answer = keyof typeof answers;

/** How a hello can end besides. */
export type Ending = Answer | 'nobody_there' | 'taken_back';

export interface Hello {
  id: string;
  fromId: string;
  toId: string;
  words: string;
  saidAt: Date;
  answer: Ending | undefined;
  answeredFor: boolean;
  answeredAt: Date | undefined;
}

/** A hello with what its page says around it. */
export interface ShownHello extends Hello {
  fromName: string;
  toName: string;
}

export const helloWordsAtMost = 200;

export const SayHello = z.strictObject({
  to: many(z.uuid('Choose from the list.'), { min: 1, missing: 'Tick at least one group.' }),
  words: optionalText(helloWordsAtMost),
});
export type SayHello = z.infer<typeof SayHello>;

export const AnswerHello = z.strictObject({
  answer: z.enum(['know', 'we_signpost', 'you_signpost', 'both', 'not_now', 'no_more', 'nobody_there'], {
    error: 'Choose one of the answers.',
  }),
});
export type AnswerHello = z.infer<typeof AnswerHello>;

/** What a group says of another from now on: nothing, that it knows it, or who signposts to whom. */
export const SayOfThem = z.strictObject({
  say: z.enum(['nothing', 'know', 'we_signpost', 'you_signpost', 'both'], { error: 'Choose what you say.' }),
});
export type SayOfThem = z.infer<typeof SayOfThem>;

export const TakeHellos = z.strictObject({
  hellos: z.enum(['yes', 'no'], { error: 'Choose whether others may say hello.' }),
  from: z.uuid().optional(),
});
export type TakeHellos = z.infer<typeof TakeHellos>;

/** What one of two says about who signposts to whom, seen from itself. */
export interface Said {
  signpostsTo: boolean;
  signpostsFrom: boolean;
}

/** What two groups say of each other, from where the first one stands; missing where one says nothing. */
export interface Knowing {
  id: string;
  name: string;
  ours: Said | undefined;
  theirs: Said | undefined;
}
