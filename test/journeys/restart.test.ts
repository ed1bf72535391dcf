import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { folderForTest } from '../helpers/engine-folder.ts';
import { freePort, type Started, startServer } from './start.ts';

/** Enough that each waits longer than the stop takes to be heard, few enough that nobody is turned away. */
const visitors = 44;

interface Asked {
  openedAt: number;
  endedAt: number;
  /** All that came back until the end of the connection. */
  answer: string;
}

test('REL9 a restart under load breaks no answer to a request that was taken before', {
  timeout: 120_000,
}, async () => {
  const server = await startServer(folderForTest('data'), {
    port: await freePort(),
    JOINERY_NETWORK: 'empty',
  });
  const asked: Asked[] = [];
  const crowd = Array.from({ length: visitors }, (_, visitor) => askUntilItEnds(server, asked, visitor));
  await pause(3000);

  const toldAt = Date.now();
  server.child.kill('SIGTERM');
  const code = await new Promise<number | null>((resolve) => server.child.once('exit', resolve));
  await Promise.all(crowd);

  expect(code).toBe(0);
  expect(Date.now() - toldAt).toBeLessThan(15_000);
  const taken = asked.filter(({ openedAt }) => openedAt < toldAt);
  expect(taken.filter(({ endedAt }) => endedAt > toldAt).length).toBeGreaterThan(0);
  expect(taken.filter((one) => !isWhole(one)).map(({ answer }) => answer.slice(0, 200))).toEqual([]);
});

/** Each request on a connection of its own, another search each time, so that nothing kept answers it. */
async function askUntilItEnds({ url }: Started, asked: Asked[], visitor: number): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const one = { openedAt: 0, endedAt: 0, answer: '' };
    const isOver = await ask(url, `/search?q=lunch+${visitor}+${turn}`, one);
    if (isOver) return;
    asked.push({ ...one, endedAt: Date.now() });
  }
}

/** True when nobody is there any more. */
function ask(url: string, path: string, one: Asked): Promise<boolean> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      one.openedAt = Date.now();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      one.answer += text;
    });
    socket.on('error', () => resolve(one.openedAt === 0));
    socket.on('end', () => resolve(false));
  });
}

/** A page to its last byte, or a clear word to come back. */
function isWhole({ answer }: Asked): boolean {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  const status = /^HTTP\/1\.1 (\d+)/.exec(head)?.[1];
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  const isAllThere = length === undefined ? /\r\n0$|^0$|<\/html>/.test(body) : body.length === Number(length);
  return (status === '200' || status === '503') && isAllThere;
}
