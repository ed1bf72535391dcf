import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest } from '../helpers/db.ts';

const ours = [
  'platform',
  'network',
  'people',
  'areas',
  'loops',
  'register',
  'directory',
  'notifications',
  'interchange',
  'hub',
  'referrals',
  'volunteering',
  'support',
  'duplicates',
  'privacy',
  'neighbours',
];

dbTest('every column says in its comment how private it is', async ({ owner }) => {
  const { rows } = await sql<{ column: string; comment: string | null }>`
    select format('%s.%s.%s', nspname, relname, attname) as column, col_description(pg_class.oid, attnum) as comment
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where nspname = any(${ours}) and relkind = 'r' and attnum > 0 and not attisdropped
      and relname <> 'migration'`.execute(owner);

  const unclassed = rows.filter(
    (row) => !/^(public|member|organisation|personal|special)\b/.test(row.comment ?? ''),
  );
  expect(unclassed.map((row) => row.column)).toEqual([]);
});

dbTest('tables with a personal or special column are forced under row-level security', async ({ owner }) => {
  const { rows } = await sql<{ name: string }>`
    select distinct format('%s.%s', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where nspname = any(${ours}) and relkind = 'r' and attnum > 0 and not attisdropped
      and col_description(pg_class.oid, attnum) ~ '^(personal|special)'
      and not (relrowsecurity and relforcerowsecurity)`.execute(owner);

  expect(rows.map((row) => row.name)).toEqual([]);
});

dbTest('public views belong to the publisher and show no personal column', async ({ owner }) => {
  const { rows } = await sql<{ view: string; owner: string; personal: boolean }>`
    select format('%s.%s', view_schema, view_name) as view, relowner::regrole::text as owner,
      bool_or(col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position) ~ '^(personal|special)')
        as personal
    from information_schema.view_column_usage
      join information_schema.columns using (table_schema, table_name, column_name)
      join pg_class on oid = format('%I.%I', view_schema, view_name)::regclass
    where view_schema = any(${ours}) group by 1, 2`.execute(owner);

  expect(rows.length).toBeGreaterThan(4);
  expect(rows.filter((row) => row.owner !== 'joinery_publisher')).toEqual([]);
  expect(rows.filter((row) => row.personal)).toEqual([]);
});

dbTest('functions that run as their owner fix their search path', async ({ owner }) => {
  const { rows } = await sql<{ name: string }>`
    select format('%s.%s', nspname, proname) as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where nspname = any(${ours}) and prosecdef
      and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')`.execute(
    owner,
  );

  expect(rows).toEqual([]);
});

dbTest('neither login of the running program may bypass row-level security', async ({ db, jobs }) => {
  for (const login of [db.open, jobs.open]) {
    const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean }>`
      select rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(login);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  }
});

dbTest('the record can be added to and read, never changed', async ({ db, jobs }) => {
  for (const login of [db.open, jobs.open]) {
    await expect(sql`update platform.event set name = 'x'`.execute(login)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(sql`delete from platform.event`.execute(login)).rejects.toMatchObject({ code: '42501' });
  }
});

dbTest('a forged token sees nobody', async ({ db, owner, ctx }) => {
  const at = new Date('2026-01-01T00:00:00Z');
  await owner
    .insertInto('people.person')
    .values({ id: ctx.newId(), email: 'somebody@town.example', created_at: at, changed_at: at })
    .execute();

  const seen = await db
    .withKeys({ session: Buffer.alloc(32, 7) })
    .read((tx) => tx.selectFrom('people.person').select('id').execute());

  expect(seen).toEqual([]);
});
