import { expect, test } from 'vitest';
import { routes } from '../../../src/app.ts';
import { openapi } from '../../../src/platform/http/openapi.ts';

/** The file is reviewed as a diff: a new address, or another "who", shows. */
test('every address, its method and who may come in is written down', async () => {
  const lines = routes.map((route) => `${route.method.padEnd(5)}${route.path.padEnd(58)} ${route.who}`);

  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../routes.txt');
});

test('every route says who, and has a shape for what it takes', () => {
  const bare = routes.filter((route) => route.who === '' || !route.params || !route.query);

  expect(bare.map((route) => route.path)).toEqual([]);
});

test('no address is answered twice', () => {
  const names = routes.map((route) => `${route.method} ${route.path}`);

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('the promise to strangers matches the file; what it held before is still there', async () => {
  const document = openapi(routes, 'http://localhost:3000');

  await expect(`${JSON.stringify(document, null, 1)}\n`).toMatchFileSnapshot('../../../docs/openapi.json');
});
