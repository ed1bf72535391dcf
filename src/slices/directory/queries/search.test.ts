import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { manyPlaces } from '../../../../test/helpers/many-places.ts';
import { type SmallTown, smallTown } from '../../../../test/helpers/small-town.ts';
import { toPlane } from '../../areas/door.ts';
import { makeNetwork } from '../../network/door.ts';
import { writeCursor } from '../rules/cursor.ts';
import { ApiSearch } from '../words.ts';
import { exactUpTo } from './find.ts';
import { search } from './search.ts';

const postOffice = { label: 'AV3 4QT', lat: 51.5, lon: -0.35, ...toPlane(51.5, -0.35), areaCode: 'V01' };

const network = {
  ...{ name: 'Vale', strapline: '', practice: false, promise: [] },
  ...{ hubName: 'Hub', hubPhone: '01632 960100', hubEmail: 'hub@vale.example' },
};

function find(
  town: Town,
  query: Record<string, string>,
  options: { near?: boolean; areaIds?: string[] } = {},
) {
  const near = options.near ? postOffice : undefined;
  return search(town.db, ApiSearch.parse(query), { near, areaIds: options.areaIds ?? [] });
}

async function names(
  town: Town,
  query: Record<string, string>,
  options: { near?: boolean; areaIds?: string[] } = {},
) {
  return (await find(town, query, options)).hits.map((hit) => hit.name);
}

async function foodTown(town: Town): Promise<SmallTown> {
  const made = await smallTown(town);
  await made.group({
    name: 'Eastlock Foodbank',
    summary: 'A bag of food.',
    themes: ['food'],
    at: { east: 900, north: 0 },
  });
  await made.group({
    name: 'St Mary’s',
    summary: 'Our food bank is open to all.',
    at: { east: 200, north: 0 },
  });
  await made.group({
    name: 'Helping Hands',
    description: 'Emergency food on Fridays.',
    at: { east: 0, north: 500 },
  });
  const table = await made.group({ name: 'Tuesday Table', themes: ['company'], at: { east: 0, north: 400 } });
  await made.service({
    ...{ of: table, name: 'Lunch club', summary: 'Hot lunch and company.', people: ['older'] },
    ...{ days: ['TU'], opens: '12:00', closes: '14:00', themes: ['food'] },
  });
  await made.open();
  return made;
}

dbTest('R14 “foodbank”, “food bank” and “emergency food” give the same results', async (town) => {
  await foodTown(town);

  const foodbank = await names(town, { q: 'foodbank' });

  expect(foodbank).toHaveLength(3);
  expect(await names(town, { q: 'Food Bank' })).toEqual(foodbank);
  expect(await names(town, { q: 'emergency food' })).toEqual(foodbank);
});

dbTest('R14 joined, unfinished and misspelt words still find', async (town) => {
  await foodTown(town);

  expect(await names(town, { q: 'tuesdaytable' })).toEqual(['Tuesday Table']);
  expect(await names(town, { q: 'Tues' })).toContain('Tuesday Table');
  const misspelt = await find(town, { q: 'tuseday table' });

  expect(misspelt).toMatchObject({ forgave: 'spelling', correctedTo: 'tuesday table' });
  expect(misspelt.hits[0]?.name).toBe('Tuesday Table');
});

dbTest('R14 short words with swapped letters are known again', async (town) => {
  await foodTown(town);

  expect(await find(town, { q: 'lunhc clbu' })).toMatchObject({ correctedTo: 'lunch club', total: 1 });
});

dbTest('R14 when not all words are found, some of them are enough', async (town) => {
  await foodTown(town);

  const found = await find(town, { q: 'lunch for astronauts' });

  expect(found).toMatchObject({ forgave: 'some_words', total: 1 });
});

dbTest('a name that is meant comes first, whatever else speaks of it', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Rambling', summary: 'Garden garden garden.', themes: ['green'] });
  await made.group({ name: 'Garden', summary: 'We meet.' });
  await made.group({ name: 'Garden friends', also: ['Plot Three'] });
  await made.open();

  expect(await names(town, { q: 'garden' })).toEqual(['Garden', 'Garden friends', 'Rambling']);
  expect(await names(town, { q: 'plot three' })).toEqual(['Garden friends']);
});

dbTest('R17 400 m over the border ranks above 5 km in the own borough', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Driving far', area: 'V01', at: { east: -3000, north: 4000 } });
  await made.group({ name: 'Driving near', area: 'V02', at: { east: 400, north: 0 } });
  await made.open();

  expect(await names(town, {}, { near: true })).toEqual(['Driving near', 'Driving far']);
  expect(await names(town, { q: 'driving' }, { near: true })).toEqual(['Driving near', 'Driving far']);
  const borough = [made.areas.get('V01') ?? ''];
  expect(await names(town, {}, { near: true, areaIds: borough })).toEqual(['Driving far']);
});

dbTest('R15 results are ordered by distance and say how far', async (town) => {
  await foodTown(town);

  const { hits } = await find(town, {}, { near: true });

  expect(hits.map((hit) => hit.place?.distanceM)).toEqual([200, 400, 400, 500, 900]);
});

dbTest(
  'an address that is not public is known to the kilometre, and a hidden one not at all',
  async (town) => {
    const made = await smallTown(town);
    await made.group({ name: 'Quiet house', shown: 'area', at: { east: 120, north: 80 } });
    await made.group({ name: 'Safe house', shown: 'hidden', at: { east: 120, north: 80 } });
    await made.open();

    const { hits } = await find(town, { sort: 'distance' }, { near: true });

    expect(hits.map((hit) => [hit.name, hit.place?.distanceM, hit.place?.isBand])).toEqual([
      ['Quiet house', 1000, true],
      ['Safe house', undefined, undefined],
    ]);
  },
);

dbTest('the nearest of several places counts', async (town) => {
  const made = await smallTown(town);
  const id = await made.group({ name: 'Two halls', at: { east: 3000, north: 0 } });
  await made.service({ of: id, name: 'Supper', at: { east: 700, north: 0 } });
  await made.open();

  const { hits } = await find(town, { kind: 'service' }, { near: true });

  expect(hits.map((hit) => hit.place?.distanceM)).toEqual([700]);
});

dbTest('what nobody has checked for a year comes only when asked for', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Fresh bread' });
  await made.group({ name: 'Old bread', freshness: 'old' });
  await made.group({ name: 'Stale bread', freshness: 'none' });
  await made.open();

  expect(await names(town, { q: 'bread' })).toEqual(['Fresh bread', 'Old bread']);
  expect(await names(town, { q: 'bread', fresh: 'all' })).toContain('Stale bread');
});

dbTest('filters narrow by kind, theme, people and day, each any of its own', async (town) => {
  await foodTown(town);

  expect(await names(town, { kind: 'service' })).toEqual(['Lunch club']);
  expect(await names(town, { theme: 'food' })).toHaveLength(2);
  expect(await names(town, { theme: 'food,company', people: 'older' })).toEqual(['Lunch club']);
  expect(await names(town, { when: 'TU' })).toEqual(['Lunch club']);
  expect(await names(town, { when: 'evening,weekend' })).toEqual([]);
  expect(await names(town, { when: 'daytime' })).toEqual(['Lunch club']);
});

dbTest('within so many kilometres leaves the farther ones out', async (town) => {
  await foodTown(town);

  expect(await names(town, { within_km: '0.45' }, { near: true })).toHaveLength(3);
});

dbTest('R15 nearest first ends with what is nowhere, however many there are', async (town) => {
  await manyPlaces(town, exactUpTo + 60);
  const { rows: without } = await sql<{ id: string }>`delete from directory.place
    where document_id in (select document_id from directory.place order by document_id limit 30)
    returning document_id as id`.execute(town.owner);
  const all: string[] = [];
  let after = '';
  do {
    const page = await find(town, { sort: 'distance', limit: '100', after }, { near: true });
    all.push(...page.hits.map((hit) => hit.id));
    after = page.next ? writeCursor(page.next) : '';
  } while (after !== '');

  expect([all.length, new Set(all).size]).toEqual([exactUpTo + 60, exactUpTo + 60]);
  expect(all.slice(-30)).toEqual(without.map(({ id }) => id).toSorted());
});

dbTest('R17 what nearness and late checks count for is the network’s to say', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Debt advice', freshness: 'old', at: { east: 6000, north: 0 } });
  await made.group({ name: 'The Hall', summary: 'Debt advice on Fridays.', at: { east: 100, north: 0 } });
  await made.open();
  await makeNetwork(town.jobCtx, network);
  const order = async (weights: { nearness_weight?: number; freshness_weight?: number }) => {
    await town.owner.updateTable('network.network').set(weights).execute();
    const fresh = { ...town.db, moment: () => ({}) };
    const found = await search(fresh, ApiSearch.parse({ q: 'advice debt' }), {
      near: postOffice,
      areaIds: [],
    });
    return found.hits.map((hit) => hit.name);
  };

  expect(await order({ nearness_weight: 0, freshness_weight: 0 })).toEqual(['Debt advice', 'The Hall']);
  expect(await order({ nearness_weight: 20 })).toEqual(['The Hall', 'Debt advice']);
  expect(await order({ nearness_weight: 0, freshness_weight: 20 })).toEqual(['The Hall', 'Debt advice']);
});
