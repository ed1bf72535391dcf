import pg from 'pg';
import type { Invented } from './organisations.ts';

const atOnce = 5000;

/** Invented organisations with one public place each, straight into the register. Search documents are made later. */
export async function fillRegister(ownerUrl: string, all: readonly Invented[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let from = 0; from < all.length; from += atOnce) {
      const part = JSON.stringify(all.slice(from, from + atOnce));
      await client.query(
        `insert into register.organisation (id, name, kind, state, summary, description, themes, freshness, checked_at,
           created_at, changed_at)
         select id, name, 'group', 'active', summary, description, array[theme], 'ok', '2026-11-01', '2026-11-01',
           '2026-11-01'
         from jsonb_to_recordset($1) as one(id uuid, name text, summary text, description text, theme text)`,
        [part],
      );
      await client.query(
        `insert into register.location (id, organisation_id, main, lat, lon, plane)
         select id, id, true, 52, -1, point(x, y) from jsonb_to_recordset($1) as one(id uuid, x float8, y float8)`,
        [part],
      );
    }
    await client.query('analyze register.organisation');
    await client.query('analyze register.location');
  } finally {
    await client.end();
  }
}

/** What a night does by itself. */
export async function tidy(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  for (const table of ['directory.document', 'directory.place', 'directory.word']) {
    await client.query(`vacuum analyze ${table}`);
  }
  await client.end();
}
