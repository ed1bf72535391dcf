import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { refuseTakenPort } from './port.ts';

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
