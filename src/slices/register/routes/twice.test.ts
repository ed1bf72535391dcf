import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { dee, noor, publicGroup } from '../../../../test/helpers/two-records.ts';
import { addQuestion } from '../actions/centre.ts';

const finn = 'finn@reader.example';

dbTest('a registration that is begun twice is one, and a form taken by telephone too', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const [writer, worker] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  const begin = await writer.get('/register');
  const take = await worker.get(`/centres/${eastlock}/take`);
  const phone = { how: 'phone' };

  const [one, two] = await Promise.all([
    writer.submit(begin, 'begin-registration'),
    writer.submit(begin, 'begin-registration'),
  ]);
  const taken = await worker.submit(take, 'take-registration', phone);
  const again = await worker.submit(take, 'take-registration', phone);

  expect([two.url, again.url]).toEqual([one.url, taken.url]);
  await writer.submit(one, 'register-organisation', { name: 'Saffron Lane Lunches' });
  expect((await writer.submit(begin, 'begin-registration')).url).not.toBe(one.url);
});

dbTest('a change that is suggested and taken twice is one', async (town) => {
  const group = await lunchClub(town);
  const [reader, home] = [await signedInAs(town, finn), await signedInAs(town, dee)];
  const form = await reader.get(`/organisations/${group}/suggest/edit`);
  const suggest = (phone: string) => reader.submit(form, 'suggest-edit', { phone });

  const [one, two] = await Promise.all([suggest('01632 960155'), suggest('01632 960155')]);
  const other = await suggest('01632 960166');
  const page = await home.get(one.url);
  const answers = await Promise.all([
    home.submit(page, 'answer-suggestion'),
    home.submit(page, 'answer-suggestion'),
  ]);

  expect(two.url).toBe(one.url);
  expect(other.url).not.toBe(one.url);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const answered = town.owner.selectFrom('platform.event').select('id');
  expect(await answered.where('name', '=', 'register.suggestion_answered').execute()).toHaveLength(1);
});

dbTest('what a stranger sends twice from one page arrives once, and is not taken for spam', async (town) => {
  const group = await lunchClub(town);
  const stranger = await town.browser();
  const form = await stranger.get(`/organisations/${group}/suggest`);
  const say = (what: string) => stranger.submit(form, 'suggest-change', { what });

  const [one, two] = await Promise.all([say('The door is in Mill Lane.'), say('The door is in Mill Lane.')]);
  await say('And it has a bell.');

  expect([one.h1, two.h1]).toEqual(['Thank you, they will look at it', 'Thank you, they will look at it']);
  const kept = await town.owner
    .selectFrom('register.suggestion')
    .select(['what', 'state'])
    .orderBy('id')
    .execute();
  expect(kept).toEqual([
    { what: 'The door is in Mill Lane.', state: 'waiting' },
    { what: 'And it has a bell.', state: 'held' },
  ]);
});

dbTest('a service that is added twice is one, and another day makes another', async (town) => {
  const group = await lunchClub(town);
  const own = await signedInAs(town, noor);
  const form = await own.get(`/organisations/${group}/new-service`);
  const supper = {
    name: 'Supper',
    summary: 'Soup and bread.',
    themes: ['food'],
    people_served: ['everyone'],
  };

  await Promise.all([own.submit(form, 'add-service', supper), own.submit(form, 'add-service', supper)]);
  const once = await suppers(town);
  await own.submit(form, 'add-service', { ...supper, days: ['FR'] });

  expect([once, await suppers(town)]).toEqual([1, 2]);
});

dbTest('a question that is asked already is not asked twice', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const hall = {
    question: 'Do you have a hall?',
    hint: '',
    kind: 'text',
    choices: [],
    required: false,
  } as const;

  const [one, two] = await Promise.all([
    addQuestion(town.jobCtx, eastlock, hall),
    addQuestion(town.jobCtx, eastlock, hall),
  ]);

  expect(two).toBe(one);
});

dbTest('of two who save at the same moment the second is shown what the first wrote', async (town) => {
  const group = await lunchClub(town);
  const [own, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  const edit = `/organisations/${group}/edit`;
  const [mine, theirs] = [await own.get(edit), await home.get(edit)];
  const { href = '' } = (await own.get(`/organisations/${group}`)).list('services')[0] ?? {};
  const lunch = await own.get(href.replace(/[^/]+$/, 'edit'));

  const saved = await Promise.all([
    own.submit(mine, 'change-organisation', { summary: 'Saffron for all.' }),
    home.submit(theirs, 'change-organisation', { phone: '01632 960155' }),
  ]);
  const changed = await Promise.all([
    own.submit(lunch, 'change-service', { summary: 'Soup.' }),
    own.submit(lunch, 'change-service', { summary: 'Bread.' }),
  ]);

  expect(saved.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(changed.map(({ status }) => status).sort()).toEqual([200, 409]);
});

async function lunchClub(town: Town): Promise<string> {
  await twoBoroughs(town);
  return publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
}

async function suppers({ owner }: Town): Promise<number> {
  const rows = owner.selectFrom('register.service').select('id').where('name', '=', 'Supper');
  return (await rows.execute()).length;
}
