import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLine, guarded } from '../../../platform/csv.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { canSeeImports } from '../permits.ts';
import { importById, type Reject, rejectsAfter } from '../queries/imports.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';
import { withSentFile } from './sent-file.ts';

export type { CheckedCsv };

/** Enough to look at, few enough to hold. */
const rejectsAtOnce = 1000;

interface Rejected {
  id: string;
  files: readonly CheckedCsv[];
  rejectsFolder: string;
}

/**
 * Writes the rows that were not taken, as they stand in their file, with line and reason, one CSV for each file that
 * has some. Returns the first one's absolute path.
 */
export async function writeRejects(ctx: Ctx, list: Rejected): Promise<string> {
  const folder = resolve(list.rejectsFolder);
  await mkdir(folder, { recursive: true });
  let first: string | undefined;
  for (const [index, file] of list.files.entries()) {
    const [some] = await rejectsAfter(ctx.db.open, list.id, { file: index, line: 0 }, 1);
    if (some?.file !== index) continue;
    const name = `${file.name.replace(/([.]csv|[.]txt)?([.]gz)?$/i, '')}-${list.id.slice(-12)}-rejects.csv`;
    const path = join(folder, name);
    await pipeline(Readable.from(rejectLines(ctx, list.id, index, file)), createWriteStream(`${path}.part`));
    await rename(`${path}.part`, path);
    first ??= path;
  }
  return first ?? '';
}

/** The rejected rows of a list that came through a page, as a file to put right and send again. */
export async function rejectsText(ctx: Ctx, id: string): Promise<{ name: string; text: string }> {
  permit(canSeeImports(ctx.actor));

  const one = await importById(ctx.db.open, id);
  if (!one.byPage) throw new NotFound('file');
  return withSentFile(ctx, id, async (path) => {
    const file = await checkCsv(path);
    let text = '';
    for await (const line of rejectLines(ctx, id, 0, file)) text += line;
    return { name: `rejected-${id.slice(-12)}.csv`, text };
  });
}

/** Both go in the order of the file, so one row and a page of rejects is all that is held. */
async function* rejectLines(
  ctx: Ctx,
  importId: string,
  index: number,
  file: CheckedCsv,
): AsyncGenerator<string> {
  yield csvLine([...file.headings, 'line', 'reason']);
  const rejects = allRejects(ctx, importId, index);
  let wanted = (await rejects.next()).value;
  for await (const row of readRows(file)) {
    if (!wanted) return;
    if (row.line < wanted.line) continue;
    const cells = file.headings.map((_, column) => guarded(row.cells[column] ?? ''));
    yield csvLine([...cells, String(wanted.line), wanted.reason]);
    wanted = (await rejects.next()).value;
  }
}

async function* allRejects(ctx: Ctx, importId: string, file: number): AsyncGenerator<Reject, undefined> {
  let after = { file, line: 0 };
  for (;;) {
    const page = await rejectsAfter(ctx.db.open, importId, after, rejectsAtOnce);
    for (const reject of page) {
      if (reject.file !== file) return undefined;
      yield reject;
      after = reject;
    }
    if (page.length < rejectsAtOnce) return undefined;
  }
}
