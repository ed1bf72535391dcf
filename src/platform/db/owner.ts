import type pg from 'pg';
import { newClient } from '../engine/client.ts';
import { giveWay } from '../give-way.ts';

export interface Manner {
  /** When it comes the connection is cut, which fails the statement it runs. */
  readonly signal?: AbortSignal | undefined;
  /** Whoever waits for a page comes first. Only for a server of ours, whose processes run on this machine. */
  readonly behind?: boolean | undefined;
}

/** One connection of the owner login, for work on whole tables. It waits as long as that takes. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
  { signal, behind = false }: Manner = {},
): Promise<T> {
  signal?.throwIfAborted();
  const client = newClient(ownerUrl);
  await client.connect();
  const cut = () => void client.end();
  signal?.addEventListener('abort', cut);
  try {
    if (behind) await stepBehind(client);
    return await work(client);
  } finally {
    signal?.removeEventListener('abort', cut);
    await client.end();
  }
}

/** The same, as one transaction. */
export function inOwnersTransaction<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
  manner?: Manner,
): Promise<T> {
  return asOwner(
    ownerUrl,
    async (client) => {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    },
    manner,
  );
}

async function stepBehind(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  for (const { pid } of rows) giveWay(pid);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The same login at another database of the same server. */
export function atDatabase(url: string, database: string): string {
  return url.replace(/^([^?]*\/)[^/?]*/, `$1${encodeURIComponent(database)}`);
}
