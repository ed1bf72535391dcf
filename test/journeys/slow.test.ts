import { connect } from 'node:net';
import { expect, inject, test } from 'vitest';

const slowOnes = 60;

test('REL11 who sends a request a byte at a time is told that it took too long, and keeps nobody waiting', {
  timeout: 90_000,
}, async () => {
  const url = inject('journeyUrl');
  const dripping = Array.from({ length: slowOnes }, () => drip(url));

  const page = await fetch(`${url}/search?q=lunch`);
  expect(page.status).toBe(200);

  const answers = await Promise.all(dripping);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['408']));
  expect(Math.max(...answers.map(({ seconds }) => seconds))).toBeLessThan(40);
});

/** Headers that never end; answers with what was said in the end, and after how long. */
function drip(url: string): Promise<{ status: string | undefined; seconds: number }> {
  const { hostname, port, host } = new URL(url);
  const from = Date.now();
  let said = '';
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(`GET /search HTTP/1.1\r\nHost: ${host}\r\n`);
    });
    const timer = setInterval(() => socket.write('x'), 1000);
    socket.on('data', (text) => {
      said += String(text);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ status: /^HTTP\/1\.1 (\d+)/.exec(said)?.[1], seconds: (Date.now() - from) / 1000 });
    });
  });
}
