import { sql } from 'kysely';
import { machineNow } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import type { Answer } from '../../register/door.ts';
import { canImport, canImportAreas } from '../permits.ts';
import { importById, remarkCounts, runningImport, unfinishedImportOptional } from '../queries/imports.ts';
import type { Counts, ImportResult, Item, SeenRow } from '../words/import.ts';
import { type Attempt, attempts, refusedRow } from './attempt.ts';
import { Left, type List, type RunOptions, type Taken } from './list.ts';
import { writeRejects } from './rejects.ts';

/**
 * Takes a list in, batch by batch. The count moves in the transaction of its batch, so whatever stops the process, the
 * same command goes on where it was and ends in the same state.
 */
export async function runList<Row>(ctx: Ctx, list: List<Row>, options: RunOptions): Promise<Done> {
  permit(canImport(ctx.actor) || (list.kind === 'areas' && canImportAreas(ctx.actor)));

  return attempts(ctx, options.dry, async (attempt) => {
    const begun = await begin(ctx, list, { ...options, attempt });
    await takeAll(list, begun, { ...options, ctx, attempt });
    await list.settle?.(attempt, options);
    return end(ctx, list, begun.id, { ...options, attempt });
  });
}

export type Done = Omit<ImportResult, 'seconds'>;

interface Begun {
  id: string;
  rowsDone: number;
}

function begin<Row>(ctx: Ctx, list: List<Row>, how: RunOptions & { attempt: Attempt }): Promise<Begun> {
  return how.attempt(async (tx) => {
    const { importId, dry } = how;
    const before =
      importId !== undefined && !dry
        ? await runningImport(tx, importId)
        : await unfinishedImportOptional(tx, list);
    if (before) {
      await tx
        .updateTable('interchange.import')
        .set({ state: 'running', moved_at: machineNow() })
        .where('id', '=', before.id)
        .execute();
      return before;
    }
    const id = ctx.newId();
    await tx
      .insertInto('interchange.import')
      .values({
        id,
        kind: list.kind,
        source: list.source,
        file_names: [...list.fileNames],
        digest: list.digest,
        state: 'running',
        started_at: machineNow(),
        moved_at: machineNow(),
      })
      .execute();
    return { id, rowsDone: 0 };
  });
}

interface Taking extends RunOptions {
  ctx: Ctx;
  attempt: Attempt;
}

/** While the database works on one batch the next one is read. */
async function takeAll<Row>(list: List<Row>, begun: Begun, how: Taking): Promise<void> {
  let place = 0;
  let batch: Item<Row>[] = [];
  let working = Promise.resolve();
  async function next(): Promise<void> {
    const items = batch;
    batch = [];
    await working;
    if (how.leaving?.aborted) throw new Left();
    working = takeBatch(list, items, { ...how, id: begun.id, place: place - items.length });
    // Its failure is met where it is awaited.
    working.catch(() => undefined);
  }
  for await (const item of list.items()) {
    place += 1;
    if (place <= begun.rowsDone) continue;
    batch.push(item);
    if (batch.length >= list.rowsAtOnce) await next();
  }
  if (batch.length > 0) await next();
  await working;
}

interface Batch extends Taking {
  id: string;
  /** How many items stand before it. */
  place: number;
}

/** One transaction. A row that the database refuses is found by halving, and refused alone. */
async function takeBatch<Row>(list: List<Row>, items: readonly Item<Row>[], how: Batch): Promise<void> {
  try {
    const counts = await how.attempt((tx) => takeItems(tx, list, items, how));
    how.progress(counts);
  } catch (problem) {
    const reason = refusedRow(problem);
    if (reason === undefined) throw problem;
    const [only] = items;
    if (only && items.length === 1) {
      await takeBatch(list, [{ file: only.file, line: only.line, reason }], how);
      return;
    }
    const half = Math.ceil(items.length / 2);
    await takeBatch(list, items.slice(0, half), how);
    await takeBatch(list, items.slice(half), { ...how, place: how.place + half });
  }
}

async function takeItems<Row>(
  tx: Tx,
  list: List<Row>,
  items: readonly Item<Row>[],
  how: Batch,
): Promise<Counts> {
  const good = items.flatMap((item) => ('row' in item ? [item] : []));
  const { refused = [], answers, ...taken } = await takeRows(tx, list, good, how);
  const late = refused.flatMap(({ index, reason }) => {
    const item = good[index];
    return item ? [{ file: item.file, line: item.line, reason }] : [];
  });
  const rejects = [...items.flatMap((item) => ('reason' in item ? [item] : [])), ...late];
  if (rejects.length > 0) {
    await tx
      .insertInto('interchange.reject')
      .values(rejects.map(({ file, line, reason }) => ({ import_id: how.id, file, line, reason })))
      .onConflict((same) => same.doNothing())
      .execute();
  }
  const isLate = new Set(late.map(({ file, line }) => `${file} ${line}`));
  const remarks = good.flatMap(({ file, line, remark }) =>
    remark && !isLate.has(`${file} ${line}`) ? [{ import_id: how.id, file, line, remark }] : [],
  );
  if (remarks.length > 0) {
    await tx
      .insertInto('interchange.remark')
      .values(remarks)
      .onConflict((same) => same.doNothing())
      .execute();
  }
  how.note?.([...takenRows(list, good, answers ?? []), ...rejects.map(asRejected)]);
  return moveOn(tx, how, { ...taken, read: items.length, rejected: rejects.length });
}

function takenRows<Row>(
  list: List<Row>,
  items: readonly { line: number; row: Row; remark?: string }[],
  answers: readonly Answer[],
): SeenRow[] {
  return items.flatMap(({ line, row, remark = '' }, index) => {
    const outcome = answers[index];
    if (outcome === undefined || typeof outcome === 'object') return [];
    return [{ line, outcome, title: list.titleOf?.(row) ?? '', reason: remark }];
  });
}

function asRejected({ line, reason }: { line: number; reason: string }): SeenRow {
  return { line, outcome: 'rejected', title: '', reason };
}

async function takeRows<Row>(
  tx: Tx,
  list: List<Row>,
  items: readonly { row: Row }[],
  how: Batch,
): Promise<Taken> {
  if (items.length === 0) return { new: 0, matched: 0, changed: 0, unchanged: 0 };
  return list.take(
    tx,
    items.map((item) => item.row),
    { dry: how.dry, importId: how.importId },
  );
}

/** Two processes that take the same list would count each other's rows: the second one stops here. */
async function moveOn(tx: Tx, how: Batch, more: Counts): Promise<Counts> {
  const { rows } = await sql<Counts>`update interchange.import set
      rows_done = rows_done + ${more.read}, read = read + ${more.read}, new = new + ${more.new},
      matched = matched + ${more.matched}, changed = changed + ${more.changed},
      unchanged = unchanged + ${more.unchanged}, rejected = rejected + ${more.rejected}, moved_at = ${machineNow()}
    where id = ${how.id} and rows_done = ${how.place} and state = 'running'
    returning read, new, matched, changed, unchanged, rejected`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Refused('moved_elsewhere', 'Another process is taking this list in. Let it end.');
  return counts;
}

async function end<Row>(
  ctx: Ctx,
  list: List<Row>,
  id: string,
  how: Pick<RunOptions, 'dry' | 'rejectsFolder' | 'importId'> & { attempt: Attempt },
): Promise<Done> {
  const { rejected } = await how.attempt((tx) => importById(tx, id));
  const { rejectsFolder } = how;
  const isGivenBack = rejected > 0 && !how.dry && list.files.length > 0 && rejectsFolder !== undefined;
  const file = isGivenBack ? await writeRejects(ctx, { id, files: list.files, rejectsFolder }) : null;
  return how.attempt(async (tx) => {
    await tx
      .updateTable('interchange.import')
      .set({ ...{ state: 'done', ended_at: machineNow(), rejects_file: file ?? '' }, ...undoable(how) })
      .where('id', '=', id)
      .execute();
    const { read, new: made, matched, changed, unchanged } = await importById(tx, id);
    const remarks = await remarkCounts(tx, id, remarksSaid);
    return { id, read, new: made, matched, changed, unchanged, rejected, rejectsFile: file, remarks };
  });
}

/** Each is a kind of cell, or two of them together. */
const remarksSaid = 20;

const undoDays = 7;

/** What was noted while it came in can be taken back for some days. */
function undoable({ importId }: Pick<RunOptions, 'importId'>): { undo_until?: Date } {
  return importId === undefined ? {} : { undo_until: addDays(machineNow(), undoDays) };
}
