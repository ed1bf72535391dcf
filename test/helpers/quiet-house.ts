import type { Contribution, House, Jobs } from '../../src/platform/contributions.ts';
import { gather } from '../../src/platform/gather.ts';

const words = {
  name: 'Ambry Vale Together',
  strapline: '',
  hubName: 'The hub',
  hubPhone: '01632 960100',
  hubEmail: 'hub@ambry.example',
  practice: false,
  banner: { text: '', warns: false, from: null, until: null },
  open: true,
  language: 'en-GB',
  hoursAhead: 0,
};

const nobody: Contribution = {
  slice: 'a test',
  networkWords: () => Promise.resolve(words),
  footLine: () => Promise.resolve(''),
  sessionOf: () => Promise.resolve(undefined),
  seen: () => Promise.resolve(),
  positionsOf: () => Promise.resolve([]),
  ladder: (_db, asked) => Promise.resolve(asked.map(() => undefined)),
  bodies: {
    namesOf: () => Promise.resolve(new Map()),
    keeperOf: () => Promise.reject(new Error('There is no organisation in this house.')),
    dataLeadOf: () => Promise.reject(new Error('There is no organisation in this house.')),
    overseerOf: () => Promise.reject(new Error('There is no organisation in this house.')),
  },
  heldBack: () => Promise.resolve(new Set()),
  noteDue: () => Promise.resolve(),
  standing: () => Promise.resolve(new Map()),
};

/** A house without slices, for tests of what stands below them. */
export function quietHouse(more: Partial<Contribution> = {}, jobs: Jobs = {}): House {
  return gather([{ ...nobody, ...more }], [jobs]);
}
