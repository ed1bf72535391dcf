import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enquiryStates } from '../../lists/brokerage.ts';
import { keysOf } from '../../lists/keys.ts';
import { ageOn, isYoung, whyNotAge } from './age.ts';
import { canBecome, isOver, wayTo, whyNotGo } from './lifecycle.ts';
import { medianWords, worstStepWords } from './say.ts';
import { owedIn } from './turns.ts';

const state = fc.constantFrom(...keysOf(enquiryStates));
const side = fc.constantFrom('person' as const, 'centre' as const, 'group' as const, 'system' as const);

/** Lifecycle 4 of the model, written down a second time. */
const allowed = new Set([
  ...['new>in_advice', 'in_advice>matched', 'matched>consent_asked', 'consent_asked>introduced'],
  ...['introduced>opened', 'opened>talking', 'talking>checks', 'checks>offered', 'offered>started'],
  ...['started>ended', 'introduced>expired'],
]);

test('D3/4 an enquiry moves as the model says, and what is over stays over', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      const ends = ['stopped', 'withdrawn'].includes(to) && !isOver(from);
      expect(canBecome(from, to)).toBe(allowed.has(`${from}>${to}`) || ends);
    }),
  );
});

test('D3/4 whoever goes several steps at once goes each of them, and only those that are theirs', () => {
  fc.assert(
    fc.property(state, state, side, (from, to, by) => {
      const way = wayTo(from, to);
      const steps = way?.map((step, at) => `${at === 0 ? from : way[at - 1]}>${step}`) ?? [];
      for (const step of steps) expect(allowed.has(step) || /stopped$|withdrawn$/.test(step)).toBe(true);
      if (whyNotGo(from, to, by) === undefined) expect(way).toBeDefined();
      if (by === 'group' && to === 'introduced') expect(whyNotGo(from, to, by)).toBeDefined();
      if (by === 'person' && to === 'opened') expect(whyNotGo(from, to, by)).toBeDefined();
    }),
  );
});

test('D5/3 every state that is neither over nor a start has somebody who owes a word', () => {
  fc.assert(
    fc.property(state, (one) => {
      expect(owedIn(one) === undefined).toBe(isOver(one) || one === 'started');
    }),
  );
});

test('R29 C4-J3 on the eighteenth birthday the rules change', () => {
  expect(isYoung('2008-11-24', '2026-11-23')).toBe(true);
  expect(isYoung('2008-11-24', '2026-11-24')).toBe(false);
  expect(isYoung(null, '2026-11-24')).toBe(false);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
});

test('R29 D5/26 nobody younger than a role allows comes through, and a parent is named', () => {
  const role = { minimumAge: 15, maximumAge: null };
  const said = {
    ofAge: 'no',
    bornOn: '2011-01-10',
    parentEmail: 'mum@home.example',
    ownEmail: 'me@home.example',
  };
  const today = '2026-11-24';

  expect(whyNotAge(role, said, today)).toEqual({});
  expect(whyNotAge(role, { ...said, bornOn: '2012-01-10' }, today).born_on).toContain('you are 14');
  expect(whyNotAge(role, { ...said, parentEmail: '' }, today).parent_email).toContain('parent or guardian');
  expect(whyNotAge(role, { ...said, parentEmail: said.ownEmail }, today).parent_email).toContain('your own');
  expect(whyNotAge(role, { ...said, bornOn: '' }, today).born_on).toContain('were born');
  expect(whyNotAge({ minimumAge: 18, maximumAge: null }, said, today).of_age).toContain('18 and over');
  expect(whyNotAge(role, { ...said, ofAge: '' }, today).of_age).toContain('how old');
});

test('R27 a centre reads how long half of them waited, and where most are lost', () => {
  const reached = {
    asked: 20,
    replied: 19,
    introduced: 12,
    opened: 10,
    offered: 4,
    started: 4,
    ended: 1,
    stopped: 9,
  };

  expect(worstStepWords(reached)).toBe('Most are lost here: 6 of 10 are opened and not offered a place.');
  expect(worstStepWords({ ...reached, replied: 5 })).toContain('15 of 20 ask and hear from nobody');
  expect(worstStepWords({ ...reached, asked: 4, replied: 4, introduced: 4, opened: 4 })).toBe('');
  expect([medianWords(null), medianWords(0.2), medianWords(5.1), medianWords(50)].join(' ')).toBe(
    ' Half of them heard from somebody within the hour. Half of them heard from somebody within 6 hours. ' +
      'Half of them heard from somebody within 3 days.',
  );
});
