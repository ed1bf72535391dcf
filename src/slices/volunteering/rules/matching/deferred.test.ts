import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noWishes } from '../../words/matching.ts';
import { bitsFrom } from './bits.ts';
import { bringTogether, choicesOf, type Offered, suits, type Taker } from './deferred.ts';
import { asWanted } from './wanted.ts';

const weights = { times: 3, near: 3, skills: 2, cause: 3, access: 4 };
const few = fc.integer({ min: 0, max: 7 });

const people: fc.Arbitrary<Taker[]> = fc
  .array(
    fc.record({
      age: fc.constantFrom<number | 'adult'>('adult', 15, 17, 30),
      causes: fc.subarray(['AnimalWelfare', 'AntiPoverty', 'ArtsAndCulture']),
      times: fc.subarray(['MondayMorning', 'MondayAfternoon', 'MondayEvening']),
      skills: fc.subarray(['Communication', 'ClearSpokenCommunication', 'ActiveListening']),
      at: fc.option(fc.record({ x: fc.integer({ min: 0, max: 9000 }), y: fc.constant(0) })),
      miles: fc.constantFrom(null, 2),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map((one, index) => ({ id: `p${index}`, wanted: asWanted({ ...noWishes, ...one }, weights) })),
  );

const places: fc.Arbitrary<Offered[]> = fc
  .array(fc.tuple(few, few, few, fc.constantFrom(14, 16, 18), fc.integer({ min: 1, max: 3 })), {
    maxLength: 6,
  })
  .map((all) =>
    all.map(([causes, skills, slots, minimumAge, count], index) => ({
      places: count,
      role: {
        ...{ roleId: `r${index}`, shareAreaId: null, minimumAge, maximumAge: 150, home: false },
        ...{
          east: index * 1500,
          north: 0,
          causes: bitsFrom(causes),
          skills: bitsFrom(skills),
          access: 0,
          slots,
        },
      },
    })),
  );

test('R25 a drive leaves no two who would rather have each other, and no role over its places', () => {
  fc.assert(
    fc.property(people, places, (takers, offered) => {
      const got = bringTogether(takers, offered);

      for (const { role, places: most } of offered) {
        const there = takers.filter(({ id }) => got.get(id) === role.roleId);
        expect(there.length).toBeLessThanOrEqual(most);
        const least = Math.min(...there.map(({ wanted }) => suits(wanted, role) ?? 0));
        const blocking = takers.filter((taker) => {
          const choices = choicesOf(taker, offered).map((one) => one.role.roleId);
          const would = choices.indexOf(role.roleId);
          const has = choices.indexOf(got.get(taker.id) ?? '');
          const rather = would >= 0 && (has < 0 || would < has);
          return rather && (there.length < most || (suits(taker.wanted, role) ?? 0) > least);
        });
        expect(blocking).toEqual([]);
      }
    }),
  );
});

test('D5/26 a drive gives nobody a role for another age, and is the same in every run', () => {
  fc.assert(
    fc.property(people, places, (takers, offered) => {
      const got = bringTogether(takers, offered);

      const wrong = takers.filter(({ id, wanted }) => {
        const role = offered.find((one) => one.role.roleId === got.get(id))?.role;
        return role && (role.minimumAge > wanted.ageAtMost || role.maximumAge < wanted.ageAtLeast);
      });
      expect(wrong).toEqual([]);
      expect([...bringTogether(takers, offered)].sort()).toEqual([...got].sort());
    }),
  );
});
