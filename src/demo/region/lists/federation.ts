import type { WrittenOrganisation } from '../known.ts';

/** A body with six branches: found once, open to each, and each with a telephone of its own. */
export const federation = {
  key: 'borrowed-hour',
  branches: [
    { town: 'Eastlock', borough: 'V01', postcode: 'AV3 1', venue: 'Lock Hall', phone: '01632 960120' },
    { town: 'Hartlow', borough: 'V02', postcode: 'AV5 2', venue: 'Hartlow Library', phone: '01632 960121' },
    { town: 'Tollbridge', borough: 'V03', postcode: 'AV2 6', venue: 'The Old Toll', phone: '01632 960122' },
    { town: 'Saltreach', borough: 'V04', postcode: 'AV7 2', venue: 'Seamen’s Rest', phone: '01632 960123' },
    { town: 'Underwold', borough: 'V06', postcode: 'AV10 1', venue: 'Corn Hall', phone: '01632 960124' },
    { town: 'Larkwater', borough: 'V07', postcode: 'AV11 1', venue: 'Mill Room', phone: '01632 960125' },
  ],
} as const;

const shared = {
  themes: ['company', 'health'],
  people: ['carers'],
  legalForm: 'charity',
  contactLabel: 'Whoever keeps the diary',
} as const;

const whole: WrittenOrganisation = {
  ...shared,
  themes: [...shared.themes],
  people: [...shared.people],
  key: federation.key,
  name: 'The Borrowed Hour',
  kind: 'national',
  registerNumber: { scheme: 'GB-CHC', id: '9900088' },
  summary: 'Somebody sits in for an hour, so that whoever cares for another can go out.',
  description:
    'Six branches in the vale find and train the sitters. Ring the one near you; the office helps them.',
  worksIn: ['V01'],
  place: {
    venue: 'Over the chemist’s',
    address: '2 Ferry Steps, Eastlock',
    postcode: 'AV3 4',
    show: 'public',
  },
  phone: '01632 960126',
  website: 'https://borrowed-hour.example/',
  volunteers: 6,
  checkedDaysAgo: 34,
};

export const federationGroups: WrittenOrganisation[] = [
  whole,
  ...federation.branches.map(
    (branch, index): WrittenOrganisation => ({
      ...shared,
      themes: [...shared.themes],
      people: [...shared.people],
      key: `borrowed-hour-${branch.town.toLowerCase()}`,
      name: `The Borrowed Hour, ${branch.town}`,
      legalForm: 'association',
      summary: `Sitters for carers in ${branch.town}: an hour a week, with somebody you get to know.`,
      description: 'We come twice together before the first hour alone. Ring and say when you would go out.',
      worksIn: [branch.borough],
      place: { venue: branch.venue, address: branch.town, postcode: branch.postcode, show: 'public' },
      phone: branch.phone,
      volunteers: 8 + index * 3,
      registeredDaysAgo: 600 - index * 20,
      checkedDaysAgo: 12 + index * 17,
    }),
  ),
];
