import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { guardedEgress } from '../../src/platform/egress/egress.ts';
import type { Egress } from '../../src/platform/egress/words.ts';

export interface LocalServer {
  port: number;
  /** As the outside would call it: `http://feeds.test:PORT/…` */
  at(path: string, name?: string): string;
  /** What was asked of it, in order. */
  asked: { path: string; headers: Record<string, unknown> }[];
  close(): Promise<void>;
}

/** A server of this test, on this machine. */
export async function localServer(answer: RequestListener): Promise<LocalServer> {
  const asked: LocalServer['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: { ...request.headers } });
    answer(request, response);
  });
  return listening(server, asked);
}

/** One that speaks bytes, for what a server of HTTP would never say. */
export async function rawServer(bytes: string): Promise<LocalServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes));
  });
  return listening(server, []);
}

async function listening(
  server: Server | ReturnType<typeof createTcpServer>,
  asked: LocalServer['asked'],
): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const { port }: AddressInfo = address;
  return {
    port,
    asked,
    at: (path, name = 'feeds.test') => `http://${name}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The open web in which these servers, and no others, stand under names that end in `.test`. */
export function egressTo(...servers: readonly LocalServer[]): Egress {
  const ports = new Set(servers.map((server) => server.port));
  return guardedEgress({
    resolve: async (name) => (name.endsWith('.test') ? ['127.0.0.1'] : []),
    mayReach: ({ address, port }) => address === '127.0.0.1' && ports.has(port),
  });
}
