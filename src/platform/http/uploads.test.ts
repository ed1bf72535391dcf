import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import { dirname } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { type Piece, partsForm, sentInPieces } from '../../../test/helpers/parts.ts';
import { withParts } from './uploads.ts';

const mega = 2 ** 20;
const list = { field: 'file', maxBytes: 20 * mega };
const disposition = 'Content-Disposition: form-data; name="file"; filename="list.csv"';
let folder = '';

beforeEach(async () => {
  folder = folderForTest();
  await mkdir(folder, { recursive: true });
  vi.stubEnv('TMPDIR', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What is in the form, or why it is refused. */
function read(request: Request, expected: { field?: string; maxBytes: number } = list): Promise<unknown> {
  return withParts(request, expected, async ({ fields, files }) => ({
    fields,
    files: [...files].map(([field, { name, path, size }]) => ({
      ...{ field, name, size },
      text: readFileSync(path, 'utf8'),
    })),
  })).catch(({ status, code }) => `${status} ${code}`);
}

/** The same, sent in one piece and as it stands. */
function readAll(body: string, type = 'multipart/form-data; boundary=edge'): Promise<unknown> {
  return read(sentInPieces([Buffer.from(body)], type));
}

function only(file: { name?: string; text: string }, fields: [string, string][] = []) {
  const { name = 'list.csv', text } = file;
  return { fields, files: [{ field: 'file', name, size: Buffer.byteLength(text), text }] };
}

test('REL11 a form is the same in however small pieces it comes', async () => {
  // What looks like the line between two parts, and is none.
  const text = 'a,b\r\n--edg\r\n--\r\n\r\n-edge,é\r\n';
  const body = partsForm([
    { name: 'source', text: 'Hartlow' },
    { name: 'file', fileName: 'list.csv', text },
    { name: 'source', text: 'Eastlock\r\n' },
  ]);
  const sizes = Array.from({ length: 80 }, (_, index) => index + 1);

  const found = await Promise.all(sizes.map((size) => read(sentInPieces(cut(body, size)))));

  const whole = only({ text }, [
    ['source', 'Hartlow'],
    ['source', 'Eastlock\r\n'],
  ]);
  expect(found.filter((one) => JSON.stringify(one) !== JSON.stringify(whole))).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('REL11 whatever is in the parts and however they are cut, they come to an end and are whole', async () => {
  const signs = fc.constantFrom('\r', '\n', '-', '--', 'edge', '\r\n--edg', '\0', 'a', 'é', '\r\n\r\n');
  const text = fc
    .array(signs, { maxLength: 30 })
    .map((pieces) => pieces.join(''))
    .filter((one) => !one.includes('\r\n--edge'));
  const part: fc.Arbitrary<Piece> = fc.record(
    { name: fc.constantFrom('a', 'b'), text, fileName: fc.constant('x.csv') },
    { requiredKeys: ['name', 'text'] },
  );

  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
      async (parts, cuts) => {
        const found = await read(sentInPieces(cut(partsForm(parts), ...cuts)), { maxBytes: mega });

        const fields = parts.map(({ name, text, fileName }) => [name, fileName ? '' : text]);
        expect(found).toEqual({ fields, files: [] });
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('REL11 a file is readable by nobody else, and gone when the answer is made', async () => {
  const modes = await withParts(sentInPieces([csvForm]), list, async ({ files }) => {
    const path = files.get('file')?.path ?? '';
    return [statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777];
  });

  expect(modes).toEqual([0o600, 0o700]);
  expect(readdirSync(folder)).toEqual([]);
});

test('REL11 a file is gone when the work with it fails', async () => {
  const work = withParts(sentInPieces([csvForm]), list, async ({ files }) => {
    throw new Error(`no use for ${files.size}`);
  });

  await expect(work).rejects.toThrow('no use for 1');
  expect(readdirSync(folder)).toEqual([]);
});

test('REL11 a form without a file makes none', async () => {
  const body = partsForm([{ name: 'List-Unsubscribe', text: 'One-Click' }]);

  const seen = await withParts(sentInPieces([body]), { maxBytes: 0 }, async ({ fields }) => ({
    fields,
    there: readdirSync(folder),
  }));

  expect(seen).toEqual({ fields: [['List-Unsubscribe', 'One-Click']], there: [] });
});

test('REL11 a file that is too large is refused without reading on, and nothing of it stays', async () => {
  const head = partsForm([{ name: 'file', fileName: 'list.csv', text: '' }], { isOpen: true });
  const piece = Buffer.alloc(64 * 1024, 'a');
  let taken = 0;
  function* endless() {
    yield head;
    while (true) {
      taken += piece.length;
      yield piece;
    }
  }

  const refused = withParts(sentInPieces(endless()), list, async () => 'taken');

  await expect(refused).rejects.toMatchObject({
    ...{ status: 413, code: 'too_large' },
    message: 'This is more than a form can carry: a file may have 20 MB.',
  });
  expect(taken).toBeLessThan(20.5 * mega);
  expect(readdirSync(folder)).toEqual([]);
});

test('REL11 whoever goes away half-way leaves no file behind', async () => {
  const head = partsForm([{ name: 'file', fileName: 'list.csv', text: '' }], { isOpen: true });
  const said: unknown[] = [];
  const fetch = async (coming: Request) => {
    said.push(await read(coming));
    return new Response('too late');
  };
  const server = serve({ port: 0, hostname: '127.0.0.1', fetch });
  await once(server, 'listening');

  const sending = sendTo(server, [head, Buffer.alloc(mega, 'a')]);
  await vi.waitUntil(() => readdirSync(folder).length > 0);
  const before = readdirSync(folder);
  sending.destroy();
  await vi.waitUntil(() => said.length > 0);
  server.close();

  expect(before).toEqual([expect.stringMatching(/^joinery-sent-/)]);
  expect(said).toEqual(['400 malformed_form']);
  expect(readdirSync(folder)).toEqual([]);
});

test('REL11 a file of 20 MB costs next to no memory', async () => {
  const head = partsForm([{ name: 'file', fileName: 'list.csv', text: '' }], { isOpen: true });
  const piece = Buffer.alloc(64 * 1024, 'a');
  const before = memory();
  let peak = 0;
  function* twenty() {
    yield head;
    for (let number = 0; number < 320; number += 1) {
      peak = Math.max(peak, memory());
      yield piece;
    }
    yield Buffer.from('\r\n--edge--\r\n');
  }

  const size = await withParts(sentInPieces(twenty()), list, async ({ files }) => files.get('file')?.size);

  expect(size).toBe(20 * mega);
  expect(peak - before).toBeLessThan(4 * mega);
});

test('more in the fields than a form can carry is refused, and so are thousands of parts', async () => {
  const long = partsForm([
    { name: 'file', fileName: 'list.csv', text: 'a,b' },
    { name: 'source', text: 'a'.repeat(40_000) },
    { name: 'source', text: 'a'.repeat(40_000) },
  ]);
  const fields = partsForm(Array.from({ length: 5000 }, () => ({ name: 'source', text: 'a' })));
  const empty = '--edge\r\n\r\n'.repeat(5000);
  const bare = `--edge\r\n${disposition}\r\n\r\n\r\n`.repeat(5000);

  const all = [long, fields, Buffer.from(empty), Buffer.from(bare)];
  const said = await Promise.all(all.map((body) => read(sentInPieces(cut(body, 65_536)))));

  expect(said).toEqual(['413 too_large', '413 too_large', '400 malformed_form', '413 too_large']);
  expect(readdirSync(folder)).toEqual([]);
});

test('one file at a time, and one that was not chosen is not there', async () => {
  const csv = { name: 'file', fileName: 'list.csv', text: 'a,b' };
  const none = { name: 'file', fileName: '', text: '' };

  const two = await read(sentInPieces([partsForm([csv, csv])]));
  const one = await read(sentInPieces([partsForm([none, csv, { name: 'file', text: '' }])]));
  const nothing = await read(sentInPieces([partsForm([none])]));

  expect(two).toBe('400 several_files');
  expect(one).toEqual(only({ text: 'a,b' }));
  expect(nothing).toEqual({ fields: [], files: [] });
});

test('a damaged form is refused', async () => {
  const end = '\r\n\r\na,b\r\n--edge--\r\n';
  const damaged: Record<string, string> = {
    'nothing at all': '',
    'no last line': `--edge\r\n${disposition}\r\n\r\na,b`,
    'no last line after a part': `--edge\r\n${disposition}\r\n\r\na,b\r\n--edge`,
    'another line between': `--other\r\n${disposition}${end.replace('edge', 'other')}`,
    'no head': `--edge${end}`,
    'a head without an end': `--edge\r\n${disposition}\r\n--edge--\r\n`,
    'no name': `--edge\r\nContent-Disposition: form-data; filename="list.csv"${end}`,
    'no disposition': `--edge\r\nContent-Type: text/csv${end}`,
    'two dispositions': `--edge\r\n${disposition}\r\n${disposition}${end}`,
    'two names': `--edge\r\nContent-Disposition: form-data; name="a"; name="file"${end}`,
    'an attachment': `--edge\r\nContent-Disposition: attachment; name="file"${end}`,
    'filename*': `--edge\r\n${disposition}; filename*=UTF-8''other.csv${end}`,
    'name*': `--edge\r\nContent-Disposition: form-data; name*=UTF-8''file${end}`,
    'a very long head': `--edge\r\nX-Long: ${'a'.repeat(100_000)}\r\n${disposition}${end}`,
    'a very long name': `--edge\r\nContent-Disposition: form-data; name="${'a'.repeat(100_000)}"${end}`,
    'many heads': `--edge\r\n${'X-Many: a\r\n'.repeat(2000)}${disposition}${end}`,
    'a quotation mark left open': `--edge\r\nContent-Disposition: form-data; name="file${end}`,
  };

  const said = await Promise.all(
    Object.entries(damaged).map(async ([what, body]) => `${what}: ${await readAll(body)}`),
  );

  expect(said.filter((one) => !one.endsWith(': 400 malformed_form'))).toEqual([]);
  expect(await readAll(csvForm.toString(), 'multipart/form-data; charset=utf-8')).toBe('400 malformed_form');
  expect(await readAll(csvForm.toString(), 'multipart/form-data')).toBe('415 wrong_type');
  expect(await readAll('file=a', 'application/x-www-form-urlencoded')).toBe('415 wrong_type');
  expect(readdirSync(folder)).toEqual([]);
});

test('a file is called by the plain end of its name', async () => {
  const names = {
    '../../etc/cron.d/list.csv': 'list.csv',
    'C:\\lists\\list.csv': 'list.csv',
    '..': 'file',
    '.bashrc': 'bashrc',
    'li\0st.csv': 'li_st.csv',
    'list.png[page=9]': 'list.png_page_9_',
    'a%22b%0d%0a.csv': 'a_b__.csv',
    '': 'file',
    [`${'表'.repeat(300)}.csv`]: `${'表'.repeat(65)}.csv`,
  };

  const found = await Promise.all(
    Object.keys(names).map((fileName) =>
      withParts(
        sentInPieces([partsForm([{ name: 'file', fileName, text: 'a' }])]),
        list,
        async ({ files }) => files.get('file')?.name,
      ),
    ),
  );

  expect(found).toEqual(Object.values(names));
});

const csvForm = partsForm([{ name: 'file', fileName: 'list.csv', text: 'name,town\r\nChoir,Hartlow' }]);

/** Into pieces of these sizes, again and again. */
function cut(body: Buffer, ...sizes: number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const size = sizes[pieces.length % sizes.length] ?? 1;
    pieces.push(body.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

/** A request over the line that does not come to its end. */
function sendTo(server: ServerType, pieces: readonly Buffer[]): ClientRequest {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
  const sending = request({ host: '127.0.0.1', port, method: 'POST', headers });
  sending.on('error', () => undefined);
  for (const piece of pieces) sending.write(piece);
  return sending;
}

function memory(): number {
  return process.memoryUsage().arrayBuffers;
}
