import { EdgeError } from '../errors.ts';
import type { FormBody, Upload } from './route.ts';

/** Room for the fields beside the file, and for the lines between them. */
const besidesBytes = 64 * 1024;

/** A form with files (RFC 7578), read only when it is small enough. A file that was not chosen is not there. */
export async function parseUpload(
  request: Request,
  { field, maxBytes }: { field: string; maxBytes: number },
): Promise<{ fields: [string, string][]; files: Map<string, Upload> }> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;/i.test(type)) {
    throw new EdgeError(415, 'wrong_type', 'A form with a file is sent as multipart/form-data.');
  }
  const bytes = await limitedBytes(request, maxBytes + besidesBytes);
  const fields: [string, string][] = [];
  const files = new Map<string, Upload>();
  for (const [name, value] of await entriesOf(bytes, type)) {
    // A chooser that nobody used is sent without a name, which some readers take for text.
    if (name === field && (typeof value === 'string' || value.size === 0)) continue;
    if (typeof value === 'string') fields.push([name, value]);
    else if (name !== field) fields.push([name, '']);
    else if (files.has(name)) throw new EdgeError(400, 'several_files', 'One file at a time.');
    else files.set(name, { name: plainName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { fields, files };
}

export async function limitedBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) throw new EdgeError(413, 'too_large', tooLarge(maxBytes));
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tooLarge(maxBytes: number): string {
  return maxBytes <= besidesBytes
    ? 'This is more than a form can carry.'
    : `This is more than a form can carry: a file may have ${Math.floor(maxBytes / 1024 / 1024)} MB.`;
}

async function entriesOf(bytes: Uint8Array<ArrayBuffer>, type: string) {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new EdgeError(400, 'malformed_form', 'This form is damaged. Send it again.');
  }
}

/** Only the last part, and nothing in it that a screen or a folder would take for something else. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .normalize('NFC')
      .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
      .replace(/^\.+/, '')
      .slice(-100) || 'file'
  );
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
