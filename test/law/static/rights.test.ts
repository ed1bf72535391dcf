/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { isTest, sources } from './sources.ts';

interface Printed {
  what: string;
  who: string;
}

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../../src/slices/*/permits.ts', '../../../src/slices/*/permits/*.ts'],
  { eager: true },
);

/** The table of rights in the docs is printed from the permits, so it cannot tell anything else. */
test('docs/rights.md is what the permits say', async () => {
  const slices = new Map<string, unknown[]>();
  for (const [path, permits] of Object.entries(modules)) {
    const slice = /slices\/([^/]+)\//.exec(path)?.[1] ?? '';
    slices.set(slice, [...(slices.get(slice) ?? []), ...Object.values(permits)]);
  }
  const sections = [...slices]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([slice, permits]) => {
      const rows = permits.filter(isPermit).map((one) => `| ${one.what} | ${one.who} |`);
      return [`## ${slice}`, '', '| May … | Who |', '|---|---|', ...rows.sort(), ''].join('\n');
    });
  const head =
    '# Who may do what\n\nPrinted from the `permits.ts` of each slice. What is not here is refused.\n\n';

  await expect(head + sections.join('\n')).toMatchFileSnapshot('../../../docs/rights.md');
});

test('every permit is asked somewhere, so the table promises nothing that is not kept', () => {
  const asking = sources('src').filter((file) => !/\/permits(\.ts|\/)/.test(file.path) && !isTest(file.path));
  const names = Object.values(modules).flatMap((permits) =>
    Object.keys(permits).filter((name) => isPermit(permits[name])),
  );

  expect(names.filter((name) => !asking.some((file) => new RegExp(`\\b${name}\\b`).test(file.text)))).toEqual(
    [],
  );
});

function isPermit(value: unknown): value is Printed {
  return typeof value === 'function' && 'what' in value && 'who' in value;
}
