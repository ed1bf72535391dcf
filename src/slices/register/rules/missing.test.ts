import { expect, test } from 'vitest';
import { missingForSignposters } from './missing.ts';

const bare = {
  notFor: '',
  forWhom: '',
  costWords: '',
  access: [],
  languages: [],
  waitWords: '',
  wayIn: 'ring',
};
const said = {
  ...{ notFor: 'Dogs', forWhom: 'Anyone', costWords: 'Free', access: ['step_free'], languages: ['en'] },
  ...{ waitWords: 'A week', wayIn: 'ring' },
};

test('R33 a bare service is told all that signposters ask, and a full one nothing', () => {
  const nothing = { hasTimes: false, hasPhone: false, hasArea: false };
  const all = { hasTimes: true, hasPhone: true, hasArea: true };

  expect(missingForSignposters(bare, nothing)).toHaveLength(9);
  expect(missingForSignposters(said, all)).toEqual([]);
});

test('R33 nobody waits where one just turns up', () => {
  const all = { hasTimes: true, hasPhone: true, hasArea: true };

  expect(missingForSignposters({ ...said, waitWords: '', wayIn: 'turn_up' }, all)).toEqual([]);
  expect(missingForSignposters({ ...said, waitWords: '' }, all)).toEqual(['how long the wait is']);
});
