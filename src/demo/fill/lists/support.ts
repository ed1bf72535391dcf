/** What centres wrote about their support for groups. `followUpIn` counts days from the day it is filled. */
export interface WrittenEntry {
  group: string;
  centre: string;
  kind: 'enquiry' | 'visit' | 'call' | 'advice' | 'action';
  daysAgo: number;
  words: string;
  shownTo?: 'own_centre' | 'group_too';
  followUpIn?: number;
}

export const supportEntries: WrittenEntry[] = [
  {
    group: 'tuesday-table',
    centre: 'eastlock-centre',
    kind: 'visit',
    daysAgo: 64,
    words:
      'Had lunch with them. Forty plates, nine cooks, and Sam does all the buying. They would like somebody ' +
      'with a car on Tuesdays.',
    shownTo: 'group_too',
  },
  {
    group: 'tuesday-table',
    centre: 'hartlow-centre',
    kind: 'call',
    daysAgo: 31,
    words:
      'Sam asked whether the council in Hartlow has a small grant for ovens. It has, up to £500, until the end ' +
      'of March. Sent the form.',
  },
  {
    group: 'tuesday-table',
    centre: 'eastlock-centre',
    kind: 'advice',
    daysAgo: 9,
    words:
      'Went through the hygiene rating with Sam. Two things to put right: the fridge log and the bin lid.',
    followUpIn: 3,
  },
  {
    group: 'tuesday-table',
    centre: 'eastlock-centre',
    kind: 'call',
    daysAgo: 6,
    words: 'Two of the cooks do not get on. Sam asked us to keep this here and to ring again.',
    shownTo: 'own_centre',
    followUpIn: -1,
  },
  {
    group: 'second-helpings',
    centre: 'hartlow-centre',
    kind: 'enquiry',
    daysAgo: 45,
    words: 'Halima asked who insures a van that volunteers drive. Gave her two names.',
  },
  {
    group: 'second-helpings',
    centre: 'eastlock-centre',
    kind: 'action',
    daysAgo: 20,
    words: 'Introduced them to the larder, which has too much bread on Fridays.',
    shownTo: 'group_too',
  },
  {
    group: 'eastlock-larder',
    centre: 'eastlock-centre',
    kind: 'advice',
    daysAgo: 14,
    words:
      'They want to become a CIO. Sent the model constitution, and offered an evening to read it together.',
    followUpIn: 12,
  },
];
