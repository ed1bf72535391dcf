import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/open.ts';
import type { SeenChange, SeenRow } from '../words/import.ts';

export type { SeenChange };

const rowsAtOnce = 5000;

/** Keeps what a look found out, in place of what the look before it did. */
export async function keepSeen(
  tx: Tx,
  importId: string,
  { rows, changes }: { rows: readonly SeenRow[]; changes: readonly SeenChange[] },
): Promise<void> {
  await tx.deleteFrom('interchange.seen_row').where('import_id', '=', importId).execute();
  await tx.deleteFrom('interchange.seen_change').where('import_id', '=', importId).execute();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = JSON.stringify(rows.slice(from, from + rowsAtOnce));
    await sql`insert into interchange.seen_row (import_id, line, outcome, title, reason)
      select ${importId}, line, outcome, title, reason
      from json_to_recordset(${some}::json) as row (line integer, outcome text, title text, reason text)`.execute(
      tx,
    );
  }
  if (changes.length === 0) return;
  await tx
    .insertInto('interchange.seen_change')
    .values(changes.map((change, place) => ({ import_id: importId, place, ...change })))
    .execute();
}
