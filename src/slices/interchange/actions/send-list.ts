import { unguarded } from '../../../platform/csv.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { aMomentAgo, inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob, record } from '../../../platform/record.ts';
import { importStopped, listDropped, listSent } from '../events.ts';
import { canBringInLists } from '../permits.ts';
import { columnsBefore, sameListOptional, sentFileOptional } from '../queries/files.ts';
import { importById } from '../queries/imports.ts';
import { charityLayout } from '../rules/charity-register.ts';
import { columnProblems, guessedColumns, saysItself } from '../rules/columns.ts';
import { figure } from '../rules/standing.ts';
import { type ImportRow, Unreadable } from '../words/import.ts';
import { listColumns, listRows, type PageKind, pageKinds, type SendList } from '../words/page.ts';
import { type CheckedCsv, checkCsv } from './read-csv.ts';
import { keepParts } from './sent-file.ts';

/** A file that was sent, for as long as the request lasts. */
interface Upload {
  readonly name: string;
  readonly path: string;
}

/** Keeps a list that was sent, once, with what its columns seem to be. Answers the id of the import. */
export async function sendList(ctx: Ctx, file: Upload, input: SendList): Promise<string> {
  permit(canBringInLists(ctx.actor));

  const { csv, samples } = await readSent(file);
  if (input.kind === 'charities' && !charityLayout(csv.headings)) throw new Invalid({ file: noRegister });
  const isOwn = saysItself(input.kind, csv.headings);
  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `list ${input.source}`);
    const since = aMomentAgo(ctx.machineNow);
    const same = await sameListOptional(tx, { ...input, digest: csv.digest, since });
    if (same) return same.id;
    const id = ctx.newId();
    const before = await columnsBefore(tx, input);
    const columns = isOwn ? {} : guessedColumns(input.kind, csv.headings, before);
    await tx
      .insertInto('interchange.import')
      .values({
        ...{ id, kind: input.kind, source: input.source, attribution: input.attribution },
        ...{ file_names: [file.name], digest: csv.digest, rows_in_file: csv.rows },
        ...{ state: 'sent', by_page: true, started_at: ctx.machineNow, moved_at: ctx.machineNow },
      })
      .execute();
    await tx
      .insertInto('interchange.import_file')
      .values({
        ...{ import_id: id, name: file.name, headings: [...csv.headings] },
        ...{ samples: JSON.stringify(samples), columns: JSON.stringify(columns), sent_at: ctx.machineNow },
      })
      .execute();
    await keepParts(tx, id, file.path);
    await record(tx, ctx, listSent, { importId: id, kind: input.kind, source: input.source });
    if (isOwn) await beginLook(tx, ctx, id);
    return id;
  });
}

/** Says what the columns of a list are, and has it looked at. */
export async function sayColumns(
  ctx: Ctx,
  id: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  permit(canBringInLists(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const one = await lockedImport(tx, id);
    const file = await sentFileOptional(tx, id);
    if (!['sent', 'looked'].includes(one.state) || !file) throw new Refused('not_now', notNow(one));
    const isOwn = saysItself(kindOf(one), file.headings);
    const problems = isOwn ? {} : columnProblems(kindOf(one), { headings: file.headings, columns });
    if (Object.keys(problems).length > 0) throw new Invalid(problems);
    await tx
      .updateTable('interchange.import_file')
      .set({ columns: JSON.stringify(isOwn ? {} : columns) })
      .where('import_id', '=', id)
      .execute();
    await beginLook(tx, ctx, id);
  });
}

/** Forgets a list of which nothing was brought in. */
export async function dropList(ctx: Ctx, id: string): Promise<void> {
  permit(canBringInLists(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const one = await lockedImport(tx, id);
    if (!['sent', 'looking', 'looked'].includes(one.state)) throw new Refused('not_now', notNow(one));
    await tx.deleteFrom('interchange.import').where('id', '=', id).execute();
    await record(tx, ctx, listDropped, { importId: id, kind: one.kind, source: one.source });
  });
}

/** The job finds it stopped at its next batch, and leaves it there. */
export async function stopImport(ctx: Ctx, id: string): Promise<void> {
  permit(canBringInLists(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const one = await lockedImport(tx, id);
    if (one.state !== 'running') throw new Refused('not_now', notNow(one));
    await tx
      .updateTable('interchange.import')
      .set({ state: 'stopped', moved_at: ctx.machineNow })
      .where('id', '=', id)
      .execute();
    await record(tx, ctx, importStopped, { importId: id, kind: one.kind, source: one.source });
  });
}

/** So that two who press a button at once press it one after the other. */
export async function lockedImport(tx: Tx, id: string): Promise<ImportRow> {
  await tx
    .selectFrom('interchange.import')
    .select('id')
    .where('id', '=', id)
    .where('by_page', '=', true)
    .forUpdate()
    .execute();
  return importById(tx, id);
}

export function kindOf(one: { kind: string }): PageKind {
  return pageKinds.find((kind) => kind === one.kind) ?? 'organisations';
}

export function notNow({ state }: { state: string }): string {
  return state === 'running' || state === 'looking'
    ? 'This list is in hand just now. Wait a moment.'
    : 'Somebody was faster: look at what became of this list.';
}

async function beginLook(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx
    .updateTable('interchange.import')
    .set({ state: 'looking', rows_done: 0, problem: '', moved_at: ctx.machineNow })
    .where('id', '=', id)
    .execute();
  await addJob(tx, 'look-at-list', { importId: id }, `look-at-list ${id}`);
}

/** Reads the whole file once, so that one that cannot be read is refused while somebody is there. */
async function readSent(file: Upload): Promise<{ csv: CheckedCsv; samples: string[][] }> {
  const samples: string[][] = [];
  const csv = await checkCsv(file.path, (headings) => {
    for (const _ of headings) samples.push([]);
    return ({ cells }) => addSamples(samples, cells);
  }).catch((problem: unknown) => {
    if (problem instanceof Unreadable) throw new Invalid({ file: problem.message });
    throw problem;
  });
  if (csv.rows === 0) throw new Invalid({ file: `“${file.name}” has a heading and no row below it.` });
  if (csv.rows > listRows) throw new Invalid({ file: tooMany(csv.rows) });
  if (csv.headings.length > listColumns)
    throw new Invalid({
      file: `“${file.name}” has ${csv.headings.length} columns. At most ${listColumns} are read.`,
    });
  return { csv, samples: csv.isGivenBack ? samples.map((column) => column.map(unguarded)) : samples };
}

const noRegister =
  'This is no charity register we know: OSCR’s, CCNI’s, or the Charity Commission’s table “charity”.';

const samplesOfAColumn = 3;

function addSamples(samples: readonly string[][], cells: readonly string[]): void {
  for (const [index, column] of samples.entries()) {
    if (column.length >= samplesOfAColumn) continue;
    const value = (cells[index] ?? '').replace(/\s+/g, ' ').slice(0, 80);
    if (value !== '' && !column.includes(value)) column.push(value);
  }
}

function tooMany(rows: number): string {
  return `This list has ${figure(rows)} rows; a page takes ${figure(listRows)}. Whoever runs the server can take it in whole.`;
}
