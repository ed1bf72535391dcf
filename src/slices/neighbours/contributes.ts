import type { Contribution } from '../../platform/contributions.ts';
import { forgetHellos } from './actions/forget.ts';
import { helloMessages } from './jobs/letters.ts';
import { uses } from './lists/uses.ts';
import { canKeepHelloFor } from './permits.ts';
import { owned } from './queries/owned.ts';
import { needPairs } from './queries/pairs.ts';
import { neighboursOf, ownNeighbours } from './queries/panels.ts';
import { describeHellos } from './queries/promises.ts';
import { neighbours } from './urls.ts';

export const contributes: Contribution = {
  slice: 'neighbours',
  uses,
  messages: helloMessages,
  loopKinds: [{ kind: 'hello', label: 'Hello', mayAnswer: canKeepHelloFor, describe: describeHellos }],
  panels: [ownNeighbours],
  organisationPanels: [neighboursOf],
  setup: [
    {
      ...{ name: 'need-pairs', place: 89, label: 'Needs that go together', needed: false },
      url: neighbours.pairs(),
      read: async ({ db }) => ({
        state: 'done',
        words: `${(await needPairs(db.open)).length} pairs count when neighbours are suggested.`,
      }),
    },
  ],
  ownedBy: owned,
  retain: [
    {
      name: 'hellos',
      what: 'Hellos between groups that have an answer',
      after: 'two years',
      run: forgetHellos,
    },
  ],
};
