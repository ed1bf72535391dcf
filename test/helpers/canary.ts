import { sql } from 'kysely';
import type { Db } from '../../src/platform/db/open.ts';
import { bareApp, origin } from './bare-app.ts';
import { cells } from './cells.ts';
import type { Town } from './db.ts';
import type { Somebody, Things } from './things.ts';

const schemas = [
  'network',
  'people',
  'areas',
  'register',
  'interchange',
  'hub',
  'support',
  'neighbours',
  'duplicates',
  'platform',
];

/** Words of ours that stand in columns of text: what is not one of them never comes in. */
const codes = new Set([
  ...['kind', 'state', 'status', 'level', 'freshness', 'role', 'purpose', 'strength', 'scheme', 'actor_kind'],
  ...['language', 'languages', 'legal_form', 'themes', 'people_served', 'access', 'days', 'way_in', 'shown'],
  ...['code', 'area_code', 'inner_code', 'outcode', 'next', 'task', 'source', 'file_names', 'holidays'],
]);

export interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly type: 'text' | 'text[]';
  readonly privacy: string;
}

/** Every column that holds what somebody wrote, with its class of privacy. */
export async function textColumns(owner: Db): Promise<TextColumn[]> {
  const { rows } = await sql<TextColumn>`
    select format('%s.%s', nspname, relname) as table, attname as column, format_type(atttypid, atttypmod) as type,
      split_part(col_description(pg_class.oid, attnum), ':', 1) as privacy
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where nspname = any(${schemas}) and relkind = 'r' and attnum > 0 and not attisdropped and relname <> 'migration'
      and atttypid in ('text'::regtype, 'text[]'::regtype)
    order by 1, 2`.execute(owner);
  return rows.filter(({ column }) => !codes.has(column));
}

/** Writes into every row of a column what `say` makes of it, where its own rules let that in. */
export async function overwrite(
  owner: Db,
  { table, column, type }: TextColumn,
  word: string,
): Promise<boolean> {
  const each = sql`${word}::text || left(md5(random()::text), 6)`;
  const value = type === 'text' ? each : sql`array[${each}]`;
  const written = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}`.execute(owner);
  return written.then(
    () => true,
    () => false,
  );
}

/** Would run in a page that does not escape it, in a template that fills itself, and in a header. */
export const canary = `"><svg onload=window.__x=1>{{7*7}}\${7*7}'--%0d%0a`;

export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What somebody is answered at each address that takes a GET, and at some that ask for a word. */
export async function everything(
  town: Town,
  there: Things,
  { who, asked: word }: { who: Somebody | 'nobody'; asked: string },
): Promise<Answer[]> {
  const app = bareApp(town);
  const cookie = who === 'nobody' ? {} : { cookie: `s=${(await town.signedIn(there.people[who])).token}` };
  const headers = { ...cookie, host: 'localhost:3000' };
  const asked = encodeURIComponent(word);
  const more = ['/search', '/map', '/api/v1/search'].flatMap((path) => [
    `${path}?q=${asked}`,
    `${path}?q=lamp`,
    `${path}?near=${asked}`,
    `${path}?q=svg`,
    `${path}?area=V01`,
  ]);
  const paths = cells(there).flatMap(({ method, path }) => (method === 'GET' ? [path] : []));

  return Promise.all(
    [
      ...paths,
      ...more,
      ...['/api/v1/suggest', '/register/similar'].map((path) => `${path}?q=lam`),
      `/sign-in?next=${asked}`,
    ].map(async (path) => {
      const first = await app.request(origin + path, { headers });
      const to = first.headers.get('location');
      const answer = to === null ? first : await app.request(new URL(to, origin).href, { headers });
      const type = answer.headers.get('content-type') ?? '';
      return { path, status: answer.status, type, body: await answer.text() };
    }),
  );
}
