import { expect } from 'vitest';
import { dbTest, type Town } from '../../../test/helpers/db.ts';
import { smallTown } from '../../../test/helpers/small-town.ts';

async function openTown(town: Town): Promise<void> {
  const made = await smallTown(town);
  const table = await made.group({ name: 'Tuesday Table', at: { east: 300, north: 400 } });
  await made.service({
    of: table,
    name: 'Lunch club',
    summary: 'Hot lunch.',
    themes: ['food'],
    people: ['older'],
  });
  await made.group({ name: 'Lunch box', shown: 'area', at: { east: 900, north: 900 } });
  await made.open();
}

dbTest('the search answers as it is promised, and says why', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const answer = await browser.get('/api/v1/search?q=lunch+club&near=av34qt&people=older');

  expect(answer.json()).toEqual({
    items: [
      {
        id: expect.any(String),
        kind: 'service',
        name: 'Lunch club',
        url: expect.stringMatching(/^http:\/\/localhost:3000\/services\/.*\/lunch-club$/),
        summary: 'Hot lunch.',
        organisation: { id: expect.any(String), name: 'Tuesday Table' },
        distance_m: 500,
        distance_is_band: false,
        checked_at: '2026-11-24T10:00:00.000Z',
        freshness: 'ok',
        why: ['Called this', '0.3 miles away', 'For older people'],
      },
    ],
    meta: {
      total: 1,
      total_is_estimate: false,
      next: null,
      corrected_to: null,
      near: { label: 'AV3 4QT', lat: 51.5, lon: -0.35 },
    },
  });
});

dbTest('a limit cuts the list and names the next address', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const first = await browser.get('/api/v1/search?near=AV3&limit=2');
  const { meta } = first.json() as { meta: { next: string } };
  const second = await browser.get(meta.next.slice('http://localhost:3000'.length));

  expect(second.json()).toMatchObject({
    items: [{ name: 'Lunch box', distance_m: 2000, distance_is_band: true }],
    meta: { total: 3, next: null },
  });
});

dbTest('what is not understood is refused with its name', async (town) => {
  await openTown(town);
  const browser = await town.browser();
  const refused = async (query: string) => {
    const answer = await browser.get(`/api/v1/search?${query}`);
    return [answer.status, (answer.json() as { message: string }).message];
  };

  expect(await refused('colour=red')).toEqual([400, 'colour: is no parameter of this address']);
  expect(await refused('kind=dragon')).toEqual([
    400,
    expect.stringContaining('dragon is none of organisation'),
  ]);
  expect(await refused('near=BS5 0A')).toEqual([400, expect.stringContaining('not a whole postcode')]);
  expect(await refused('area=nowhere')).toEqual([400, expect.stringContaining('no area')]);
  expect(await refused('after=rubbish')).toEqual([400, expect.stringContaining('after')]);
  expect(await refused('limit=1000')).toEqual([400, expect.stringContaining('limit')]);
});

dbTest('typing is helped with subjects, names and places', async (town) => {
  await openTown(town);
  const browser = await town.browser();

  const words = await browser.get('/api/v1/suggest?of=words&q=lun');
  const subject = await browser.get('/api/v1/suggest?of=words&q=foo');
  const places = await browser.get('/api/v1/suggest?of=places&q=av3');

  expect(words.json()).toEqual({
    items: [
      { value: 'Lunch box', label: 'Lunch box', note: 'Group' },
      { value: 'Lunch club', label: 'Lunch club', note: 'Service' },
    ],
  });
  expect(subject.json()).toMatchObject({ items: [{ value: 'Food and meals', note: 'Subject' }] });
  expect(places.json()).toMatchObject({ items: [{ value: 'AV3' }, { value: 'AV3 4QT' }] });
});
