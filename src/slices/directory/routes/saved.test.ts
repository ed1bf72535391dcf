import { expect } from 'vitest';
import { bareApp } from '../../../../test/helpers/bare-app.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { demoTest } from '../../../../test/helpers/demo-town.ts';
import { type SmallTown, smallTown } from '../../../../test/helpers/small-town.ts';
import { writeMessages } from '../../notifications/actions/write.ts';
import { lookForNews } from '../actions/tell-new.ts';

async function somebody(town: Town, name: string) {
  const id = town.ctx.newId();
  const at = new Date('2026-01-01T00:00:00Z');
  const email = `${name}@town.example`;
  await town.owner
    .insertInto('people.person')
    .values({ id, name, email, created_at: at, changed_at: at })
    .execute();
  return town.browser((await town.signedIn(id)).token);
}

async function lunches(town: Town): Promise<SmallTown> {
  const made = await smallTown(town);
  await made.group({ name: 'Tuesday lunch', summary: 'Soup.', at: { east: 200, north: 0 } });
  await made.open();
  return made;
}

/** The next morning on which somebody is to hear: looks, and writes the letters that follow. Returns those. */
async function nextMorning(town: Town) {
  const { due_at } = await town.owner
    .selectFrom('directory.saved_search')
    .select('due_at')
    .orderBy('due_at')
    .executeTakeFirstOrThrow();
  const ctx = { ...town.jobCtx, now: due_at };
  await lookForNews(ctx);
  const events = await town.owner
    .selectFrom('platform.event')
    .select(['id', 'payload'])
    .where('name', '=', 'directory.searches_found')
    .where('at', '=', due_at)
    .execute();
  for (const { id } of events) await writeMessages(ctx, id);
  return town.owner
    .selectFrom('platform.outbox')
    .select(['to_email', 'subject', 'body', 'stop_url'])
    .where('at', '=', due_at)
    .orderBy('to_email')
    .execute();
}

dbTest('a saved search tells of what was not there before, once, and of nothing else', async (town) => {
  const made = await lunches(town);
  const robin = await somebody(town, 'robin');
  const found = await robin.get('/search?q=lunch&near=AV3 4QT');
  const link = found.root.querySelectorAll('main a').find((one) => one.text === 'Tell me of new ones');
  const page = await robin.get(link?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
  const saved = await robin.submit(page, 'save-search', { how: 'daily' });

  const quiet = await nextMorning(town);
  await made.group({ name: 'Friday lunch', summary: 'Fish.', at: { east: 300, north: 0 } });
  await made.group({ name: 'Lunch in waiting', state: 'submitted' });
  await made.group({ name: 'Chess', at: { east: 300, north: 0 } });
  await made.open();
  const [letter, ...others] = await nextMorning(town);
  const after = await nextMorning(town);

  expect(page.text).toContain('We repeat the search Lunch near AV3 4QT for you');
  expect(saved.list('saved-searches').map((entry) => entry.text)).toEqual([
    expect.stringMatching(/Lunch near AV3 4QT.*It finds 1 now\..*Each morning/s),
  ]);
  expect(quiet).toEqual([]);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    to_email: 'robin@town.example',
    subject: '1 new thing that you asked to hear of',
  });
  expect(letter?.body).toMatch(/Lunch near AV3 4QT\n- Friday lunch: Fish\.\n {2}http.*\/friday-lunch/);
  expect(letter?.body).not.toMatch(/Tuesday|waiting|Chess/);
  expect(letter?.body).toContain('You get this because you saved a search.');
  expect(after).toEqual([]);
});

dbTest('what is new in several searches is one letter, and no longer than ten things', async (town) => {
  const made = await lunches(town);
  const robin = await somebody(town, 'robin');
  for (const search of ['q=lunch', 'q=choir']) await robin.post('/searches', { search, how: 'weekly' });
  for (let n = 0; n < 8; n += 1) await made.group({ name: `Lunch ${n}` });
  for (let n = 0; n < 6; n += 1) await made.group({ name: `Choir ${n}` });
  await made.open();

  const letters = await nextMorning(town);

  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe('14 new things that you asked to hear of');
  expect(letters[0]?.body.match(/^- /gm)).toHaveLength(10);
  expect(letters[0]?.body).toMatch(/And 4 more: http:\/\/localhost:3000\/search\?q=choir/);
});

dbTest('nobody else sees what somebody looks for, not even the record', async (town) => {
  await lunches(town);
  const robin = await somebody(town, 'robin');
  const other = await somebody(town, 'other');
  const visitor = await town.browser();
  const list = await robin.post('/searches', { search: 'q=lunch', how: 'daily' });
  const one = list.list('saved-searches')[0]?.id ?? '';

  const events = await town.owner
    .selectFrom('platform.event')
    .select('payload')
    .where('name', '=', 'directory.searches_changed')
    .execute();

  expect(events).toEqual([{ payload: { how: 'daily' } }]);
  expect((await other.get('/searches')).text).toContain('You have saved no search yet');
  expect((await other.get(`/searches/${one}`)).status).toBe(404);
  expect((await other.post(`/searches/${one}`, { how: 'stop' })).status).toBe(200);
  expect((await robin.get('/searches')).list('saved-searches')).toHaveLength(1);
  expect((await other.post(`/searches/${one}`, { how: 'weekly' })).status).toBe(404);
  expect((await visitor.get('/searches')).status).toBe(401);
  expect((await visitor.get('/searches/new?q=lunch')).html).toContain('/sign-in?next=');
  expect((await robin.get('/me')).text).toContain('All you saved');
  expect((await robin.get('/me/data')).body).toContain('q=lunch');
});

dbTest('another time, stopping, and answers that are none', async (town) => {
  await lunches(town);
  const robin = await somebody(town, 'robin');

  const none = await robin.post('/searches', { search: 'q=lunch' });
  const list = await robin.post('/searches', { search: 'q=lunch', how: 'daily' });
  const again = await robin.post('/searches', { search: 'q=lunch', how: 'weekly' });
  const page = await robin.get(`/searches/${list.list('saved-searches')[0]?.id}`);
  const daily = await robin.submit(page, 'change-search', { how: 'daily' });
  const stopped = await robin.submit(page, 'change-search', {}, { press: 'Stop it' });
  const nowhere = await robin.post('/searches', { search: 'q=lunch&near=Atlantis', how: 'daily' });

  expect(none.status).toBe(422);
  expect(none.alert).toContain('Choose when you want to hear');
  expect(again.list('saved-searches')).toHaveLength(1);
  expect(again.list('saved-searches')[0]?.text).toContain('On Monday mornings');
  expect(daily.list('saved-searches')[0]?.text).toContain('Each morning');
  expect(stopped.text).toContain('You have saved no search yet');
  expect(nowhere.status).toBe(409);
  expect(nowhere.alert).toContain('We know no place called “Atlantis”');
});

dbTest('twenty searches are enough', async (town) => {
  await lunches(town);
  const robin = await somebody(town, 'robin');
  for (let n = 0; n < 20; n += 1) await robin.post('/searches', { search: `q=lunch${n}`, how: 'daily' });

  const more = await robin.post('/searches', { search: 'q=lunch', how: 'daily' });

  expect(more.status).toBe(409);
  expect(more.alert).toContain('You have saved 20 searches');
});

dbTest('a search that cannot find anything any more says so, and is no news', async (town) => {
  await lunches(town);
  const robin = await somebody(town, 'robin');
  await robin.post('/searches', { search: 'q=lunch&area=V0101', how: 'daily' });
  await town.owner.deleteFrom('areas.area').where('code', '=', 'V0101').execute();

  const letters = await nextMorning(town);
  const list = await robin.get('/searches');
  const one = await robin.get(`/searches/${list.list('saved-searches')[0]?.id}`);

  expect(letters).toEqual([]);
  expect(list.list('saved-searches')[0]?.text).toContain('Finds nothing any more');
  expect(list.text).toContain('We know no area with the code V0101');
  expect(one.text).toContain('So there will be no news of it');
});

dbTest('the link in a letter stops them all, but not by being looked at', async (town) => {
  const made = await lunches(town);
  const robin = await somebody(town, 'robin');
  await robin.post('/searches', { search: 'q=lunch', how: 'daily' });
  await made.group({ name: 'Friday lunch' });
  await made.open();
  const [letter] = await nextMorning(town);
  const link = letter?.stop_url ?? '';
  const visitor = await town.browser();

  const looked = await visitor.get(link);
  const still = (await robin.get('/searches')).list('saved-searches');
  const pressed = await bareApp(town).request(link, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });

  expect(letter?.body).toContain(link);
  expect(looked.h1).toBe('Stop all letters about searches?');
  expect(still).toHaveLength(1);
  expect(pressed.status).toBe(200);
  expect((await robin.get('/searches')).text).toContain('You have saved no search yet');
});

demoTest('what begins to fit a saved search is in the mail of the next morning', async (town) => {
  const as = async (person: string) => {
    const browser = await town.browser();
    await browser.post('/practice/sign-in', { person });
    return browser;
  };
  const organiser = await as('group-organiser');
  const trustee = await as('trustee');
  const mails = async () => {
    const page = await trustee.get('/practice/mail?format=json&to=trustee@practice.example');
    return (page.json() as { subject: string; text: string }[]).filter((mail) =>
      mail.text.includes('zither'),
    );
  };
  await trustee.post('/searches', { search: 'q=zither', how: 'daily' });
  const { id } = await town.owner
    .selectFrom('register.position')
    .innerJoin('people.person', 'people.person.id', 'person_id')
    .innerJoin('register.organisation as one', 'one.id', 'organisation_id')
    .select('one.id')
    .where('people.person.email', '=', 'group-organiser@practice.example')
    .where('one.state', '=', 'active')
    .executeTakeFirstOrThrow();

  const edit = await organiser.get(`/organisations/${id}/edit`);
  await organiser.submit(edit, 'change-organisation', { summary: 'Come and play the zither.' });
  const before = await mails();
  await organiser.post('/practice/clock', { hours: '25' });
  const after = await mails();
  await organiser.post('/practice/clock', { hours: '24' });

  expect(before).toEqual([]);
  expect(after).toHaveLength(1);
  expect(after[0]?.subject).toMatch(/^\d new things? that you asked to hear of$/);
  expect(await mails()).toHaveLength(1);
});
