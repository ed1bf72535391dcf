import pg from 'pg';

/** One connection of the owner login, for work on whole tables. It waits as long as that takes. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that breaks fails the statement it was running, which is where it is dealt with.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same, as one transaction. */
export function inOwnersTransaction<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
