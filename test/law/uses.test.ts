import { sql } from 'kysely';
import { expect } from 'vitest';
import { wire } from '../../src/wiring.ts';
import { dbTest } from '../helpers/db.ts';

dbTest(
  'R139 every table that holds something about people is in one use of the privacy notice',
  async ({ owner }) => {
    const { rows } = await sql<{ name: string }>`
    select distinct format('%s.%s', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and attnum > 0 and not attisdropped
      and col_description(pg_class.oid, attnum) ~ '^(personal|special)' order by 1`.execute(owner);

    const held = rows.map((row) => row.name);
    const used = wire().uses.flatMap((use) => use.tables);
    expect(held.length).toBeGreaterThan(30);
    expect(held.filter((name) => !used.includes(name))).toEqual([]);
    expect(used.filter((name, index) => !held.includes(name) || used.indexOf(name) !== index)).toEqual([]);
  },
);
