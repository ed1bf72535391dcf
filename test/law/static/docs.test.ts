import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const slices = readdirSync('src/slices');

test('every slice has a README of 10 to 25 lines', () => {
  const wrong = slices
    .map((slice) => `src/slices/${slice}/README.md`)
    .map((path) => ({ path, lines: existsSync(path) ? lines(path) : 0 }))
    .filter((file) => file.lines < 10 || file.lines > 25);

  expect(wrong).toEqual([]);
});

test('every slice has words and permits', () => {
  const missing = slices.flatMap((slice) =>
    ['words', 'permits']
      .filter((room) => !existsRoom(`src/slices/${slice}/${room}`))
      .map((room) => `${slice}/${room}`),
  );

  expect(missing).toEqual([]);
});

test('every slice and every floor of the platform is in ARCHITECTURE.md', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const parts = [...slices, ...readdirSync('src/platform').map((name) => name.replace(/\..*$/, ''))];

  expect([...new Set(parts)].filter((part) => !text.includes(`\`${part}\``))).toEqual([]);
});

test('decisions are numbered without a gap, and short', () => {
  const names = readdirSync('decisions')
    .filter((name) => name.endsWith('.md'))
    .sort();

  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  expect(names.filter((name) => lines(`decisions/${name}`) > 40)).toEqual([]);
});

test('the front door keeps its size', () => {
  const most = { 'README.md': 80, 'ARCHITECTURE.md': 150, 'STYLE.md': 250, 'CONTRIBUTING.md': 60 };
  const long = Object.entries(most).filter(([path, limit]) => lines(path) > limit);

  expect(long).toEqual([]);
});

function existsRoom(path: string): boolean {
  return existsSync(`${path}.ts`) || existsSync(`${path}.tsx`) || existsSync(path);
}

function lines(path: string): number {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}
