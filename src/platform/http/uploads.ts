import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EdgeError } from '../errors.ts';
import { log } from '../log.ts';
import { damagedForm, type Part, partsOf } from './multipart.ts';
import type { FormBody, Upload } from './route.ts';

/** Room for the fields beside the file, and for the lines between them. */
const besidesBytes = 64 * 1024;

interface Expected {
  /** The field that takes a file; without one no part is a file to us. */
  readonly field?: string;
  readonly maxBytes: number;
}

interface SentParts {
  readonly fields: readonly [string, string][];
  readonly files: ReadonlyMap<string, Upload>;
}

/**
 * Hands over a form with files (RFC 7578). Its file is on the disk while `work` goes on and gone afterwards, whatever became
 * of it. A file that was not chosen is not there.
 */
export async function withParts<Result>(
  request: Request,
  expected: Expected,
  work: (sent: SentParts) => Promise<Result>,
): Promise<Result> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;/i.test(type)) {
    throw new EdgeError(415, 'wrong_type', 'A form with a file is sent as multipart/form-data.');
  }
  const boundary = boundaryIn(type);
  const folder = folderOnDemand();
  try {
    return await work(await readParts({ request, boundary, expected, folder: folder.path }));
  } finally {
    await folder.remove();
  }
}

interface Sent {
  readonly request: Request;
  readonly boundary: string;
  readonly expected: Expected;
  readonly folder: () => Promise<string>;
}

async function readParts({ request, boundary, expected, folder }: Sent): Promise<SentParts> {
  const { field, maxBytes } = expected;
  const fields: [string, string][] = [];
  const files = new Map<string, Upload>();
  let room = besidesBytes;

  async function textOf({ name, fileName, pieces }: Part): Promise<string> {
    room -= name.length;
    const text: Buffer[] = [];
    for await (const piece of pieces) {
      // A file that nobody asked for is not kept. Whether its field may be there is said afterwards.
      if (fileName !== undefined) continue;
      room -= piece.length;
      if (room < 0) throw tooLarge(0);
      text.push(piece);
    }
    return Buffer.concat(text).toString('utf8');
  }

  for await (const part of partsOf(limited(request, maxBytes + besidesBytes), boundary)) {
    if (part.name !== field) {
      fields.push([part.name, await textOf(part)]);
      continue;
    }
    // A chooser that nobody used is sent by some programs without the name of a file.
    if (part.fileName === undefined) continue;
    const name = plainName(part.fileName);
    const written = await writeDown(part.pieces, maxBytes, async () => {
      if (files.size > 0) throw new EdgeError(400, 'several_files', 'One file at a time.');
      return join(await folder(), name);
    });
    if (written) files.set(field, { name, ...written });
  }
  return { fields, files };
}

/** Writes a file while it comes. `begin` says where; when nothing comes it is not asked, and there is no file. */
async function writeDown(
  pieces: AsyncIterable<Buffer>,
  maxBytes: number,
  begin: () => Promise<string>,
): Promise<{ path: string; size: number } | undefined> {
  let file: { path: string; handle: FileHandle } | undefined;
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (!file) {
        const path = await begin();
        file = { path, handle: await open(path, 'wx', 0o600) };
      }
      await file.handle.writeFile(piece);
    }
  } finally {
    await file?.handle.close();
  }
  return file && { path: file.path, size };
}

/** Readable by nobody else, and made only when something is written into it. */
function folderOnDemand(): { path(): Promise<string>; remove(): Promise<void> } {
  let made: string | undefined;
  return {
    async path() {
      made ??= await mkdtemp(join(tmpdir(), 'joinery-sent-'));
      return made;
    },
    async remove() {
      if (made === undefined) return;
      // What was done with the file is done, and its answer counts.
      await rm(made, { recursive: true, force: true }).catch((problem: unknown) =>
        log.error({ err: problem }, 'a file that was sent could not be taken away'),
      );
    },
  };
}

/** RFC 2046 allows seventy signs. */
function boundaryIn(type: string): string {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70})(?=\s*(?:;|$)))/i.exec(type);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw damagedForm();
  return boundary;
}

export async function limitedBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of limited(request, maxBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What comes, up to a limit: of what is too large no more is taken. */
async function* limited(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of request.body ?? []) {
      size += piece.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      yield piece;
    }
  } catch (problem) {
    // Whoever sent it went away half-way, which is no fault of ours.
    throw problem instanceof EdgeError ? problem : damagedForm();
  }
}

function tooLarge(maxBytes: number): EdgeError {
  const sentence =
    maxBytes <= besidesBytes
      ? 'This is more than a form can carry.'
      : `This is more than a form can carry: a file may have ${Math.floor(maxBytes / 1024 / 1024)} MB.`;
  return new EdgeError(413, 'too_large', sentence);
}

/** Only the last part, and nothing in it that a screen or a folder would take for something else. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^\.+/, '');
  return shortEnough(plain) || 'file';
}

/** The end of it, where the kind stands. A disk takes 255 bytes, and a letter may have four. */
function shortEnough(name: string): string {
  let letters = [...name].slice(-100);
  while (Buffer.byteLength(letters.join('')) > 200) letters = letters.slice(1);
  return letters.join('');
}

/** Fields as other forms have them: one value, or several under one name. */
export function formOf(pairs: Iterable<[string, string]>, mayCarry: (name: string) => boolean): FormBody {
  const form: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) {
    if (!mayCarry(name)) {
      const shown = name.replace(/[^\w.-]/g, '').slice(0, 40) || 'A parameter';
      throw new EdgeError(400, 'unknown_field', `This form has no field called ${shown}.`);
    }
    const before = form[name];
    form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return form;
}
