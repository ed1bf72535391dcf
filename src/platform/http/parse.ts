import { EdgeError, NotFound } from '../errors.ts';
import type { FormBody, Route, Upload } from './route.ts';
import { formOf, limitedBytes, withParts } from './uploads.ts';

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

interface Sent {
  readonly form: FormBody;
  readonly files: ReadonlyMap<string, Upload>;
}

/**
 * Hands over the form as it was typed; a file that came with it is there for as long as `work` lasts. What a form may not
 * carry is refused, so nothing can be slipped in beside the fields.
 */
export async function withForm<Result>(
  route: Route,
  request: Request,
  work: (sent: Sent) => Promise<Result>,
): Promise<Result> {
  if (route.method !== 'POST') return work({ form: {}, files: noFiles });
  const may = (name: string) => mayCarry(route.fields, name);
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  // A mailbox provider writes its one field in parts (RFC 8058). None of them is a file to us.
  if (route.upload || (route.fromElsewhere && type === 'multipart/form-data')) {
    return withParts(request, route.upload ?? { maxBytes: 0 }, async ({ fields, files }) =>
      work({ form: formOf(fields, may), files }),
    );
  }
  const body = await limitedText(request);
  if (body === '') return work({ form: {}, files: noFiles });
  if (type !== 'application/x-www-form-urlencoded') {
    throw new EdgeError(415, 'wrong_type', 'A form is sent as application/x-www-form-urlencoded.');
  }
  return work({ form: formOf(new URLSearchParams(body), may), files: noFiles });
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
