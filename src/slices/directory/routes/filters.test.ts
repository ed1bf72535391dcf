import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';

/** Four services of one group: by price, language, what helps people take part, borough, and whom they welcome. */
async function fourServices(town: Town) {
  const made = await smallTown(town);
  const of = await made.group({ name: 'Tansy Trust', at: { east: 0, north: 0 } });
  const service = async (
    thing: Omit<Parameters<typeof made.service>[0], 'of'>,
    more: Record<string, unknown> = {},
  ) => {
    const id = await made.service({ of, ...thing });
    if (Object.keys(more).length > 0)
      await town.owner.updateTable('register.service').set(more).where('id', '=', id).execute();
    return id;
  };
  const food = { themes: ['food'], at: { east: 100, north: 0 } };
  await service(
    { ...food, name: 'Soup lunch', access: ['step_free', 'quiet'], days: ['TU'], opens: '12:00' },
    { cost_pence: 0, languages: ['so', 'en'], open_to_volunteers: true },
  );
  await service(
    { ...food, name: 'Curry lunch', access: ['step_free'], days: ['SA'], opens: '12:00', area: 'V02' },
    { cost_pence: 350, languages: ['bn'], taking_referrals: true },
  );
  await service({ ...food, name: 'Sunday lunch', days: ['SU'], opens: '12:00' }, { cost_pence: 900 });
  await service({ name: 'Lunch talks', themes: ['arts'], at: { east: 0, north: 9 } });
  await made.open();
  return town.browser();
}

type Shown = Awaited<ReturnType<Awaited<ReturnType<typeof fourServices>>['get']>>;

/** What a list of choices shows: each with its count. */
function choices(page: Shown, name: string): string[] {
  return page.root
    .querySelectorAll(`.filters [name="${name}"]`)
    .map((input) => input.closest('label')?.querySelector('span')?.text.trim() ?? '');
}

function options(page: Shown, name: string): string[] {
  return page.root.querySelectorAll(`.filters select[name="${name}"] option`).map((option) => option.text);
}

function names(page: Shown): string[] {
  return page.list('results').map((entry) => /(\w+ (?:lunch|talks))/i.exec(entry.text)?.[1] ?? '');
}

dbTest('choices say how many there would be, and what has nothing behind it is left out', async (town) => {
  const browser = await fourServices(town);

  const all = await browser.get('/search?q=lunch');

  expect(choices(all, 'cost')).toEqual(['Free 1', 'Up to £5 2', 'Any price']);
  expect(choices(all, 'language')).toEqual(['Somali 1', 'Bengali 1']);
  expect(choices(all, 'access')).toEqual(['Step-free 2', 'Quiet space 1']);
  expect(choices(all, 'open_to')).toEqual(['Volunteers 1', 'Referrals 1']);
  expect(choices(all, 'when')).toEqual(['Daytime 3', 'Weekends 2']);
  expect(options(all, 'area')).toEqual(['Any borough', 'Eastlock (4)', 'Hartlow (1)']);
});

dbTest('each choice finds what it counted, on the page and by the API', async (town) => {
  const browser = await fourServices(town);
  const found = async (words: string) => names(await browser.get(`/search?q=lunch&${words}`)).toSorted();
  const answered = async (words: string) => {
    const { items } = (await browser.get(`/api/v1/search?q=lunch&${words}`)).json() as {
      items: { name: string }[];
    };
    return items.map((item) => item.name).toSorted();
  };

  for (const [words, expected] of [
    ['cost=free', ['Soup lunch']],
    ['cost=up_to_five', ['Curry lunch', 'Soup lunch']],
    ['language=bn', ['Curry lunch']],
    ['access=step_free', ['Curry lunch', 'Soup lunch']],
    ['open_to=referrals', ['Curry lunch']],
    ['area=V02', ['Curry lunch']],
  ] as const) {
    expect([words, await found(words)]).toEqual([words, expected]);
    expect([words, await answered(words)]).toEqual([words, expected]);
  }
});

dbTest(
  'of what somebody needs all has to be there; old addresses with it among the people still hold',
  async (town) => {
    const browser = await fourServices(town);

    const both = await browser.submit(await browser.get('/search?q=lunch'), 'filter-results', {
      access: ['step_free', 'quiet'],
    });
    const old = await browser.get('/search?q=lunch&people=step_free');

    expect(names(both)).toEqual(['Soup lunch']);
    expect(both.text).toContain('Filter: 2 needs');
    expect(choices(both, 'access')).toEqual(['Step-free 1', 'Quiet space 1']);
    expect(names(old).toSorted()).toEqual(['Curry lunch', 'Soup lunch']);
  },
);

dbTest('a choice narrows the counts of the other lists, not those of its own', async (town) => {
  const browser = await fourServices(town);

  const somali = await browser.get('/search?q=lunch&language=so');
  const free = await browser.get('/search?q=lunch&cost=free');
  const eastlock = await browser.get('/search?q=lunch&area=V02');

  expect(choices(somali, 'language')).toEqual(['Somali 1', 'Bengali 1']);
  expect(choices(somali, 'cost')).toEqual(['Free 1', 'Up to £5 1', 'Any price']);
  expect(choices(free, 'cost')).toEqual(['Free 1', 'Up to £5 2', 'Any price']);
  expect(choices(free, 'language')).toEqual(['Somali 1']);
  expect(options(eastlock, 'area')).toEqual(['Any borough', 'Eastlock (4)', 'Hartlow (1)']);
  expect(choices(eastlock, 'language')).toEqual(['Bengali 1']);
});

dbTest('nearest first, the walk outwards knows the same filters', async (town) => {
  const browser = await fourServices(town);

  const near = await browser.get('/search?near=AV3 4QT&language=so&cost=free');
  const wrong = await browser.get('/api/v1/search?language=xx');

  expect(names(near)).toEqual(['Soup lunch']);
  expect(wrong.status).toBe(400);
  expect(wrong.body).toContain('xx is none of en, so');
  expect((await browser.get('/api/v1/search?cost=cheap')).status).toBe(400);
  expect((await browser.get('/search?q=lunch&cost=cheap&language=%00')).status).toBe(200);
});

dbTest(
  'R19 one query returns each kind with its count, and the tabs stay when one is chosen',
  async (town) => {
    const made = await smallTown(town);
    const of = await made.group({ name: 'Dementia Friends of Eastlock' });
    await made.group({ name: 'Memory Lane', summary: 'For people with dementia.' });
    await made.group({ name: 'Dementia Waiting', state: 'submitted' });
    await made.group({ name: 'Dementia Returned', state: 'returned' });
    await made.service({ of, name: 'Dementia singing' });
    await made.service({ of, name: 'Dementia gone', status: 'retired' });
    await made.open();
    const visitor = await town.browser();
    const tabs = (page: Shown) =>
      page.root.querySelectorAll('nav[aria-label="Kinds"] a').map((tab) => tab.text);

    const all = await visitor.get('/search?q=dementia');
    const services = await visitor.get('/search?q=dementia&kind=service');

    expect(tabs(all)).toEqual(['Everything 3', 'Groups 2', 'Services 1']);
    expect(tabs(services)).toEqual(tabs(all));
    expect(services.root.querySelector('nav [aria-current]')?.text).not.toBeUndefined();
    expect(all.list('results')).toHaveLength(3);
    expect(services.list('results')).toHaveLength(1);
    expect(all.text).not.toMatch(/Waiting|Returned|gone/);
  },
);
