/** A referral of the sample network: who is referred where, and what became of it, day by day. Nobody here is real. */
export interface DemoReferral {
  /** Of these groups the first whose service takes referrals; `more` stands for any other. */
  readonly to: string;
  readonly daysAgo: number;
  readonly name: string;
  readonly need: string;
  readonly story?: string;
  readonly safe?: string;
  readonly coversNext?: boolean;
  readonly moves: readonly DemoMove[];
}

/** So many days after it was sent. */
export type DemoMove = { readonly after: number; readonly said?: string } & (
  | { readonly what: 'open' | 'accept' | 'ask' | 'reply' | 'tried' | 'could_not_reach' | 'started' | 'close' }
  | { readonly what: 'wait'; readonly days: number }
  | { readonly what: 'decline'; readonly reason: string }
  | { readonly what: 'ended'; readonly reason: string }
  | { readonly what: 'withdraw' }
);

const opened = { what: 'open', after: 1 } as const;
const accepted = { what: 'accept', after: 2 } as const;

export const demoReferrals: readonly DemoReferral[] = [
  {
    to: 'tuesday-table',
    daysAgo: 1,
    name: 'Mrs Odile Fenn',
    need: 'A hot meal and some company on one day of the week. She walks with a frame.',
    story: 'She cooked for forty people once, and would rather help than be helped.',
    safe: 'Mornings only. No voicemail.',
    coversNext: true,
    moves: [],
  },
  {
    to: 'tuesday-table',
    daysAgo: 3,
    name: 'Bram Ostler',
    need: 'Company at lunch. He has lost his wife and does not cook.',
    coversNext: true,
    moves: [opened],
  },
  {
    to: 'tuesday-table',
    daysAgo: 9,
    name: 'Ines Marchetti',
    need: 'Lunch with others, on a Friday. She speaks Italian and a little English.',
    moves: [opened, accepted],
  },
  {
    to: 'tuesday-table',
    daysAgo: 34,
    name: 'Cornelius Webb',
    need: 'Somewhere to go at midday, close to the bus.',
    moves: [
      opened,
      accepted,
      { what: 'started', after: 6, said: 'He came on Friday and stayed for the quiz.' },
    ],
  },
  {
    to: 'tuesday-table',
    daysAgo: 60,
    name: 'Thea Lindgren',
    need: 'A meal with people she knows. She forgets to eat.',
    moves: [
      opened,
      accepted,
      { what: 'started', after: 5, said: 'Her neighbour brings her.' },
      {
        what: 'ended',
        after: 55,
        reason: 'completed',
        said: 'She has moved in with her daughter, and eats well.',
      },
    ],
  },
  {
    to: 'second-helpings',
    daysAgo: 6,
    name: 'Yusuf Gray',
    need: 'Food for a family of five until the first pay day.',
    coversNext: true,
    moves: [opened, { what: 'ask', after: 2, said: 'Is there an oven where they live?' }],
  },
  {
    to: 'second-helpings',
    daysAgo: 12,
    name: 'Petra Hollis',
    need: 'Food parcels for two, brought to the door.',
    coversNext: true,
    moves: [opened, { what: 'wait', after: 2, days: 24, said: 'The van is full until then.' }],
  },
  {
    to: 'more',
    daysAgo: 8,
    name: 'Dunstan Pike',
    need: 'Somebody to go through letters with. He has stopped opening them.',
    coversNext: true,
    moves: [
      opened,
      { what: 'decline', after: 3, reason: 'full', said: 'We hope to have room in the new year.' },
    ],
  },
  {
    to: 'more',
    daysAgo: 26,
    name: 'Wilma Sayer',
    need: 'A reason to leave the house. She likes to sing.',
    safe: 'Letters only.',
    moves: [
      opened,
      accepted,
      { what: 'tried', after: 4 },
      { what: 'tried', after: 9 },
      { what: 'could_not_reach', after: 12, said: 'Two letters, and no answer.' },
    ],
  },
  {
    to: 'more',
    daysAgo: 40,
    name: 'Roland Achebe',
    need: 'Help with a form for heating.',
    moves: [
      opened,
      accepted,
      { what: 'started', after: 4 },
      { what: 'ended', after: 12, reason: 'completed', said: 'The form is in, and the grant came.' },
      { what: 'close', after: 14 },
    ],
  },
  {
    to: 'more',
    daysAgo: 15,
    name: 'Mabel Rook',
    need: 'Company once a week, at home.',
    moves: [opened, { what: 'withdraw', after: 4, said: 'On the telephone: her sister visits now.' }],
  },
  { to: 'more', daysAgo: 11, name: 'Silas Thorne', need: 'Somewhere warm in the afternoon.', moves: [] },
];

/** One person over several services; the first step makes the plan. */
export const demoPlan: readonly DemoReferral[] = [
  {
    to: 'more',
    daysAgo: 13,
    name: 'Ottoline Reed',
    need: 'A warm meal on three days of the week while the kitchen is mended.',
    safe: 'Afternoons. She hears badly on the telephone.',
    moves: [opened, accepted, { what: 'started', after: 5, said: 'She comes on Mondays.' }],
  },
  {
    to: 'more',
    daysAgo: 11,
    name: 'Ottoline Reed',
    need: 'Somebody who goes through letters about rent with her.',
    moves: [opened, { what: 'wait', after: 3, days: 30, said: 'Our adviser is back next month.' }],
  },
  { to: 'more', daysAgo: 2, name: 'Ottoline Reed', need: 'Company on Sundays.', moves: [] },
];
