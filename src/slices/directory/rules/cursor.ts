import { Cursor } from '../words.ts';

/** Opaque to the outside: where a page ended in its total order. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([...cursor.key, cursor.id, cursor.seen])).toString('base64url');
}

export function readCursor(text: string): Cursor | undefined {
  try {
    const [first, second, id, seen] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const read = Cursor.safeParse({ key: [first, second], id, seen });
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
