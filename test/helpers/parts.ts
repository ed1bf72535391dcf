/** A part of a form: a file where it has the name of one. */
export interface Piece {
  readonly name: string;
  readonly text: string;
  readonly fileName?: string;
}

/** A form in parts as a browser writes it, with `edge` between them; an open one goes on. */
export function partsForm(parts: readonly Piece[], { isOpen = false } = {}): Buffer {
  const written = parts.map(({ name, text, fileName }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`;
    return `--edge\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}`;
  });
  return Buffer.from(
    written.join('\r\n') + (isOpen ? '' : `${written.length > 0 ? '\r\n' : ''}--edge--\r\n`),
  );
}

/** A request whose body comes in these pieces, each when it is asked for. */
export function sentInPieces(
  pieces: Iterable<Uint8Array>,
  type = 'multipart/form-data; boundary=edge',
): Request {
  const coming = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { value, done } = coming.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
  return new Request('http://localhost:3000/imports/new', init);
}
