type Said = 'know' | 'we_signpost' | 'you_signpost' | 'both' | 'not_now';

/** How those whom Tuesday Table said hello to answered, in turn. */
export const samsAnswers: readonly Said[] = [
  'know',
  'we_signpost',
  'both',
  'know',
  'you_signpost',
  'not_now',
];

export const waysToKnow: readonly Said[] = ['know', 'both', 'know', 'we_signpost', 'you_signpost'];

/** What the other of the two then says, so that both say the same; of knowing each other nothing is left to say. */
export const fromOtherSide: Readonly<Partial<Record<Said, 'we_signpost' | 'you_signpost' | 'both'>>> = {
  we_signpost: 'you_signpost',
  you_signpost: 'we_signpost',
  both: 'both',
};
