import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTest, roomOf, sliceOf, sources } from './sources.ts';

const files = sources('src/slices').filter((file) => !isTest(file.path));
const schemas =
  'network|people|areas|loops|register|directory|notifications|interchange|hub|support|duplicates|referrals|privacy|neighbours|volunteering|platform';
const views = new Set(
  readdirSync('db/migrations').flatMap((name) => {
    const text = readFileSync(`db/migrations/${name}`, 'utf8');
    return [...text.matchAll(/create view (\w+\.\w+)/g)].map((found) => found[1] ?? '');
  }),
);

/** Tables named after a word of SQL or a method of Kysely. */
function named(text: string, words: string): string[] {
  const sql = new RegExp(`(?:${words})\\s+((?:${schemas})\\.\\w+)`, 'gi');
  return [...text.matchAll(sql)].map((found) => found[1] ?? '');
}

function called(text: string, methods: string): string[] {
  const call = new RegExp(`\\.(?:${methods})\\(\\s*'((?:${schemas})\\.\\w+)`, 'g');
  return [...text.matchAll(call)].map((found) => found[1] ?? '');
}

function writes(text: string): string[] {
  return [
    ...named(text, 'insert into|update|delete from|truncate|copy'),
    ...called(text, 'insertInto|updateTable|deleteFrom|mergeInto'),
  ].filter((table) => !/^\w+\.\w+\($/.test(table));
}

function reads(text: string): string[] {
  return [
    ...named(text, 'from|join').filter((table) => !text.includes(`${table}(`)),
    ...called(text, 'selectFrom|innerJoin|leftJoin'),
  ];
}

test('only actions change data, and only their own schema', () => {
  const wrong = files.flatMap((file) =>
    writes(file.text)
      .filter((table) => roomOf(file.path) !== 'actions' || table.split('.')[0] !== sliceOf(file.path))
      .map((table) => `${file.path} writes ${table}`),
  );

  expect(wrong).toEqual([]);
});

test('the data of another slice is read through the views it publishes', () => {
  const wrong = files.flatMap((file) =>
    reads(file.text)
      .filter((table) => table.split('.')[0] !== sliceOf(file.path))
      .filter((table) => !views.has(table) && table !== 'platform.event')
      .map((table) => `${file.path} reads ${table}`),
  );

  expect(wrong).toEqual([]);
});

test('no slice asks the database what time it is', () => {
  const wrong = files.filter((file) =>
    /\bnow\(\)|current_timestamp|clock_timestamp/i.test(withoutCode(file.text)),
  );

  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('no slice takes the time, the environment, the network or chance from outside ctx', () => {
  const forbidden = /new Date\(\)|Date\.now\(|process\.env|\bfetch\(|Math\.random\(|randomBytes|randomUUID/;
  const wrong = files.filter((file) => forbidden.test(file.text));

  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('no text becomes SQL outside the sql template', () => {
  const wrong = sources('src').filter((file) => /sql\.raw|sql\.lit\(/.test(file.text) && !isTest(file.path));

  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('no connection that breaks ends the program: all are made where somebody hears of it', () => {
  const wrong = sources('src').filter((file) => /new pg\.Client\(/.test(file.text) && !isTest(file.path));
  const pools = sources('src').filter((file) => /new pg\.Pool\(/.test(file.text) && !isTest(file.path));

  expect(wrong.map((file) => file.path)).toEqual(['src/platform/engine/client.ts']);
  expect(pools.map((file) => file.path)).toEqual(['src/platform/db/open.ts']);
});

test('no shell is started, and no page sets HTML', () => {
  const wrong = sources('src').filter((file) =>
    /\bexecSync?\(|shell:\s*true|dangerouslySetInnerHTML|innerHTML/.test(file.text),
  );

  expect(wrong.map((file) => file.path).filter((path) => !isTest(path))).toEqual([]);
});

/** `words.now()` is ours; in SQL it would stand in a template. */
function withoutCode(text: string): string {
  return [...text.matchAll(/sql(?:<[^`]*>)?`[^`]*`/g)].map((found) => found[0]).join('\n');
}
