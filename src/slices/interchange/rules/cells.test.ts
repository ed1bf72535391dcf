import { expect, test } from 'vitest';
import { clean, clip, line, readDate, summaryOf, webAddressOf } from './cells.ts';

test('the ways of writing nothing are nothing', () => {
  expect(['NA', 'n/a', ' None ', '-', 'null', undefined].map(clean)).toEqual(['', '', '', '', '', '']);
});

test('a cell keeps its line breaks and loses what does not show', () => {
  expect(clean('Lunch\u0000 club\r\n\u202Eevery  Tuesday ')).toBe('Lunch club\nevery Tuesday');
  expect(line('Central House\nHermes Road')).toBe('Central House, Hermes Road');
});

test('days come in three shapes', () => {
  const written = ['11/8/1863', '1990-08-02', '1990-08-02 00:00:00'].map(readDate);

  expect(written).toEqual([{ day: '1863-08-11' }, { day: '1990-08-02' }, { day: '1990-08-02' }]);
});

test('a day that never was is wrong, and no day is none', () => {
  expect(readDate('31/02/2020')).toEqual({ wrong: '31/02/2020' });
  expect(readDate('NA')).toBeUndefined();
});

test('an address of the web gets its beginning, and what is none is left out', () => {
  expect(webAddressOf('www.lunchclub.example')).toBe('https://www.lunchclub.example');
  expect(webAddressOf('javascript:alert(1)')).toBe('');
  expect(webAddressOf('somebody@lunchclub.example')).toBe('');
});

test('a summary is the first sentence, or as much as fits', () => {
  const long = `${'word '.repeat(60)}end`;

  expect(summaryOf(`We cook lunch on Tuesdays. ${long}`)).toBe('We cook lunch on Tuesdays.');
  expect(summaryOf(long).length).toBeLessThanOrEqual(200);
  expect(clip(long, 20)).toBe('word word word word…');
});
