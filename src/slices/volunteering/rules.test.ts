import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessibility } from './lists/accessibility.ts';
import { causes, causeThemes } from './lists/causes.ts';
import { duties } from './lists/duties.ts';
import { keysOf } from './lists/keys.ts';
import { requirements } from './lists/requirements.ts';
import { skills } from './lists/skills.ts';
import { isOpenTo, whyNotAges } from './rules/ages.ts';
import { workOutCheck } from './rules/checks.ts';
import { canBecome, stateWhenSent, whyNotMove } from './rules/lifecycle.ts';
import { whenWords } from './rules/say.ts';
import { percentOf } from './rules/sharing.ts';
import { eachWeek, lastDay, whyNotUntil } from './rules/until.ts';
import { dbsLevels, type State, states } from './words/role.ts';

const state = fc.constantFrom(...keysOf(states));
const level = fc.constantFrom(...keysOf(dbsLevels));
const someDuties = fc.uniqueArray(fc.constantFrom(...keysOf(duties)));
const age = fc.integer({ min: 5, max: 99 });
const now = new Date('2026-11-24T10:00:00Z');

test('D3/3 a role becomes live only from a draft, a look, a fix, or a rest', () => {
  fc.assert(
    fc.property(state, (from) => {
      const may = ['draft', 'for_check', 'returned', 'paused', 'full', 'pulled'].includes(from);
      expect(canBecome(from, 'live')).toBe(may);
    }),
  );
});

test('D3/3 whatever happens to a role, it can be withdrawn, and then nothing more happens', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      expect(canBecome(from, 'withdrawn')).toBe(from !== 'withdrawn');
      expect(canBecome('withdrawn', to)).toBe(false);
      if (from === 'expired') expect(canBecome(from, to)).toBe(to === 'withdrawn');
    }),
  );
});

test('D3/3 what nobody has looked at is never live: without trust every walk leads through a look', () => {
  fc.assert(
    fc.property(fc.constantFrom<State>('draft', 'returned', 'pulled'), fc.boolean(), (from, waits) => {
      expect(stateWhenSent(from, { waits, byHomeCentre: true })).toBe('live');
      const sent = stateWhenSent(from, { waits, byHomeCentre: false });
      expect(sent).toBe(waits || from === 'pulled' ? 'for_check' : 'live');
      expect(canBecome(from, sent)).toBe(true);
    }),
  );
});

test('D3/3 a role is not opened again after its last day', () => {
  const full = { state: 'full' as const, untilDay: '2026-11-23' };

  expect(whyNotMove(full, 'live', '2026-11-24')).toContain('last day is over');
  expect(whyNotMove({ ...full, untilDay: '2026-11-24' }, 'live', '2026-11-24')).toBeUndefined();
});

test('D5/26 nobody below the lowest age or above the highest is shown a role', () => {
  fc.assert(
    fc.property(age, fc.option(age), age, (minimumAge, maximumAge, mine) => {
      const open = isOpenTo({ minimumAge, maximumAge }, mine);
      expect(open).toBe(mine >= minimumAge && mine <= (maximumAge ?? 999));
    }),
  );
});

test('R29 a role for under-18s without a look at the risks is refused, and so is a check below 16', () => {
  fc.assert(
    fc.property(age, fc.option(age), level, fc.boolean(), (minimumAge, maximumAge, dbsLevel, youngReady) => {
      const problems = whyNotAges({ minimumAge, maximumAge }, { youngReady, dbsLevel });
      expect('young_ready' in problems).toBe(minimumAge < 18 && !youngReady);
      expect('minimum_age' in problems).toBe(dbsLevel !== 'none' && minimumAge < 16);
      expect('maximum_age' in problems).toBe(maximumAge !== null && maximumAge < minimumAge);
    }),
  );
});

test('D5/27 a DBS level always has a reason, and without duties there is none', () => {
  fc.assert(
    fc.property(someDuties, fc.boolean(), (done, often) => {
      const { level: worked, reason } = workOutCheck(done, often);
      expect(reason).toMatch(/\.$/);
      if (done.length === 0) expect(worked).toBe('none');
      const regulated = ['adults_care', 'adults_health', 'adults_money', 'adults_lifts'] as const;
      const withAdults = regulated.some((duty) => done.includes(duty));
      expect(['enhanced_adults', 'enhanced_both'].includes(worked)).toBe(withAdults);
      const alone = done.includes('children_alone') && often;
      expect(['enhanced_children', 'enhanced_both'].includes(worked)).toBe(alone);
    }),
  );
});

test('D5/27 doing less never asks for a higher check', () => {
  const rank = { none: 0, basic: 1, enhanced: 2, enhanced_adults: 3, enhanced_children: 3, enhanced_both: 4 };
  fc.assert(
    fc.property(someDuties, fc.boolean(), fc.nat(), (done, often, at) => {
      const fewer = done.filter((_, index) => index !== at % Math.max(1, done.length));
      const most = rank[workOutCheck(done, often).level];
      expect(rank[workOutCheck(fewer, often).level]).toBeLessThanOrEqual(most);
      expect(rank[workOutCheck(done, false).level]).toBeLessThanOrEqual(rank[workOutCheck(done, true).level]);
    }),
  );
});

test('the days of each week stay on their weekday across both changes of the clocks', () => {
  const saturdays = eachWeek('2026-10-17', 4);

  expect(saturdays).toEqual(['2026-10-17', '2026-10-24', '2026-10-31', '2026-11-07']);
  expect(eachWeek('2027-03-21', 2)).toEqual(['2027-03-21', '2027-03-28']);
});

test('without a day of its own a role is shown for half a year, or until the last of its days', () => {
  expect(lastDay(null, [], true, now)).toBe('2027-05-24');
  expect(lastDay(null, ['2026-12-05', '2026-12-12'], false, now)).toBe('2026-12-12');
  expect(lastDay('2026-12-24', ['2026-12-05'], false, now)).toBe('2026-12-24');
  expect(whyNotUntil('2026-11-23', now)).toContain('That day is over');
  expect(whyNotUntil('2028-01-01', now)).toContain('A year at most');
});

test('times are said as people say them', () => {
  expect(whenWords(['TuesdayMorning'])).toBe('Tuesday morning');
  expect(whenWords(['MondayEvening', 'TuesdayEvening', 'SundayMorning'])).toBe(
    'Monday and Tuesday evenings; Sunday morning',
  );
  expect(whenWords(['TuesdayMorning', 'TuesdayAfternoon'])).toBe('Tuesday morning and afternoon');
});

test('R22 a share is never rounded up to all', () => {
  expect(percentOf({ roles: 300, shared: 299 })).toBe(99);
  expect(percentOf({ roles: 0, shared: 0 })).toBe(0);
});

test('the lists are those of the national standard, without the names of the lists themselves', () => {
  const lists = { causes, skills, requirements, accessibility };
  const sizes = Object.values(lists).map((list) => Object.keys(list).length);

  expect(sizes).toEqual([45, 47, 41, 15]);
  expect(Object.keys(causeThemes)).toEqual(Object.keys(causes));
  expect(Object.keys(requirements)).not.toContain('DBSCheck');
});
