import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { busyThings } from '../../../../test/helpers/things.ts';

async function hubAnd(town: Town) {
  const { people } = await busyThings(town);
  const as = async (id: string) => town.browser((await town.signedIn(id)).token);
  return { coordinator: await as(people.coordinator), worker: await as(people['centre A']) };
}

dbTest(
  'R14 a word that the network adds finds what is called otherwise, from the next search on',
  async (town) => {
    const { coordinator } = await hubAnd(town);
    const before = await coordinator.get('/search?q=scran');

    const page = await coordinator.get('/settings/synonyms');
    const added = await coordinator.submit(page, 'add-synonyms', { words: 'Scran\r\nKitchen, kitchen' });
    const after = await coordinator.get('/search?q=scran');

    expect(before.text).toContain('Nothing found for “scran”');
    expect(added.list('synonyms').map((entry) => entry.text)).toEqual([
      expect.stringContaining('scran, kitchen'),
    ]);
    expect(after.list('results').map((entry) => entry.text)).toContainEqual(
      expect.stringContaining('Another word: “kitchen”'),
    );
    const events = await town.owner
      .selectFrom('platform.event')
      .select('payload')
      .where('name', '=', 'directory.synonyms_added')
      .execute();
    expect(events).toEqual([{ payload: { fields: ['scran', 'kitchen'] } }]);
    expect((await coordinator.get('/settings')).text).toContain(
      'Added words that mean the same: scran, kitchen',
    );
  },
);

dbTest('R14 one click leads from what was looked for in vain to another word for it', async (town) => {
  const { coordinator } = await hubAnd(town);
  await (await town.browser()).get('/search?q=Scran');

  const queue = await coordinator.get('/hub/queues/unmet-searches');
  const link = queue.root.querySelector('.go a');
  const page = await coordinator.get(link?.getAttribute('href') ?? '');
  const words = page.root.querySelector('textarea')?.textContent ?? '';
  await coordinator.submit(page, 'add-synonyms', { words: `${words}kitchen` });

  expect(link?.text).toContain('Add another word for it');
  expect(page.text).toContain('People looked for “scran” in vain');
  expect((await coordinator.get('/search?q=scran')).text).toContain('Tansy Street Kitchen');
});

dbTest('R14 what cannot mean the same comes back with a sentence, and as it was typed', async (town) => {
  const { coordinator } = await hubAnd(town);
  const send = (words: string) => coordinator.post('/settings/synonyms', { words });

  const alone = await send('Scran');
  const small = await send('the\nkitchen');
  const long = await send('a place where one can eat for nothing\nkitchen');
  const many = await send(Array.from({ length: 13 }, (_, n) => `word${n}`).join('\n'));
  const twice = await send('food bank\nfoodbank\nemergency food\nfood parcel\nfood parcels\nfree food');
  await send('scran\nkitchen');
  const again = await send('kitchen\nscran');

  expect([alone, small, long, many].map((page) => page.status)).toEqual([422, 422, 422, 422]);
  expect(alone.problems.words).toContain('One alone has nothing to mean the same as');
  expect(alone.root.querySelector('textarea')?.textContent).toBe('Scran');
  expect(small.problems.words).toContain('“the” is in so many searches');
  expect(long.problems.words).toContain('longer than 5 words');
  expect(many.problems.words).toContain('make two groups');
  expect([twice.status, again.status]).toEqual([409, 409]);
  expect(again.alert).toContain('just these words already');
});

dbTest('R14 a group is changed and removed, and of two who change it none is lost', async (town) => {
  const { coordinator } = await hubAnd(town);
  const list = await coordinator.post('/settings/synonyms', { words: 'scran\nkitchen' });
  const href = list.list('synonyms')[0]?.href ?? '';
  const first = await coordinator.get(href);
  const second = await coordinator.get(href);

  await coordinator.submit(first, 'change-synonyms', { words: 'scran\nkitchen\ngrub' });
  const late = await coordinator.submit(second, 'change-synonyms', { words: 'scran\nkitchen\nnosh' });
  const saved = await coordinator.submit(late, 'change-synonyms');
  const removed = await coordinator.submit(await coordinator.get(href), 'remove-synonyms');

  expect(late.status).toBe(409);
  expect(late.text).toContain('scran, kitchen, grub');
  expect(saved.list('synonyms')[0]?.text).toContain('scran, kitchen, nosh');
  expect(removed.text).toContain('You have written none yet');
  expect((await coordinator.get('/search?q=scran')).text).toContain('Nothing found');
});

dbTest('R14 what Joinery comes with can be changed, taken away and brought back', async (town) => {
  const { coordinator } = await hubAnd(town);
  const page = await coordinator.get('/settings/synonyms/built-in/lunch-club');
  const gone = await coordinator.submit(page, 'replace-synonyms', { words: '' });
  const same = await coordinator.post('/settings/synonyms/built-in/send', {
    words: 'send\nspecial educational needs\nspecial needs',
  });

  const back = await coordinator.get(gone.list('synonyms')[0]?.href ?? '');
  const there = await coordinator.submit(back, 'remove-synonyms');

  expect(gone.list('built-in-synonyms').map((entry) => entry.id)).not.toContain('lunch club');
  expect(gone.list('synonyms')[0]?.text).toContain('Taken away: lunch club');
  expect(same.alert).toContain('These are the words it has already');
  expect(there.list('built-in-synonyms').map((entry) => entry.id)).toContain('lunch club');
  expect((await coordinator.get('/settings/synonyms/built-in/nothing')).status).toBe(404);
});

dbTest('R14 nobody but the coordinator says which words mean the same', async (town) => {
  const { worker } = await hubAnd(town);
  const visitor = await town.browser();

  expect((await worker.get('/settings/synonyms')).status).toBe(403);
  expect((await worker.post('/settings/synonyms', { words: 'scran\nkitchen' })).status).toBe(403);
  expect((await visitor.get('/settings/synonyms')).status).toBe(401);
});
