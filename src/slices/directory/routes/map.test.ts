import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { z } from 'zod';
import { bareApp, origin } from '../../../../test/helpers/bare-app.ts';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { manyPlaces } from '../../../../test/helpers/many-places.ts';
import { type SmallTown, smallTown } from '../../../../test/helpers/small-town.ts';
import { directory } from '../urls.ts';
import { pointsMax } from './map.ts';

const Answer = z.object({
  things: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      name: z.string(),
      url: z.string(),
      places: z.array(
        z.object({ lat: z.number(), lon: z.number(), band: z.boolean(), words: z.string(), far: z.string() }),
      ),
    }),
  ),
  squares: z.array(z.object({ lat: z.number(), lon: z.number(), count: z.number() })),
  total: z.number().nullable(),
  nowhere: z.number().nullable(),
  places: z.number(),
  words: z.string(),
});

type Words = Parameters<typeof directory.points>[0];

async function pointsOf(browser: Client, words: Words = {}) {
  return Answer.parse((await browser.get(directory.points(words))).json());
}

/** Every id of the list, page by page to its end. */
async function listOf(browser: Client, words: Words): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = directory.search(words); next !== undefined; ) {
    const page = await browser.get(next);
    const isEmpty = page.root.querySelector('[data-list="results"]') === null;
    if (!isEmpty) ids.push(...page.list('results').map(({ id }) => id));
    next = page.root.querySelector('.pager a')?.getAttribute('href')?.replaceAll('&amp;', '&');
  }
  return ids;
}

const themes = ['food', 'company', 'money', 'gardens'];
const days = ['MO', 'TU', 'SA'];

/** Sixty groups and services with this and that, every seventh of them nowhere in particular. */
async function mixedTown(town: Town): Promise<SmallTown> {
  const made = await smallTown(town);
  for (let number = 0; number < 30; number += 1) {
    const area = number % 3 === 0 ? 'V02' : 'V01';
    const at = { east: (number % 6) * 700 - 1500, north: Math.floor(number / 6) * 600 - 1200 };
    const group = await made.group({
      ...{ name: `Group ${number}`, summary: number % 2 === 0 ? 'Lunch for all.' : 'Help with forms.', area },
      themes: [themes[number % themes.length] ?? 'food'],
      people: number % 4 === 0 ? ['older'] : [],
      shown: number % 5 === 0 ? 'area' : 'public',
      freshness: number % 11 === 0 ? 'none' : 'ok',
      ...(number % 7 === 0 ? {} : { at }),
    });
    await made.service({
      ...{ of: group, name: `Service ${number}`, summary: 'Come along for lunch.', area },
      ...{ days: [days[number % days.length] ?? 'MO'], opens: '10:00', closes: '12:00' },
      themes: [themes[(number + 1) % themes.length] ?? 'food'],
      ...(number % 3 === 1 ? { at: { east: at.east + 300, north: at.north } } : {}),
    });
  }
  await town.owner
    .updateTable('register.service')
    .set({ open_to_volunteers: true })
    .where(sql<boolean>`name ~ '[05]$'`)
    .execute();
  await made.open();
  return made;
}

/** Mostly left out, so that what is asked for finds something more often than not. */
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const some = (codes: readonly string[]) => seldom(fc.subarray([...codes], { minLength: 1 }));
const question = fc.record({
  q: seldom(fc.constantFrom('lunch', 'lunhc', 'group 7', 'forms lunch', 'zeppelin')),
  near: seldom(fc.constantFrom('AV3 4QT', 'AV4 1AA', 'Hartlow', 'nowhere at all')),
  within_km: seldom(fc.constantFrom('0.8', '1.6', '500')),
  kind: some(['service', 'organisation', 'role']),
  theme: some(themes),
  people: some(['older']),
  when: some([...days, 'daytime', 'evening', 'weekend']),
  open_to: some(['volunteers']),
  area: seldom(fc.constantFrom('V01', 'V02', 'V0101', 'X99')),
  fresh: seldom(fc.constant('all')),
});

dbTest(
  'R16 whatever is asked for, the map has exactly what the list has, to its end',
  async (town) => {
    await mixedTown(town);
    const browser = await town.browser();
    let foundSome = 0;

    await fc.assert(
      fc.asyncProperty(question, async (words) => {
        const { things, total, nowhere } = await pointsOf(browser, words);
        const list = await listOf(browser, words);

        const onMap = new Set(things.map(({ id }) => id));
        expect(total).toBe(list.length);
        expect(list.filter((id) => !onMap.has(id))).toHaveLength(nowhere ?? -1);
        expect([...onMap].filter((id) => !list.includes(id))).toEqual([]);
        if (list.length > 0) foundSome += 1;
      }),
      { numRuns: 60, seed: 16 },
    );

    expect(foundSome).toBeGreaterThan(30);
  },
  { timeout: 120_000 },
);

dbTest('R16 what has no place is in the list and counted under the map', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Bread shelf', at: { east: 100, north: 0 } });
  await made.group({ name: 'Bread by post' });
  await made.open();
  const browser = await town.browser();

  const page = await browser.get(directory.map({ q: 'bread' }));
  const answer = await pointsOf(browser, { q: 'bread' });

  expect(page.list('results')).toHaveLength(2);
  expect(page.text).toContain('1 has no place on a map; the list has it.');
  expect(answer).toMatchObject({ total: 2, nowhere: 1, words: '1 has no place on a map; the list has it.' });
});

dbTest('R16 a thing with several places is at each of them, and says how far', async (town) => {
  const made = await smallTown(town);
  const group = await made.group({ name: 'Tables' });
  const lunch = await made.service({ of: group, name: 'Lunch', at: { east: 300, north: 0 } });
  const elsewhere = await made.service({ of: group, name: 'Supper', at: { east: 2000, north: 0 } });
  await town.owner
    .insertInto('register.service_location')
    .columns(['service_id', 'location_id'])
    .expression((q) =>
      q
        .selectFrom('register.service_location')
        .select([sql<string>`${lunch}::uuid`.as('service_id'), 'location_id'])
        .where('service_id', '=', elsewhere),
    )
    .execute();
  await made.open();

  const { things, places } = await pointsOf(await town.browser(), { q: 'lunch', near: 'AV3 4QT' });

  expect(places).toBe(2);
  expect(things[0]).toMatchObject({ name: 'Lunch', kind: 'Service', url: `/services/${lunch}/lunch` });
  expect(things[0]?.places.map(({ far }) => far).toSorted()).toEqual(['0.2 miles', '1.2 miles']);
});

dbTest(
  'R16 a hidden address is a square kilometre on the map, the same wherever in it one is',
  async (town) => {
    const made = await smallTown(town);
    await made.group({ name: 'Refuge one', shown: 'area', at: { east: 20, north: 20 } });
    await made.group({ name: 'Refuge two', shown: 'area', at: { east: 30, north: -30 } });
    await made.group({ name: 'Refuge three', shown: 'hidden', at: { east: 0, north: 0 } });
    await made.open();

    const { things, nowhere } = await pointsOf(await town.browser(), { q: 'refuge', near: 'AV3 4QT' });

    const [one, two] = things.map((thing) => thing.places);
    expect(one).toEqual([expect.objectContaining({ band: true, words: '', far: '1 mile or less' })]);
    expect(two).toEqual(one);
    expect(nowhere).toBe(1);
  },
);

dbTest('R16 of too many places the map is told how many are in each square', async (town) => {
  await manyPlaces(town, pointsMax + 500);
  const browser = await town.browser();

  const all = await pointsOf(browser);
  const words = await pointsOf(browser, { q: 'pantry' });
  const [largest] = all.squares;
  const { lat = 0, lon = 0 } = largest ?? {};
  const piece = await pointsOf(browser, {
    box: [lon - 0.004, lat - 0.002, lon + 0.004, lat + 0.002].join(','),
  });

  const sum = (squares: typeof all.squares) => squares.reduce((before, { count }) => before + count, 0);
  expect(all.things).toEqual([]);
  expect([sum(all.squares), all.places, all.total]).toEqual(Array(3).fill(pointsMax + 500));
  expect(all.squares.length).toBeLessThan(2000);
  expect(words.squares).toEqual(all.squares);
  expect(piece.squares).toEqual([]);
  expect(piece.places).toBeGreaterThan(0);
  expect(piece.places).toBeLessThan(pointsMax);
  expect([piece.total, piece.nowhere]).toEqual([null, null]);
});

dbTest('the ground of the map is GeoJSON, and who has it already is told so', async (town) => {
  await smallTown(town);
  const browser = await town.browser();

  const first = await browser.get(directory.ground());
  const tag = first.headers.get('etag') ?? '';
  const again = await bareApp(town).request(origin + directory.ground(), {
    headers: { 'if-none-match': tag },
  });

  expect(first.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('public, max-age=600');
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(first.json()).toMatchObject({
    type: 'FeatureCollection',
    features: [
      { properties: { kind: 'area', name: 'Eastlock' }, geometry: { type: 'MultiPolygon' } },
      { properties: { name: 'Hartlow' } },
      { properties: { name: 'Nine Elders' } },
    ],
  });
});

dbTest('whatever stands in the address of the map, it is answered', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Bread shelf', at: { east: 100, north: 0 } });
  await made.open();
  const browser = await town.browser();
  const odd = ['box=', 'box=1,2,3', 'box=a,b,c,d', 'box=-999,-999,999,999', 'box=1e308,0,1,1', 'box=0,0,0,0'];
  const others = [
    'near=%00',
    'q=%_%_',
    'within_km=x',
    `q=${'a'.repeat(9000)}`,
    'kind=',
    'after=x',
    'box=1&box=2',
  ];

  const answers = [];
  for (const words of [...odd, ...others]) answers.push((await browser.get(`/map/points?${words}`)).status);

  expect(new Set(answers)).toEqual(new Set([200]));
  expect((await pointsOf(browser, { box: '-999,-999,999,999' })).things).toHaveLength(1);
});
