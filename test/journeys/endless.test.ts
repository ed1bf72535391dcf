import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { folderForTest } from '../helpers/engine-folder.ts';
import { freePort, type Started, startServer } from './start.ts';

const mega = 2 ** 20;
const atOnce = 10;
const whole = 200 * mega;

test('REL17 bodies of 200 MB are refused while they come, and cost no memory', {
  timeout: 60_000,
}, async () => {
  const server = await startServer(folderForTest(), { port: await freePort(), JOINERY_NETWORK: 'empty' });
  const form = 'application/x-www-form-urlencoded';
  const file = 'multipart/form-data; boundary=edge';
  const before = residentBytes(server);
  const memory = watch(server);

  const sent = await Promise.all(
    Array.from({ length: atOnce }, (_, number) => [
      send(server, { type: form, announced: number % 2 === 0 }),
      send(server, { type: file, announced: number % 2 === 0 }),
    ]).flat(),
  );

  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([413]));
  expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeLessThan(30 * mega);
  expect(memory.peak() - before).toBeLessThan(100 * mega);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  await server.ended;
});

interface Sent {
  /** 0 when the line was cut without an answer. */
  readonly status: number;
  /** How many were taken before that. */
  readonly bytes: number;
}

/** Sends on for as long as somebody takes it. */
function send(server: Started, { type, announced }: { type: string; announced: boolean }): Promise<Sent> {
  const part = Buffer.alloc(64 * 1024, 'a');
  const headers = {
    ...{ origin: server.url, 'content-type': type },
    ...(announced ? { 'content-length': whole } : {}),
  };
  return new Promise((resolve) => {
    let bytes = 0;
    let status = 0;
    const sending = request(`${server.url}/sign-in`, { method: 'POST', headers }, (answer) => {
      status = answer.statusCode ?? 0;
      sending.destroy();
    });
    sending.on('error', () => undefined);
    sending.once('close', () => resolve({ status, bytes }));
    function more(): void {
      while (bytes < whole && !sending.destroyed) {
        bytes += part.length;
        if (!sending.write(part)) {
          sending.once('drain', more);
          return;
        }
      }
    }
    more();
  });
}

function residentBytes({ child }: Started): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

function watch(server: Started): { peak(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(server));
  }, 20);
  return {
    peak() {
      clearInterval(timer);
      return peak;
    },
  };
}
