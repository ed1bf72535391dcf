import { expect, test } from 'vitest';
import { counts } from '../metrics.ts';
import { carrying } from './load.ts';

const page = 'http://localhost:3000/search';

test('REL10 more than can be answered in good time are turned away at once, and health is not', async () => {
  const { fetch, release } = slowly();
  const turnedAway = counts.turnedAway;

  const taken = [fetch(new Request(page)), fetch(new Request(page))];
  const surplus = await fetch(new Request(page));
  const health = fetch(new Request('http://localhost:3000/healthz'));
  release();

  expect(surplus.status).toBe(503);
  expect(Number(surplus.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await surplus.text()).toContain('Busy just now.');
  expect((await Promise.all([...taken, health])).map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(counts.turnedAway).toBe(turnedAway + 1);

  expect((await fetch(new Request(page))).status).toBe(200);
});

test('an answer that failed makes room for the next one', async () => {
  const { fetch } = carrying(() => Promise.reject(new Error('a bug')), { mostAtOnce: 1 });

  await expect(fetch(new Request(page))).rejects.toThrow('a bug');
  await expect(fetch(new Request(page))).rejects.toThrow('a bug');
});

test('REL9 whoever leaves is not ready any more, and finishes what was begun', async () => {
  const carried = slowly();
  let isIdle = false;

  const begun = carried.fetch(new Request(page));
  carried.leave();
  const idle = carried.idle().then(() => {
    isIdle = true;
  });

  expect((await carried.fetch(new Request('http://localhost:3000/readyz'))).status).toBe(503);
  expect(isIdle).toBe(false);
  carried.release();
  expect((await begun).status).toBe(200);
  await idle;
});

function slowly() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const carried = carrying(
    async () => {
      await released;
      return new Response('here');
    },
    { mostAtOnce: 2 },
  );
  return { ...carried, release };
}
