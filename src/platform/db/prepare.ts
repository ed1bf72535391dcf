import { createHash } from 'node:crypto';
import type { PostgresPool } from 'kysely';
import type pg from 'pg';

/** A statement that begins with this has one good plan whatever the values are. */
const onePlan = '/* one plan */';

/** Texts are few, because values never become text; a bug that made many must not fill the server’s memory. */
const mostNames = 500;
type Names = Map<string, string>;

/**
 * Reads are prepared once for each connection, because planning a search takes longer than running it. What looks for
 * words is planned anew each time: the plan for a rare word is wrong for a common one.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const prepared = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const names: Names = new Map();
  return {
    async connect() {
      const client = await pool.connect();
      const known = prepared.get(client) ?? preparingClient(client, names);
      prepared.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function preparingClient(client: pg.PoolClient, names: Names): pg.PoolClient {
  function query(text: unknown, values: unknown): unknown {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, names) : undefined;
    return Reflect.apply(
      client.query,
      client,
      name === undefined ? [text, values] : [{ name, text, values }],
    );
  }
  return new Proxy(client, {
    get(target, key) {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function nameOf(text: string, names: Names): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  const isRead = /^\s*(?:select|with)\b/i.test(text) && !text.includes('@@');
  if (!(isRead || text.startsWith(onePlan)) || names.size >= mostNames) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** A list of codes or ids as PostgreSQL writes it: `{a,b,"two words"}`. Nothing in our lists is null. */
export function textArray(value: string): string[] {
  if (value === '{}') return [];
  if (!/["\\]/.test(value)) return value.slice(1, -1).split(',');
  const items = value.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return items.map((item) => (item.startsWith('"') ? item.slice(1, -1).replace(/\\(.)/g, '$1') : item));
}
