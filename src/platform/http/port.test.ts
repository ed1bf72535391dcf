import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { letInWhoCame, refuseTakenPort } from './port.ts';

test('a port that another program has is named before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  await expect(refuseTakenPort(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is used by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
  );

  await new Promise((closed) => other.close(closed));
  await expect(refuseTakenPort(port, '127.0.0.1')).resolves.toBeUndefined();
});

test('an address that is not of this machine is said to be none', async () => {
  await expect(refuseTakenPort(0, '192.0.2.1')).rejects.toThrow('192.0.2.1 is no address of this machine.');
});

test('whoever came before the port is closed is let in', async () => {
  const server = createServer((socket) => socket.end('welcome'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const heard = Array.from({ length: 30 }, () => whatIsHeard(port));

  await letInWhoCame(server);
  server.close();

  expect(new Set(await Promise.all(heard))).toEqual(new Set(['welcome']));
});

/** The system makes the connection at once; the server only learns of it at its next turn. */
async function whatIsHeard(port: number): Promise<string> {
  let text = '';
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.on('data', (piece: string) => {
    text += piece;
  });
  await once(socket, 'close').catch(() => undefined);
  return text;
}
