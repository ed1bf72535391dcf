import { z } from 'zod';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Counted, RowOutcome, SeenChange, SeenRow } from '../words/import.ts';
import type { SentFile } from '../words/page.ts';

const Samples = z.array(z.array(z.string()));
const Columns = z.record(z.string(), z.string());

/** A file as it was sent; undefined once it was kept long enough. */
export async function sentFileOptional(db: Db, importId: string): Promise<SentFile | undefined> {
  const row = await db
    .selectFrom('interchange.import_file')
    .select(['name', 'headings', 'samples', 'columns'])
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return (
    row && {
      name: row.name,
      headings: row.headings,
      samples: Samples.parse(row.samples),
      columns: Columns.parse(row.columns),
    }
  );
}

/** What the columns were said to be when a list of this name came in last. */
export async function columnsBefore(
  db: Db,
  list: { kind: string; source: string },
): Promise<Readonly<Record<string, string>>> {
  const row = await db
    .selectFrom('interchange.import_file as file')
    .innerJoin('interchange.import as list', 'list.id', 'file.import_id')
    .select('file.columns')
    .where('kind', '=', list.kind)
    .where('source', '=', list.source)
    .where('state', 'in', ['running', 'stopped', 'done'])
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? Columns.parse(row.columns) : {};
}

/** The same file, sent by a page a moment ago and still waiting for somebody to go on with it. */
export function sameListOptional(
  db: Db,
  list: { kind: string; source: string; attribution: string; digest: Buffer; since: Date },
) {
  return db
    .selectFrom('interchange.import')
    .select('id')
    .where('kind', '=', list.kind)
    .where('source', '=', list.source)
    .where('attribution', '=', list.attribution)
    .where('digest', '=', list.digest)
    .where('started_at', '>=', list.since)
    .where('state', 'in', ['sent', 'looking', 'looked'])
    .where('by_page', '=', true)
    .limit(1)
    .executeTakeFirst();
}

export async function partsOf(db: Db, importId: string): Promise<number> {
  const row = await db
    .selectFrom('interchange.import_part')
    .select(({ fn }) => fn.countAll<number>().as('parts'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return row.parts;
}

export async function filePart(db: Db, importId: string, number: number): Promise<Buffer> {
  const row = await db
    .selectFrom('interchange.import_part')
    .select('body')
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow(notFound('file'));
  return row.body;
}

/** Rows as they were seen, in the order of the file, after a line. */
export async function seenRows(
  db: Db,
  importId: string,
  which: { outcome: RowOutcome; after: number; limit: number },
): Promise<SeenRow[]> {
  const rows = await db
    .selectFrom('interchange.seen_row')
    .select(['line', 'title', 'reason'])
    .where('import_id', '=', importId)
    .where('outcome', '=', which.outcome)
    .where('line', '>', which.after)
    .orderBy('line')
    .limit(which.limit)
    .execute();
  return rows.map((row) => ({ ...row, outcome: which.outcome }));
}

export function seenChanges(db: Db, importId: string): Promise<SeenChange[]> {
  return db
    .selectFrom('interchange.seen_change')
    .select(['title', 'field', 'was', 'now'])
    .where('import_id', '=', importId)
    .orderBy('place')
    .execute();
}

/** Why rows of a list that was only looked at cannot be taken, the commonest first. */
export async function seenReasons(
  db: Db,
  importId: string,
  how: { rejected: boolean; limit: number },
): Promise<Counted[]> {
  return db
    .selectFrom('interchange.seen_row')
    .select(['reason', ({ fn }) => fn.countAll<number>().as('rows')])
    .where('import_id', '=', importId)
    .where('outcome', how.rejected ? '=' : '<>', 'rejected')
    .where('reason', '<>', '')
    .groupBy('reason')
    .orderBy('rows', 'desc')
    .orderBy('reason')
    .limit(how.limit)
    .execute();
}
