import { expect, test } from 'vitest';
import { dbTest } from '../../../test/helpers/db.ts';
import { known, moments } from './known.ts';

test('a moment lasts until something changes, and five seconds at most', () => {
  let at = 0;
  const moment = moments(() => at);
  const first = moment.now();
  at = 4999;
  expect(moment.now()).toBe(first);
  at = 5000;
  const second = moment.now();
  expect(second).not.toBe(first);
  moment.end();
  expect(moment.now()).not.toBe(second);
});

dbTest('what is known is read once in a moment, and again after one that failed', async ({ db }) => {
  const moment = moments(() => 0);
  const inMoments = { ...db, moment: moment.now };
  let reads = 0;
  const count = known(() => {
    reads += 1;
    return reads === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve(reads);
  });

  await expect(count(inMoments)).rejects.toThrow('no answer');
  expect(await Promise.all([count(inMoments), count(inMoments)])).toEqual([2, 2]);
  moment.end();
  expect(await count(inMoments)).toBe(3);
  expect(await count(db)).toBe(4);
  expect(await count(db)).toBe(5);
});
