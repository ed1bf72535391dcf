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

/** What makes a file two things at once: a page, a drawing that is a program, a document, an archive at its end. */
const otherThings = ['<script', '<html', '<!doctype', '<svg', '<?php', '%PDF-'];
const archiveEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** The end of an archive stands in the last bytes, before a remark of at most 64 KB. */
const archiveTail = 65_557;

/** Why a file is not taken for a picture, from its name and bytes alone, before anything unpacks it. */
export function whyNotPicture(file: { name: string; bytes: Uint8Array }): string | undefined {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const ending = /[.]([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const text = bytes.toString('latin1').toLowerCase();
  if (ending === 'svg' || /^[\s\ufeff\xef\xbb\xbf]*<(\?xml|svg|!doctype svg)/.test(text.slice(0, 300))) {
    return 'An SVG can hold a program, so we take none. Save the picture as PNG.';
  }
  const kind = kinds.find((one) => one.isIt(bytes));
  if (!kind) return 'This is no picture that we know. Send a PNG, JPEG or WebP.';
  if (ending !== '' && !kind.endings.some((known) => known === ending)) {
    return `The file is called .${ending} but holds a ${kind.name}. Call it by what it is.`;
  }
  const isTwoThings =
    otherThings.some((mark) => text.includes(mark.toLowerCase())) ||
    bytes.subarray(-archiveTail).includes(archiveEnd);
  return isTwoThings
    ? 'This file is a picture and something else at once. Save it anew as a picture.'
    : undefined;
}

function starts(bytes: Buffer, with_: readonly number[]): boolean {
  return with_.every((byte, index) => bytes[index] === byte);
}
