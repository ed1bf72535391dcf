import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { filePart, partsOf, sentFileOptional } from '../queries/files.ts';
import type { SentFile } from '../words/page.ts';

const partBytes = 1024 * 1024;

/** Keeps a file as rows: they outlive a restart, and another process of the same network finds them. */
export async function keepParts(tx: Tx, importId: string, path: string): Promise<void> {
  const parts: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: partBytes });
  let number = 0;
  for await (const body of parts) {
    await tx.insertInto('interchange.import_part').values({ import_id: importId, number, body }).execute();
    number += 1;
  }
}

/** Hands over the path of a file that was sent, and takes it away afterwards. */
export async function withSentFile<Result>(
  ctx: Ctx,
  importId: string,
  work: (path: string, file: SentFile) => Promise<Result>,
): Promise<Result> {
  const file = await ctx.db.read((db) => sentFileOptional(db, importId));
  if (!file) throw new NotFound('file any more: it was kept for thirty days');
  return inFolder(async (folder) => {
    const path = join(folder, file.name);
    await writeFile(path, '');
    const parts = await ctx.db.read((db) => partsOf(db, importId));
    for (let number = 0; number < parts; number += 1) {
      await appendFile(path, await ctx.db.read((db) => filePart(db, importId, number)));
    }
    return work(path, file);
  });
}

export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'joinery-list-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
