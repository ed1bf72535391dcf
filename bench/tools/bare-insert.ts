import pg from 'pg';

/** The tables an import of organisations fills, parents first, and what each is read in the order of. */
const tables = [
  { name: 'register.organisation', order: 'id' },
  { name: 'register.identifier', order: 'organisation_id' },
  { name: 'register.location', order: 'organisation_id' },
  { name: 'register.organisation_area', order: 'organisation_id' },
  { name: 'register.source', order: 'thing_id' },
  { name: 'directory.document', order: 'id' },
  { name: 'directory.place', order: 'document_id' },
] as const;

/** What no insert writes: columns that the database works out. */
const isWritten = `is_generated = 'NEVER'`;

/**
 * The peer: the very rows that an import left in one database, written into the same tables of another by insert
 * statements of several rows, five hundred organisations a transaction. Reading them is not counted.
 * Returns seconds.
 */
export async function bareInsert(options: { from: string; into: string; rows: number }): Promise<number> {
  const from = new pg.Client(options.from);
  const into = new pg.Client(options.into);
  await from.connect();
  await into.connect();
  try {
    const columns = new Map<string, string[]>();
    for (const { name } of tables) columns.set(name, await columnsOf(from, name));
    for (const table of ['areas.area']) await copyWhole(from, into, table);
    let after = '00000000-0000-0000-0000-000000000000';
    let seconds = 0;
    for (;;) {
      const ids = await idsAfter(from, after, options.rows);
      const last = ids.at(-1);
      if (last === undefined) return seconds;
      after = last;
      const statements = [];
      for (const { name, order } of tables) {
        const given = await valuesOf(from, { name, order, ids, columns: columns.get(name) ?? [] });
        if (given) statements.push(given);
      }
      seconds += await timed(into, statements);
    }
  } finally {
    await from.end();
    await into.end();
  }
}

interface Statement {
  text: string;
  values: (string | null)[];
}

async function timed(into: pg.Client, statements: readonly Statement[]): Promise<number> {
  const began = performance.now();
  await into.query('begin');
  for (const statement of statements) await into.query(statement.text, statement.values);
  await into.query('commit');
  return (performance.now() - began) / 1000;
}

async function idsAfter(from: pg.Client, after: string, rows: number): Promise<string[]> {
  const found = await from.query<{ id: string }>(
    `select id from register.organisation where id > $1 and kind <> 'hub' order by id limit $2`,
    [after, rows],
  );
  return found.rows.map((row) => row.id);
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema || '.' || table_name = $1 and ${isWritten} order by ordinal_position`,
    [table],
  );
  return rows.map((row) => row.column_name);
}

async function valuesOf(
  from: pg.Client,
  table: { name: string; order: string; ids: readonly string[]; columns: readonly string[] },
): Promise<Statement | undefined> {
  const list = table.columns.map((column) => `"${column}"`);
  const { rows } = await from.query<(string | null)[]>({
    text: `select ${list.map((column) => `${column}::text`).join(', ')} from ${table.name}
      where ${table.order} = any($1::uuid[]) order by ${table.order}`,
    values: [table.ids],
    rowMode: 'array',
  });
  if (rows.length === 0) return undefined;
  let number = 0;
  const places = rows.map((row) => `(${row.map(() => `$${++number}`).join(', ')})`);
  return {
    text: `insert into ${table.name} (${list.join(', ')}) values ${places.join(', ')}`,
    values: rows.flat(),
  };
}

async function copyWhole(from: pg.Client, into: pg.Client, table: string): Promise<void> {
  const { rows } = await from.query<{ rows: unknown }>(`select json_agg(one) as rows from ${table} as one`);
  await into.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows[0]?.rows ?? []),
  ]);
}
