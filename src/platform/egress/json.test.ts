import { afterAll, expect, test } from 'vitest';
import { jsonReader } from './json.ts';

const reader = jsonReader();
afterAll(() => reader.close());

function read(text: string | Uint8Array): Promise<unknown> {
  return reader.read(typeof text === 'string' ? Buffer.from(text) : text, 'Page 1').catch(String);
}

test('what strangers send is read, with a byte order mark and with odd keys', async () => {
  expect(await read('\uFEFF{"a":[1,"[[[{{{"]}')).toEqual({ a: [1, '[[[{{{'] });
  expect(Object.keys(Object(await read('{"__proto__":{"x":1}}')))).toEqual(['__proto__']);
  expect(Object(await read('{}')).x).toBeUndefined();
});

test('what is broken, nested or far too much gets a sentence', async () => {
  expect(await read('[1')).toBe('NotReached: Page 1 is no JSON.');
  expect(await read('')).toBe('NotReached: Page 1 is no JSON.');
  expect(await read(Buffer.from('["caf\xe9"]', 'latin1'))).toBe(
    'NotReached: Page 1 is not written in UTF-8.',
  );
  expect(await read('['.repeat(200_000))).toBe('NotReached: Page 1 is nested more than 20 deep.');
  expect(await read(`[${'0,'.repeat(600_000)}0]`)).toBe('NotReached: Page 1 holds far too much at once.');
});

test('a thread that is slow is killed, and the next one works', async () => {
  const hurried = jsonReader({ mostMs: 1 });
  const large = Buffer.from(JSON.stringify(Array.from({ length: 200_000 }, (_, at) => `${at}`)));

  expect(await hurried.read(large, 'Page 1').catch(String)).toBe(
    'NotReached: Page 1 takes too long to read.',
  );
  expect(await read('[2]')).toEqual([2]);
  await hurried.close();
});
