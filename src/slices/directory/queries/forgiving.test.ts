import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';
import { ApiSearch } from '../words.ts';
import { search } from './search.ts';

function find(town: Town, q: string) {
  return search(town.db, ApiSearch.parse({ q }), { near: undefined, areaIds: [] });
}

async function first(town: Town, q: string): Promise<string | undefined> {
  return (await find(town, q)).hits[0]?.name;
}

dbTest('R14 a word that sounds right is known again', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Phillips Physio Room' });
  await made.group({ name: 'Katherine House' });
  await made.group({ name: 'Fishing Friends' });
  await made.open();

  expect(await first(town, 'fysio')).toBe('Phillips Physio Room');
  expect(await first(town, 'Catherine House')).toBe('Katherine House');
  expect(await first(town, 'filips fizio')).toBe('Phillips Physio Room');
});

dbTest('R14 two words written as one are two words', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Seaside Painters', summary: 'A harbour walk each week.' });
  await made.group({ name: 'Bridge Painters' });
  await made.open();

  const found = await find(town, 'harbourwalk');

  expect(found).toMatchObject({ forgave: 'spelling', correctedTo: 'harbour walk', total: 1 });
});

dbTest('R14 all words of a name in any order come before others that have them', async (town) => {
  const made = await smallTown(town);
  for (let number = 1; number <= 30; number += 1) {
    await made.group({ name: `Kirkham Ferry Garden Society Branch ${number}` });
  }
  await made.group({ name: 'Ferry Garden Society of Kirkham' });
  await made.open();

  expect(await first(town, 'kirkham society ferry garden of')).toBe('Ferry Garden Society of Kirkham');
});

dbTest('R14 shorter names come before longer ones that have the same words', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'The Larkfield and District Chess and Draughts Club' });
  await made.group({ name: 'Old Larkfield Chess' });
  await made.open();

  expect(await first(town, 'larkfield chess')).toBe('Old Larkfield Chess');
});

dbTest('R14 of several words that may be meant, those are taken that come together', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Band of Brass' });
  await made.group({ name: 'Land for Bees' });
  await made.group({ name: 'Lamb Street Hall' });
  await made.open();

  const found = await find(town, 'lamd street');

  expect(found.hits.map((hit) => hit.name)).toEqual(['Lamb Street Hall']);
  expect(found.correctedTo).toBe('lamb street');
});

dbTest('R14 two slips in a long word, and one in each of two', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Befriending in Ashcombe' });
  await made.group({ name: 'Gardening in Oakcombe' });
  await made.open();

  expect(await first(town, 'befreindng')).toBe('Befriending in Ashcombe');
  expect(await first(town, 'gardning oakcmbe')).toBe('Gardening in Oakcombe');
});

dbTest('R14 one word too many does not hide what has all the others', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Tansy Choir', summary: 'Songs on Mondays.' });
  await made.group({ name: 'Tansy Garden' });
  await made.open();

  const found = await find(town, 'tansy choir xylophone');

  expect(found.forgave).toBe('some_words');
  expect(found.hits.map((hit) => hit.name)).toEqual(['Tansy Choir']);
});
