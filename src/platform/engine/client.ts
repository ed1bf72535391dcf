import pg from 'pg';

/** A connection of its own, not yet made. When it breaks, the statement that it runs fails, which is where it is dealt with. */
export function newClient(url: string, more: pg.ClientConfig = {}): pg.Client {
  const client = new pg.Client({ connectionString: url, ...more });
  client.on('error', () => undefined);
  return client;
}
