import fc from 'fast-check';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { type SmallTown, smallTown } from '../../../../test/helpers/small-town.ts';

async function openTown(town: Town): Promise<SmallTown> {
  const made = await smallTown(town);
  await made.centre(
    { name: 'Eastlock Volunteer Centre', phone: '01632 960101', at: { east: -200, north: 100 } },
    [
      { area: 'V01', own: true },
      { area: 'V03', own: false },
    ],
  );
  const table = await made.group({
    name: 'Tuesday Table',
    summary: 'Company.',
    at: { east: 480, north: 0 },
    area: 'V02',
  });
  await made.service({
    ...{ of: table, name: 'Lunch club', summary: 'A hot lunch for anyone over 60.', people: ['older'] },
    ...{ days: ['TU'], opens: '12:00', closes: '14:00', themes: ['food'] },
  });
  await made.group({ name: 'Mending Mornings', summary: 'Bring a toaster.', at: { east: -900, north: 0 } });
  await made.open();
  return made;
}

dbTest('R15 "bs5 0ax", "BS50AX" and "BS5" all work; "BS5 0A" says what is wrong', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const nearest = async (near: string) => (await browser.get(`/search?near=${near}`)).list('results')[0];
  const wrong = await browser.get('/search?near=BS5 0A');

  expect(await nearest('bs5 0ax')).toMatchObject({ text: expect.stringContaining('0.1 miles') });
  expect((await nearest('BS50AX'))?.id).toBe((await nearest('BS5'))?.id);
  expect(wrong.status).toBe(200);
  expect(wrong.text).toContain(
    'BS5 0A is not a whole postcode. It ends in a number and two letters, like BS5 4QT.',
  );
});

dbTest('R15 a place written among the words is taken as one, and there is a way back', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  for (const q of ['lunch near bs5', 'lunch bs5 0ax', 'lunch Eastlock', 'eastlock lunch']) {
    const page = await browser.get(`/search?q=${q}`);
    expect([q, page.list('results').map(({ text }) => text.includes('miles Lunch club'))]).toEqual([
      q,
      [true],
    ]);
    expect(page.text).toContain('We looked for “lunch” near');
  }
  const taken = await browser.get('/search?q=lunch Eastlock');
  const back = taken.root.querySelectorAll('a').find((link) => link.text.includes('as words'));
  const asWords = await browser.get(back?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
  expect(asWords.root.querySelector('#q')?.getAttribute('value')).toBe('lunch Eastlock');

  const named = await browser.get('/search?q=eastlock volunteer centre');
  expect(named.text).not.toContain('We looked for');
  expect(named.list('results')[0]?.text).toContain('Eastlock Volunteer Centre');
  const { body } = await browser.get('/api/v1/search?q=lunch near bs5');
  expect(JSON.parse(body).meta.near.label).toBe('BS5');
});

dbTest('R15 what has thing and place in its name comes before what is only near', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Riding for the Disabled', at: { east: 100, north: 0 } });
  await made.group({
    name: 'Riding for the Disabled in Eastlock and district',
    at: { east: 9000, north: 0 },
  });
  for (let n = 0; n < 5; n += 1) {
    await made.group({ name: `Pony ${n}`, summary: 'Riding for the disabled.', at: { east: n, north: 0 } });
  }
  await made.open();
  const browser = await town.browser();
  const names: string[] = [];

  let next: string | undefined = '/api/v1/search?q=rideing+for+disabled+eastlock&limit=2';
  while (next) {
    const { items, meta } = JSON.parse((await browser.get(next)).body);
    names.push(...items.map(({ name }: { name: string }) => name));
    next = meta.next?.replace(/^https?:\/\/[^/]+/, '');
  }

  expect(names.slice(0, 2)).toEqual([
    'Riding for the Disabled in Eastlock and district',
    'Riding for the Disabled',
  ]);
  expect([names.length, new Set(names).size]).toEqual([7, 7]);
  const page = await browser.get('/search?q=riding+for+disabled+eastlock');
  expect(page.list('results')[0]?.text).toContain('in Eastlock and district');
});

dbTest('R15 only pages with “Near me” may ask the browser where it is', async (town) => {
  await openTown(town);
  const browser = await town.browser();
  const policy = async (path: string) => (await browser.get(path)).headers.get('permissions-policy');

  for (const path of ['/', '/search', '/map', '/areas/V01'])
    expect(await policy(path)).toContain('geolocation=(self)');
  for (const path of ['/register', '/embed/search', '/api/v1/search'])
    expect(await policy(path)).toContain('geolocation=()');
});

dbTest('R16 the pins of the map are the numbers of the list', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const list = await browser.get('/search?near=AV3 4QT');
  const map = await browser.get('/map?near=AV3 4QT&when=daytime');

  const pins = (page: typeof list) => page.root.querySelectorAll('.m-no').map((pin) => pin.textContent);
  expect(pins(list)).toEqual(['1', '2', '3', '4']);
  expect(map.list('results').map((entry) => entry.href)).toEqual([expect.stringContaining('/lunch-club')]);
  expect(pins(map)).toEqual(['1']);
});

dbTest('R17 a result over the border says so, and the borough is a filter one may add', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const all = await browser.get('/search?near=AV3 4QT');
  const own = await browser.submit(all, 'filter-results', { area: 'V01' });

  expect(all.text).toContain('over the border, in Hartlow');
  expect(own.list('results')).toHaveLength(2);
  expect(own.text).not.toContain('over the border');
});

dbTest('R122 any place names the centre that answers for it', async (town) => {
  await openTown(town);
  const browser = await town.browser();
  const front = await browser.get('/');

  const eastlock = await browser.submit(front, 'search', { near: 'AV3 4QT' });
  const elders = await browser.get('/search?near=Nine Elders');
  const hartlow = await browser.get('/search?near=AV4 1AA');

  expect(eastlock.text).toContain('Your centre: Eastlock Volunteer Centre, 01632 960101.');
  expect(elders.text).toContain('Nine Elders has no centre of its own');
  expect(hartlow.text).toContain('No centre answers for Hartlow yet, so the hub does.');
});

dbTest('R122 the front page lists every centre, and who covers a borough without one', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const front = await browser.get('/');

  expect(front.list('centres').map((line) => line.text)).toEqual([
    expect.stringMatching(/Eastlock Volunteer Centre .*Eastlock$/),
    expect.stringMatching(/^Nine Elders .*Eastlock Volunteer Centre answers for it$/),
    expect.stringContaining('The hub answers for it, until it has a centre'),
  ]);
  expect(front.list('near')).not.toHaveLength(0);
});

dbTest('every result says why it is here, where words were looked for', async (town) => {
  await openTown(town);
  const browser = await town.browser();
  const whys = async (words: string) =>
    (await browser.get(`/search?${words}`)).root
      .querySelectorAll('[data-list="results"] p.small.quiet')
      .map((line) => line.text);

  expect(await whys('q=lunch club')).toEqual(['Called this.']);
  expect(await whys('q=luncheon club')).toEqual(['Another word: “lunch club”.']);
  expect(await whys('q=toaster')).toEqual(['Speaks of: “toaster”.']);
  expect(await whys('q=toastr')).toEqual(['Spelling mended: “toaster”.']);
  expect(await whys('near=AV3 4QT')).toEqual([]);
});

dbTest('R14 nothing found offers words alike and counts the gap without a person', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const nothing = await browser.get('/search?q=astronaut&near=AV3 4QT');
  const told = await browser.submit(nothing, 'report-gap');

  expect(nothing.text).toContain('Nothing found for “astronaut”');
  expect(told.text).toContain('It is noted as a gap');
  const counted = await town.owner.selectFrom('directory.unmet_search').selectAll().execute();
  expect(counted).toEqual([
    { words: 'astronaut', area_code: 'V01', month: expect.any(String), times: 2, asked_for: 1 },
  ]);
});

dbTest('R14 the filters are named when they leave nothing', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const nothing = await browser.get('/search?q=lunch&when=evening');

  expect(nothing.text).toContain('without the filters');
  const wider = nothing.root.querySelector('.empty a')?.getAttribute('href') ?? '';
  expect((await browser.get(wider)).list('results')).toHaveLength(1);
});

dbTest('pages go on from the last row, each thing once', async (town) => {
  const made = await smallTown(town);
  for (let n = 0; n < 45; n += 1) await made.group({ name: `Choir ${n}`, at: { east: n * 10, north: 0 } });
  await made.open();
  const browser = await town.browser();

  const seen: string[] = [];
  let page = await browser.get('/search?q=choir&near=AV3 4QT');
  for (;;) {
    seen.push(...page.list('results').map((entry) => entry.id));
    const next = page.root.querySelector('.pager a')?.getAttribute('href');
    if (!next) break;
    page = await browser.get(next.replaceAll('&amp;', '&'));
  }

  expect(page.text).toContain('41 to 45 of 45');
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
});

const parameters = [
  'q',
  'near',
  'within_km',
  'kind',
  'area',
  'theme',
  'people',
  'when',
  'way',
  'sort',
  'after',
  'limit',
];
const nasty = [
  '%00',
  '%_%_%_',
  'a'.repeat(10_000),
  '\u202Eevil',
  '👩‍👩‍👧 🎉',
  "'; drop table--",
  '\\',
  ':*',
  '!(&|)',
  '﷽',
  '𐀀ໜ',
];

dbTest(
  'T-500 no text in any parameter breaks a search',
  async (town) => {
    await openTown(town);
    const browser = await town.browser();
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...nasty));
    const query = fc.array(fc.tuple(fc.constantFrom(...parameters), text), { minLength: 1, maxLength: 4 });

    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom('/search', '/map', '/api/v1/search'), async (pairs, path) => {
        const { status } = await browser.get(`${path}?${new URLSearchParams(pairs)}`);
        expect(path.startsWith('/api') ? [200, 400] : [200]).toContain(status);
      }),
      { numRuns: 150 },
    );
  },
  { timeout: 60_000 },
);

dbTest('T-500 two hundred filters are cut for a page and refused by the API', async (town) => {
  await openTown(town);
  const browser = await town.browser();
  const many = Array.from({ length: 200 }, (_, n) => `theme=t${'x'.repeat(n % 20)}`).join('&');

  expect((await browser.get(`/search?${many}`)).status).toBe(200);
  expect((await browser.get(`/api/v1/search?${many}`)).status).toBe(400);
  expect((await browser.get(`/api/v1/search?theme=${'food,'.repeat(200)}`)).status).toBe(400);
});
