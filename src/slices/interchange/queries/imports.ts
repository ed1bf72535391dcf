import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Counted, ImportRow } from '../words/import.ts';

export interface Unfinished {
  id: string;
  rowsDone: number;
  startedAt: Date;
}

/** The same list, begun before and not brought to its end. */
export async function unfinishedImportOptional(
  db: Db,
  list: { kind: string; source: string; digest: Buffer },
): Promise<Unfinished | undefined> {
  const row = await db
    .selectFrom('interchange.import')
    .select(['id', 'rows_done', 'started_at'])
    .where('kind', '=', list.kind)
    .where('source', '=', list.source)
    .where('digest', '=', list.digest)
    .where('state', 'in', ['running', 'stopped'])
    .where('by_page', '=', false)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, rowsDone: row.rows_done, startedAt: row.started_at };
}

/** An import as a page began it, unless somebody stopped it meanwhile. */
export async function runningImport(db: Db, id: string): Promise<Unfinished> {
  const row = await db
    .selectFrom('interchange.import')
    .select(['id', 'rows_done', 'started_at'])
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow(notFound('import'));
  return { id: row.id, rowsDone: row.rows_done, startedAt: row.started_at };
}

/** Lists that change records just now. */
export async function listsInHand(db: Db): Promise<number> {
  const row = await db
    .selectFrom('interchange.import')
    .select(({ fn }) => fn.countAll<number>().as('lists'))
    .where('by_page', '=', true)
    .where('state', 'in', ['running', 'undoing'])
    .executeTakeFirstOrThrow();
  return row.lists;
}

/** What a job has in hand and has not moved since: its process was killed. */
export async function standstills(db: Db, since: Date): Promise<{ id: string; state: string }[]> {
  return db
    .selectFrom('interchange.import')
    .select(['id', 'state'])
    .where('by_page', '=', true)
    .where('state', 'in', ['looking', 'running', 'undoing'])
    .where('moved_at', '<', since)
    .execute();
}

const columns = [
  'id',
  'kind',
  'source',
  'file_names',
  'state',
  'by_page',
  'attribution',
  'rows_in_file',
  'rows_done',
  'undo_until',
  'taken_back',
  'kept',
  'problem',
  'read',
  'new',
  'matched',
  'changed',
  'unchanged',
  'rejected',
  'rejects_file',
  'started_at',
  'moved_at',
  'ended_at',
] as const;

export async function importById(db: Db, id: string): Promise<ImportRow> {
  const row = await db
    .selectFrom('interchange.import')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('import'));
  return toImport(row);
}

export async function newestImports(db: Db, limit: number): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('interchange.import')
    .select(columns)
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toImport);
}

/** Lists of which something was not taken, unless a later import of the same list took everything. */
export async function importsWithRejects(
  db: Db,
  limit: number,
): Promise<{ total: number; rows: ImportRow[] }> {
  const newest = db
    .selectFrom('interchange.import')
    .distinctOn(['kind', 'source'])
    .select(columns)
    .where('state', '=', 'done')
    .orderBy('kind')
    .orderBy('source')
    .orderBy('started_at', 'desc');
  const rows = await db
    .selectFrom(newest.as('newest'))
    .selectAll()
    .where('rejected', '>', 0)
    .orderBy('started_at', 'desc')
    .execute();
  return { total: rows.length, rows: rows.slice(0, limit).map(toImport) };
}

export interface Reject {
  file: number;
  line: number;
  reason: string;
}

/** The next rejects after one, in the order of the files. */
export function rejectsAfter(
  db: Db,
  importId: string,
  after: { file: number; line: number },
  limit: number,
): Promise<Reject[]> {
  return db
    .selectFrom('interchange.reject')
    .select(['file', 'line', 'reason'])
    .where('import_id', '=', importId)
    .where((is) =>
      is.or([
        is('file', '>', after.file),
        is.and([is('file', '=', after.file), is('line', '>', after.line)]),
      ]),
    )
    .orderBy('file')
    .orderBy('line')
    .limit(limit)
    .execute();
}

/** The reasons, the commonest first. */
export async function reasonCounts(db: Db, importId: string, limit: number): Promise<Counted[]> {
  return db
    .selectFrom('interchange.reject')
    .select(['reason', ({ fn }) => fn.countAll<number>().as('rows')])
    .where('import_id', '=', importId)
    .groupBy('reason')
    .orderBy('rows', 'desc')
    .orderBy('reason')
    .limit(limit)
    .execute();
}

/** Why cells were left out of rows that were taken, the commonest first. */
export async function remarkCounts(db: Db, importId: string, limit: number): Promise<Counted[]> {
  return db
    .selectFrom('interchange.remark')
    .select(['remark as reason', ({ fn }) => fn.countAll<number>().as('rows')])
    .where('import_id', '=', importId)
    .groupBy('remark')
    .orderBy('rows', 'desc')
    .orderBy('remark')
    .limit(limit)
    .execute();
}

/** The first rows that were taken without one of their cells. */
export function firstRemarks(db: Db, importId: string, limit: number): Promise<Reject[]> {
  return db
    .selectFrom('interchange.remark')
    .select(['file', 'line', 'remark as reason'])
    .where('import_id', '=', importId)
    .orderBy('file')
    .orderBy('line')
    .limit(limit)
    .execute();
}

interface Row {
  id: string;
  kind: string;
  source: string;
  file_names: string[];
  state: string;
  by_page: boolean;
  attribution: string;
  rows_in_file: number;
  rows_done: number;
  undo_until: Date | null;
  taken_back: number;
  kept: number;
  problem: string;
  read: number;
  new: number;
  matched: number;
  changed: number;
  unchanged: number;
  rejected: number;
  rejects_file: string;
  started_at: Date;
  moved_at: Date;
  ended_at: Date | null;
}

function toImport(row: Row): ImportRow {
  const { read, matched, changed, unchanged, rejected } = row;
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    fileNames: row.file_names,
    state: row.state,
    byPage: row.by_page,
    attribution: row.attribution,
    rowsInFile: row.rows_in_file,
    rowsDone: row.rows_done,
    undoUntil: row.undo_until,
    takenBack: row.taken_back,
    kept: row.kept,
    problem: row.problem,
    read,
    new: row.new,
    matched,
    changed,
    unchanged,
    rejected,
    rejectsFile: row.rejects_file,
    startedAt: row.started_at,
    movedAt: row.moved_at,
    endedAt: row.ended_at,
  };
}
