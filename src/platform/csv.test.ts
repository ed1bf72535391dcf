import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, guarded, joined, split, unguarded } from './csv.ts';

test('what could be a formula begins with a quotation mark', () => {
  expect(['=1+1', '-2', '+44', '@x', "'=x", 'Lunch'].map(guarded)).toEqual([
    "'=1+1",
    "'-2",
    "'+44",
    "'@x",
    "''=x",
    'Lunch',
  ]);
});

test('the guard comes off exactly once, whatever it guards', () => {
  fc.assert(fc.property(fc.string(), (text) => unguarded(guarded(text)) === text));
  fc.assert(fc.property(fc.stringMatching(/^'*[=+@-]?x?$/), (text) => unguarded(guarded(text)) === text));
});

test('several values come out of one cell as they went in', () => {
  const some = fc.array(fc.string({ minLength: 1 }));

  fc.assert(
    fc.property(some, (items) => {
      expect(split(joined(items))).toEqual(items);
    }),
  );
});

test('a line is quoted where it must be', () => {
  expect(csvLine(['a', 'b "c"', 'd,e', ' f', ''])).toBe('a,"b ""c""","d,e"," f",\r\n');
});
