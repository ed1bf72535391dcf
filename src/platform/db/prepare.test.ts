import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dbTest } from '../../../test/helpers/db.ts';
import { textArray } from './prepare.ts';

test('a list comes back as it was written', () => {
  expect(textArray('{}')).toEqual([]);
  expect(textArray('{MO,TU}')).toEqual(['MO', 'TU']);
  expect(textArray('{"two words","a\\"b","c\\\\d",plain,"x,y"}')).toEqual([
    'two words',
    'a"b',
    'c\\d',
    'plain',
    'x,y',
  ]);
});

dbTest(
  'a statement that is asked again is not planned again, and answers for its own values',
  async ({ db }) => {
    const double = (n: number) =>
      db.read(async (tx) => {
        const { rows } = await sql<{ twice: number }>`select ${n}::int * 2 as twice`.execute(tx);
        const held = await sql<{
          statements: number;
        }>`select count(*)::int as statements from pg_prepared_statements
      where statement like 'select $1::int * 2%'`.execute(tx);
        return [rows[0]?.twice, held.rows[0]?.statements];
      });

    expect(await double(2)).toEqual([4, 1]);
    expect(await double(21)).toEqual([42, 1]);
  },
);
