import { EdgeError, NotFound } from '../errors.ts';
import type { FormBody, Route, Upload } from './route.ts';
import { formOf, limitedBytes, parseUpload } from './uploads.ts';

const formLimitBytes = 64 * 1024;
const noFiles: ReadonlyMap<string, Upload> = new Map();

/** NUL and other control characters never belong in an address. */
const control = /[\u0000-\u001f\u007f]/;

/** The path as text, or the fitting no: bytes that are no UTF-8 are malformed, control characters are nothing. */
export function decodedPath(pathname: string): string {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    throw new EdgeError(400, 'malformed_address', 'This address is damaged. Type it again.');
  }
  if (control.test(path)) throw new NotFound();
  return path;
}

/** Pages forgive: a parameter that is twice there counts once, one that is damaged does not count. */
export function parseQuery(route: Route, search: URLSearchParams): unknown {
  if (route.strict) return strictQuery(route, search);
  const given = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name).filter((value) => !value.includes('\u0000') && value.isWellFormed());
    const [first] = values;
    if (first !== undefined) given[name] = values.length > 1 ? values : first;
  }
  const parsed = route.query.safeParse(given);
  if (parsed.success) return parsed.data;
  // What is wrong is left out, and the rest is taken.
  for (const issue of parsed.error.issues) delete given[String(issue.path[0])];
  return route.query.parse(given);
}

function strictQuery(route: Route, search: URLSearchParams): unknown {
  const given: Record<string, string> = {};
  for (const [name, value] of search) {
    if (name in given)
      throw new EdgeError(400, 'repeated_parameter', `${shown(name)} stands twice in the address.`);
    if (value.includes('\u0000'))
      throw new EdgeError(400, 'bad_parameter', `${shown(name)} holds a NUL character.`);
    given[name] = value;
  }
  const parsed = route.query.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : String(issue?.path[0] ?? '');
  const why =
    issue?.code === 'unrecognized_keys' ? 'is no parameter of this address' : (issue?.message ?? '');
  throw new EdgeError(400, 'bad_parameter', `${shown(name ?? '')}: ${why}`);
}

export function parseParams(route: Route, params: Record<string, string>): unknown {
  const decoded = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, decodedPath(value)]),
  );
  const parsed = route.params.safeParse(decoded);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

/** The form as it was typed. What it may not carry is refused, so nothing can be slipped in beside the fields. */
export async function parseForm(
  route: Route,
  request: Request,
): Promise<{ form: FormBody; files: ReadonlyMap<string, Upload> }> {
  const may = (name: string) => mayCarry(route.fields, name);
  if (route.upload) {
    const { fields, files } = await parseUpload(request, route.upload);
    return { form: formOf(fields, may), files };
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (route.fromElsewhere && type === 'multipart/form-data') {
    // A mailbox provider writes its one field like this (RFC 8058). No part of it is a file to us.
    const { fields } = await parseUpload(request, { field: '', maxBytes: 0 });
    return { form: formOf(fields, may), files: noFiles };
  }
  const body = await limitedText(request);
  if (body === '') return { form: {}, files: noFiles };
  if (type !== 'application/x-www-form-urlencoded') {
    throw new EdgeError(415, 'wrong_type', 'A form is sent as application/x-www-form-urlencoded.');
  }
  return { form: formOf(new URLSearchParams(body), may), files: noFiles };
}

function mayCarry(fields: readonly string[], name: string): boolean {
  if (name === '__proto__') return false;
  return fields.some((field) => (field.endsWith('*') ? name.startsWith(field.slice(0, -1)) : field === name));
}

async function limitedText(request: Request): Promise<string> {
  const bytes = await limitedBytes(request, formLimitBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new EdgeError(400, 'malformed_text', 'This form is damaged: it is not written in UTF-8.');
  }
}

/** A name from outside, short and harmless enough to be repeated in a sentence. */
function shown(name: string): string {
  return name.replace(/[^\w.-]/g, '').slice(0, 40) || 'A parameter';
}
