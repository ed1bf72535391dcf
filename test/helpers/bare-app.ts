import { serve } from '@hono/node-server';
import { makeApp } from '../../src/app.ts';
import { networkWords } from '../../src/platform/http/context.ts';
import { staticFiles } from '../../src/platform/http/files.ts';
import type { Town } from './db.ts';

export const origin = 'http://localhost:3000';

/** The whole site without a browser of ours before it; `built` with its style sheet and scripts. */
export function bareApp({ source }: Town, { built = false } = {}) {
  const bare = { files: new Map(), assets: { stylesheet: '/joinery.css', scripts: {} } };
  const { files, assets } = built ? staticFiles() : bare;
  return makeApp({ ...source, words: networkWords(source), trustedProxy: '', files, assets });
}

/** The same behind a port of this machine, for a real browser. */
export async function serveTown(town: Town): Promise<{ url: string; close(): Promise<void> }> {
  const app = bareApp(town, { built: true });
  return new Promise((open) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      open({
        url: `http://localhost:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}
