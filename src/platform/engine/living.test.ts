import { expect, test } from 'vitest';
import { isLiving, isSameMark, thisProcess } from './living.ts';

test('a process is known again, and nobody who has its number later', () => {
  const me = thisProcess();
  expect(isLiving(me)).toBe(true);
  expect(isLiving({ ...me, mark: 'another boot, long ago' })).toBe(false);
});

test('one process seen from two views of the same machine is one; the same number after a reboot is another', () => {
  const seen = 'd8c6 385493 1764240000';
  expect(isSameMark(seen, '5910 385493 1764240001')).toBe(true);
  expect(isSameMark(seen, 'd8c6 385493 1764249999')).toBe(true);
  expect(isSameMark(seen, '5910 385493 1764250000')).toBe(false);
  expect(isSameMark(seen, 'd8c6 385494 1764240000')).toBe(false);
  expect(isSameMark('Fri Nov 27 12:00:00 2026', 'Fri Nov 27 12:00:01 2026')).toBe(false);
});
