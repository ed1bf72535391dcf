import pg from 'pg';
import type { Town } from './db.ts';

/** Somebody else is in the middle of a change: what it touches is held until it commits. */
export async function inTheMiddleOf({ urls }: Town, statement: string): Promise<{ commit(): Promise<void> }> {
  const client = new pg.Client(urls.owner);
  await client.connect();
  await client.query('begin');
  await client.query(statement);
  return {
    async commit() {
      await client.query('commit');
      await client.end();
    },
  };
}
