import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Unreadable } from '../words/import.ts';

const Flat = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A row larger than this is no row of a table. */
const longestRow = 1_000_000;

/**
 * The objects of one large JSON array, one after the other, however large the file: the Commission’s extract has
 * hundreds of megabytes. Only braces outside of texts count, so a row is parsed when its last one has come.
 */
export async function* jsonRows(
  path: string,
  hash = createHash('sha256'),
): AsyncGenerator<Map<string, string>> {
  const name = basename(path);
  const state = { text: '', depth: 0, isInText: false, isEscaped: false };
  let rows = 0;
  for await (const chunk of chunksOf(path)) {
    hash.update(chunk);
    for (const row of rowsIn(chunk, state)) {
      rows += 1;
      yield parsed(row, `${name}, row ${rows}`);
    }
    if (state.text.length > longestRow)
      throw new Unreadable(`${name}, row ${rows + 1} is too long to be one.`);
  }
  if (state.depth !== 0) throw new Unreadable(`${name} breaks off in row ${rows + 1}. Nothing was written.`);
  if (rows === 0) throw new Unreadable(`${name} holds no rows.`);
}

function* rowsIn(
  chunk: string,
  state: { text: string; depth: number; isInText: boolean; isEscaped: boolean },
): Generator<string> {
  let begins = state.depth > 0 ? 0 : -1;
  for (let index = 0; index < chunk.length; index += 1) {
    const sign = chunk[index];
    if (state.isInText) {
      if (state.isEscaped) state.isEscaped = false;
      else if (sign === '\\') state.isEscaped = true;
      else if (sign === '"') state.isInText = false;
    } else if (sign === '"') {
      state.isInText = state.depth > 0;
    } else if (sign === '{') {
      if (state.depth === 0) begins = index;
      state.depth += 1;
    } else if (sign === '}') {
      state.depth -= 1;
      if (state.depth === 0) {
        yield state.text + chunk.slice(begins, index + 1);
        state.text = '';
        begins = -1;
      }
    }
  }
  if (begins >= 0) state.text += chunk.slice(begins);
}

function parsed(text: string, where: string): Map<string, string> {
  try {
    const row = Flat.parse(JSON.parse(text));
    return new Map(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]));
  } catch {
    throw new Unreadable(`${where} is no row of a table. Nothing was written.`);
  }
}

async function* chunksOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const stream = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  if (stream !== file) file.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
