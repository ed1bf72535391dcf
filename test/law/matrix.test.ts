import { expect, test } from 'vitest';
import { bareApp, origin } from '../helpers/bare-app.ts';
import { absent, cells } from '../helpers/cells.ts';
import { dbTest, type Town } from '../helpers/db.ts';
import { type Somebody, type Things, things } from '../helpers/things.ts';

/** Who asks; one has not shown a second key, and the two last ones lose their place after they signed in. */
const people = [
  'nobody',
  'passer-by',
  'admin of A',
  'admin of B',
  'centre A',
  'centre B',
  'admin of centre A',
  'coordinator',
  'centre A by mail',
  'gone from A',
  'ended session',
] as const;
type Who = (typeof people)[number];

const table = new Map<string, string[]>();

for (const who of people) {
  dbTest(
    `what ${who} is answered is what the table says`,
    async (town) => {
      const there = await things(town);
      const ask = await asker(town, there, who);

      for (const { name, method, path, form } of cells(there)) {
        const { status } = await ask(method, path, form);
        table.set(name, [...(table.get(name) ?? []), String(status)]);
      }

      expect([...table.values()].flat().filter((status) => status >= '500')).toEqual([]);
    },
    { timeout: 90_000 },
  );
}

/** Reviewed as a diff: whoever is let in somewhere new shows in it. */
test('who is answered what, route by route, is written down', async () => {
  const width = Math.max(...[...table.keys()].map((name) => name.length));
  const columns = people.map((_, at) => String.fromCharCode(97 + at));
  const lines = [
    ...people.map((who, at) => `${columns[at]}  ${who}`),
    '',
    `${''.padEnd(width)}  ${columns.map((column) => ` ${column} `).join(' ')}`,
    ...[...table].map(([name, statuses]) => `${name.padEnd(width)}  ${statuses.join(' ')}`),
  ];

  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('matrix.txt');
});

test('whoever has gone is a passer-by at once, and an ended session is nobody', () => {
  expect(column('gone from A')).toEqual(column('passer-by'));
  expect(column('ended session')).toEqual(column('nobody'));
});

test('without a second key a centre’s worker opens nothing that a passer-by does not', () => {
  const [mailed, passing] = [people.indexOf('centre A by mail'), people.indexOf('passer-by')];
  const more = [...table].filter(
    ([, row]) => !refused.has(row[mailed] ?? '') && refused.has(row[passing] ?? ''),
  );

  expect(more).toEqual([]);
});

test('nobody but the people of A, its centre and the hub is let in where somebody has to be', () => {
  const strangers: Who[] = ['nobody', 'passer-by', 'admin of B', 'centre B', 'centre A by mail'];
  const inside = [...table].filter(
    ([name]) =>
      named(['centres', 'claims', 'suggestions', 'appeals'], name) &&
      // The roles that a centre’s groups share with everybody, and where anybody asks a centre.
      !name.endsWith('/volunteering.jsonld') &&
      !name.endsWith('/ask'),
  );

  const let_in = inside.filter(([, row]) =>
    strangers.some((who) => !refused.has(row[people.indexOf(who)] ?? '')),
  );

  expect(inside.length).toBeGreaterThan(12);
  expect(let_in).toEqual([]);
});

for (const who of ['nobody', 'passer-by', 'admin of B', 'centre B'] as const) {
  dbTest(`to ${who} what is not public looks like what is not there`, async (town) => {
    const there = await things(town);
    const ask = await asker(town, there, who);
    const hidden = [
      there.waiting,
      there.refused,
      there.retiredService,
      there.claim,
      there.suggestion,
      there.appeal,
      there.waitingRole,
    ];
    const asked = cells(there).filter(
      ({ method, path }) => method === 'GET' && hidden.some((id) => path.includes(id)),
    );

    const seen = await Promise.all(
      asked
        .filter(({ name }) => !name.includes('/centres/'))
        .map(async ({ path, form }) => {
          const nowhere = hidden.reduce((text, id) => text.replaceAll(id, absent), path);
          const [there_, nothing] = [await ask('GET', path, form), await ask('GET', nowhere, form)];
          const body = hidden.reduce((text, id) => text.replaceAll(id, absent), await there_.text());
          return there_.status === nothing.status && body === (await nothing.text()) ? 'alike' : path;
        }),
    );

    expect(new Set(seen)).toEqual(new Set(['alike']));
    expect(seen.length).toBeGreaterThan(10);
  });
}

const refused = new Set(['401', '403', '404']);

function named(words: readonly string[], name: string): boolean {
  return words.some((word) => name.includes(` /${word}/`));
}

function column(who: Who): string[] {
  return [...table].map(([name, row]) => `${name} ${row[people.indexOf(who)]}`);
}

async function asker(town: Town, there: Things, who: Who) {
  const app = bareApp(town);
  const headers = { ...(await cookieOf(town, there, who)), origin, host: 'localhost:3000' };
  let asked = 0;
  return async (method: string, path: string, form: Record<string, string>) => {
    asked += 1;
    // Each request comes from somewhere else, as far as counting how often is concerned.
    const incoming = { socket: { remoteAddress: `10.${people.indexOf(who)}.0.${asked}` } };
    const body = method === 'GET' ? {} : { body: new URLSearchParams(form) };
    return app.request(origin + path, { method, headers, ...body }, { incoming });
  };
}

function personOf(who: Exclude<Who, 'nobody'>): Somebody {
  if (who === 'ended session') return 'admin of A';
  return who === 'centre A by mail' ? 'centre A' : who;
}

async function cookieOf(town: Town, there: Things, who: Who): Promise<{ cookie?: string }> {
  if (who === 'nobody') return {};
  const person = there.people[personOf(who)];
  const { token } = await town.signedIn(person, who === 'centre A by mail' ? 'ordinary' : 'strong');
  if (who === 'gone from A') {
    const ended = town.owner.updateTable('register.position').set({ until_at: new Date() });
    await ended.where('id', '=', there.goneFrom).execute();
  }
  if (who === 'ended session') {
    await town.owner.updateTable('people.session').set({ ended_at: new Date() }).execute();
  }
  return { cookie: `s=${token}` };
}
