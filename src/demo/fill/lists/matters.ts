/** What people of the sample network asked about their details or complained about, and how it went on. */
export interface DemoMatter {
  readonly from: string;
  readonly kind: 'complaint' | 'rights-request';
  readonly topic: string;
  /** The group it is about, by its key. */
  readonly about?: string;
  readonly words: string;
  readonly daysAgo: number;
  readonly moves: readonly DemoMatterMove[];
}

/** So many days after it came in. */
export type DemoMatterMove = {
  readonly after: number;
  readonly by: 'centre-worker' | 'coordinator' | 'data-lead';
  readonly words: string;
} & (
  | { readonly what: 'take-up'; readonly identity?: string }
  | { readonly what: 'told' | 'asked' }
  | { readonly what: 'answer'; readonly outcome: string }
);

export const demoMatters: readonly DemoMatter[] = [
  {
    ...{ from: 'volunteer', kind: 'complaint', topic: 'silence', about: 'tuesday-table', daysAgo: 40 },
    words: 'I rang three times in September about helping in the kitchen. Nobody rang back.',
    moves: [
      { what: 'take-up', by: 'centre-worker', after: 2, words: 'I ring them this week.' },
      {
        ...{ what: 'answer', by: 'centre-worker', after: 8, outcome: 'upheld' },
        words:
          'Their telephone stood in the hall, which was shut. They have a new number, and Sam rings you on Tuesday.',
      },
    ],
  },
  {
    ...{ from: 'other-organiser', kind: 'complaint', topic: 'unfair', about: 'tuesday-table', daysAgo: 1 },
    words: 'They took the van on our day and did not say so. We had nothing to carry the food in.',
    moves: [],
  },
  {
    ...{ from: 'volunteer', kind: 'rights-request', topic: 'correct', daysAgo: 9 },
    words: 'A letter came to my old name. Please use the name that I have now.',
    moves: [
      { what: 'take-up', by: 'data-lead', after: 1, words: '', identity: 'They were signed in.' },
      { what: 'asked', by: 'data-lead', after: 2, words: 'Which letter was it, and what was its date?' },
    ],
  },
  {
    ...{ from: 'group-organiser', kind: 'rights-request', topic: 'see', daysAgo: 33 },
    words: 'What do you keep about me apart from our page?',
    moves: [
      { what: 'take-up', by: 'data-lead', after: 1, words: '', identity: 'Rang the number on the record.' },
      {
        ...{ what: 'answer', by: 'data-lead', after: 5, outcome: 'done' },
        words:
          'Your page “You” has a button that gives you all of it. I have tried it with you on the telephone.',
      },
    ],
  },
  {
    ...{ from: 'link-worker', kind: 'complaint', topic: 'site', daysAgo: 3 },
    words: 'The sheet printed without its last line on the printer in the surgery.',
    moves: [{ what: 'take-up', by: 'coordinator', after: 1, words: 'I have asked for the same printer.' }],
  },
];

/** Found by a worker at the centre, and judged by its admin. */
export const demoBreaches = [
  {
    daysAgo: 70,
    words: 'A sheet with a telephone number lay in the hall for an hour.',
    judged: {
      risk: 'unlikely',
      why: 'It carried a number and no name, and one of us saw it the whole time.',
    },
    learned: 'Sheets go to people by hand.',
  },
  {
    daysAgo: 1,
    words: 'A letter about a volunteer went to the wrong group. They say that they have thrown it away.',
  },
] as const;
