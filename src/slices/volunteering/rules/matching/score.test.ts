import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skills } from '../../lists/skills.ts';
import { noWishes, type Weights, type Wishes } from '../../words/matching.ts';
import { because, toAsk } from './because.ts';
import { bestOf } from './best-of.ts';
import { bitsFrom, bitsOf, codesOf, countBits, numberFrom } from './bits.ts';
import { type OpenRole, score } from './score.ts';
import { ageOn, asWanted, roundedPoint, timesOnly } from './wanted.ts';

const weights: Weights = { times: 3, near: 3, skills: 2, cause: 3, access: 4 };
const number = fc.integer({ min: 0, max: 2 ** 47 - 1 });

const anyRole: fc.Arbitrary<OpenRole> = fc.record({
  roleId: fc.uuid(),
  shareAreaId: fc.constantFrom(null, 'here', 'elsewhere'),
  minimumAge: fc.integer({ min: 5, max: 30 }),
  maximumAge: fc.integer({ min: 15, max: 150 }),
  home: fc.boolean(),
  east: fc.option(fc.integer({ min: 0, max: 30_000 })),
  north: fc.option(fc.integer({ min: 0, max: 30_000 })),
  causes: number.map(bitsFrom),
  skills: number.map(bitsFrom),
  access: fc.integer({ min: 0, max: 2 ** 15 - 1 }),
  slots: fc.integer({ min: 0, max: 2 ** 21 - 1 }),
});
const someone: Wishes = {
  ...noWishes,
  ...{ causes: ['Environment'], skills: ['Driving', 'BasicFirstAid'], times: ['MondayEvening'] },
  ...{ needs: ['PhysicalAccessibility'], at: { x: 9000, y: 9000 }, areaIds: ['here'], miles: 5 },
};

test('terms of a list become bits and come back, the longest list too', () => {
  const keys = Object.keys(skills);

  fc.assert(
    fc.property(fc.subarray(keys), (chosen) => {
      const bits = bitsOf(skills, [...chosen, ...chosen, 'NoSuchTerm']);

      expect(codesOf(skills, bits)).toEqual(chosen);
      expect(countBits(bits)).toBe(chosen.length);
      expect(bitsFrom(numberFrom(bits))).toEqual(bits);
    }),
  );
});

test('D5/26 nobody is ever matched with a role for another age, of which one is not told or too far away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 90 }), fc.array(anyRole, { maxLength: 60 }), (age, roles) => {
      const wanted = asWanted({ ...someone, age }, weights);

      const found = bestOf(wanted, roles, 10);

      const shown = roles.filter((role) => found.some(({ roleId }) => roleId === role.roleId));
      expect(shown.filter((role) => role.minimumAge > age || role.maximumAge < age)).toEqual([]);
      expect(shown.filter((role) => role.shareAreaId === 'elsewhere')).toEqual([]);
      const scores = roles.flatMap((role) => score(wanted, role) ?? []);
      expect(found.map((one) => one.score)).toEqual(scores.sort((a, b) => b - a).slice(0, 10));
    }),
  );
});

test('whoever says only that they are of age is shown what is open from 21, and nothing for the young alone', () => {
  const wanted = asWanted(noWishes, weights);
  const [role] = fc.sample(anyRole, { numRuns: 1, seed: 3 });
  const open = (minimumAge: number, maximumAge: number) =>
    role && score(wanted, { ...role, shareAreaId: null, minimumAge, maximumAge }) !== undefined;

  expect([open(21, 150), open(14, 17), open(16, 25)]).toEqual([true, false, true]);
});

test('R25 each match says why, in a few words, and what to ask', () => {
  const role = {
    ...{ causes: ['Environment'], times: [], home: false, distanceM: 1200, precise: true },
    skills: ['BasicITSkills', 'Driving'],
    accessibility: ['ExpensesPaid'],
    slots: ['MondayEvening', 'TuesdayEvening', 'WednesdayEvening', 'SundayMorning'],
  };
  const evenings = { ...someone, skills: ['BasicITSkills'], times: timesOnly('evenings') };

  expect(because(evenings, role)).toEqual([
    ...[
      'evenings',
      '0.8 miles',
      'uses what you can: everyday computer skills',
      'it is for nature and climate',
    ],
  ]);
  expect(toAsk(evenings, role)).toEqual(['Step-free']);
  expect(because(noWishes, role)).toEqual([]);
});

test('an age is counted by the calendar, and a point is kept no finer than half a kilometre', () => {
  expect([ageOn('2008-11-25', '2026-11-24'), ageOn('2008-11-24', '2026-11-24')]).toEqual([17, 18]);
  expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
  expect(roundedPoint({ x: 12_345, y: 67_891 })).toEqual({ x: 12_500, y: 68_000 });
});
