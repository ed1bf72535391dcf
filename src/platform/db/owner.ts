import type pg from 'pg';
import { newClient } from '../engine/client.ts';

/**
 * One connection of the owner login, for work on whole tables. It waits as long as that takes; when the signal comes
 * the connection is cut, which fails the statement it runs.
 */
export async function asOwner<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const client = newClient(ownerUrl);
  await client.connect();
  const cut = () => void client.end();
  signal?.addEventListener('abort', cut);
  try {
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
  signal?: AbortSignal,
): Promise<T> {
  return asOwner(
    ownerUrl,
    async (client) => {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    },
    signal,
  );
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The same login at another database of the same server. */
export function atDatabase(url: string, database: string): string {
  return url.replace(/^([^?]*\/)[^/?]*/, `$1${encodeURIComponent(database)}`);
}
