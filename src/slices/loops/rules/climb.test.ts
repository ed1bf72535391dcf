import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pace } from '../../../platform/contributions.ts';
import { addDays } from '../../../platform/dates.ts';
import { type After, dueAfterPass, dueOnStep, firstClimb, nextStep } from './climb.ts';

/** A network that works every day; what a working day is, the network says (`working-days.test.ts`). */
const after: After = (from, span) =>
  'hours' in span ? new Date(from.getTime() + span.hours * 3_600_000) : addDays(from, span.days);

const opened = new Date('2026-11-23T09:00:00Z');
const referral: Pace = [{ days: 2 }, { days: 5 }, { days: 8 }];
const clock = { openedAt: opened, pace: referral, climbDays: 2 };
const anyPace = fc
  .tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 9 })))
  .map(
    ([one = 1, two = 1, three = 1]): Pace => [
      { days: one },
      { days: one + two },
      { days: one + two + three },
    ],
  );

test('R35 not opened in two days it goes to the second contact, at five days the home centre has it', () => {
  const second = firstClimb(addDays(opened, 5), referral, opened, after);
  const home = dueOnStep(1, clock, second, after);
  const hub = dueOnStep(2, clock, home, after);

  expect(second).toEqual(addDays(opened, 2));
  expect(home).toEqual(addDays(opened, 5));
  expect(hub).toEqual(addDays(opened, 8));
  expect([nextStep(0), nextStep(1), nextStep(2), nextStep(3)]).toEqual([1, 2, 3, undefined]);
});

test('R35 a kind without a pace climbs as the clocks of the network say, beginning when the promise is over', () => {
  const promised = addDays(opened, 3);
  const plain = { ...clock, pace: undefined };

  expect(firstClimb(promised, undefined, opened, after)).toEqual(promised);
  expect(dueOnStep(1, plain, promised, after)).toEqual(addDays(promised, 2));
});

test('R35 whenever the clock is looked at, the next date is in the future, and steps never come in another order', () => {
  const late = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(anyPace, fc.tuple(late, late, late), (pace, lateness) => {
      let at = firstClimb(addDays(opened, 3), pace, opened, after);
      for (const step of [1, 2, 3]) {
        const looked = new Date(at.getTime() + (lateness[step - 1] ?? 0) * 60_000);
        at = dueOnStep(step, { ...clock, pace }, looked, after);
        if (at <= looked) return false;
      }
      return true;
    }),
  );
});

test('R35 on time, a pace counts from the opening: no step makes the next ones later', () => {
  fc.assert(
    fc.property(anyPace, (pace) => {
      let at = firstClimb(addDays(opened, 30), pace, opened, after);
      return [1, 2].every((step) => {
        at = dueOnStep(step, { ...clock, pace }, at, after);
        return at.getTime() === after(opened, pace[step] ?? { days: 0 }).getTime();
      });
    }),
  );
});

test('C1-J2 whoever gets a late promise has a whole step, and a promise in time keeps its date', () => {
  const now = addDays(opened, 4);
  const aStep = addDays(now, 2);

  expect(dueAfterPass({ climbStep: 3, dueAt: addDays(opened, 1) }, { step: 2 }, now, aStep)).toEqual(aStep);
  expect(dueAfterPass({ climbStep: 0, dueAt: addDays(now, 1) }, { step: 0 }, now, aStep)).toEqual(
    addDays(now, 1),
  );
  expect(dueAfterPass({ climbStep: 1, dueAt: addDays(now, 9) }, { step: 1 }, now, aStep)).toEqual(
    addDays(now, 9),
  );
});
