import { createReadStream } from 'node:fs';

/** Kinds of picture by their first bytes, with the endings their files have. */
const kinds = [
  { name: 'JPEG', endings: ['jpg', 'jpeg'], isIt: (bytes: Buffer) => starts(bytes, [0xff, 0xd8, 0xff]) },
  {
    name: 'PNG',
    endings: ['png'],
    isIt: (bytes: Buffer) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  {
    name: 'WebP',
    endings: ['webp'],
    isIt: (bytes: Buffer) =>
      bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
      bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  },
] as const;

/** What makes a file two things at once, in small letters: a page, a drawing that is a program, a document, an archive at its end. */
const otherThings = ['<script', '<html', '<!doctype', '<svg', '<?php', '%pdf-'];
const archiveEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** The end of an archive stands in the last bytes, before a remark of at most 64 KB. */
const archiveTail = 65_557;
/** A mark that begins in one piece and ends in the next is seen with as much of the first. */
const seam = Math.max(...otherThings.map((mark) => mark.length)) - 1;

/** Why a file is not taken for a picture, from its name and bytes alone, before anything unpacks it. */
export async function whyNotPicture(file: { name: string; path: string }): Promise<string | undefined> {
  const ending = /[.]([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const { start, isTwoThings } = await lookedThrough(file.path);
  const text = start.toString('latin1').toLowerCase();
  if (ending === 'svg' || /^[\s\ufeff\xef\xbb\xbf]*<(\?xml|svg|!doctype svg)/.test(text)) {
    return 'An SVG can hold a program, so we take none. Save the picture as PNG.';
  }
  const kind = kinds.find((one) => one.isIt(start));
  if (!kind) return 'This is no picture that we know. Send a PNG, JPEG or WebP.';
  if (ending !== '' && !kind.endings.some((known) => known === ending)) {
    return `The file is called .${ending} but holds a ${kind.name}. Call it by what it is.`;
  }
  return isTwoThings
    ? 'This file is a picture and something else at once. Save it anew as a picture.'
    : undefined;
}

/** Its first bytes, and whether something else is in it, too. It is read piece by piece and never held whole. */
async function lookedThrough(path: string): Promise<{ start: Buffer; isTwoThings: boolean }> {
  const pieces: AsyncIterable<Buffer> = createReadStream(path);
  let start: Buffer = Buffer.alloc(0);
  let before: Buffer = Buffer.alloc(0);
  let size = 0;
  let hasMark = false;
  let archiveAt = Number.NEGATIVE_INFINITY;
  for await (const piece of pieces) {
    if (size === 0) start = piece.subarray(0, 300);
    const seen = Buffer.concat([before, piece]);
    const text = seen.toString('latin1').toLowerCase();
    hasMark ||= otherThings.some((mark) => text.includes(mark));
    const at = seen.lastIndexOf(archiveEnd);
    if (at >= 0) archiveAt = size - before.length + at;
    size += piece.length;
    before = seen.subarray(-seam);
  }
  return { start, isTwoThings: hasMark || archiveAt >= size - archiveTail };
}

function starts(bytes: Buffer, with_: readonly number[]): boolean {
  return with_.every((byte, index) => bytes[index] === byte);
}
