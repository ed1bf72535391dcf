import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailboxOf, neighbourTown } from '../../../../test/helpers/neighbour-town.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { dee, ruth } from '../../../../test/helpers/two-records.ts';
import { addDays } from '../../../platform/dates.ts';
import { runDue } from '../../../platform/due.ts';

const noor = 'noor@table.example';
const line = 'We cook on Tuesdays, ask for Noor.';

dbTest(
  'R38 a new group sees 12, says 8 hellos, 6 answer, and its page says “knows 6 of 12 nearby”',
  async (town) => {
    const { group, many } = await neighbourTown(town);
    const others = await many(14);
    const own = await group({ name: 'Tuesday Table', email: noor, east: 0 });
    const browser = await signedInAs(town, noor);

    const first = await browser.get('/neighbours');
    const shown = first.list('like');
    const sent = await browser.submit(first, 'say-hello', {
      to: shown.slice(0, 8).map((one) => one.id),
      words: line,
    });
    for (const { id } of shown.slice(0, 6)) {
      const keeper = await signedInAs(town, mailboxOf(others.indexOf(id) + 1));
      await keeper.submit(
        await keeper.get('/inbox'),
        'answer-hello',
        {},
        { press: 'We know you: Tuesday Table' },
      );
    }

    expect(shown).toHaveLength(12);
    expect(first.text).toContain('Knows 0 of 12 nearby');
    expect(sent.list('from-you')).toHaveLength(8);
    const stranger = await town.browser();
    const page = await stranger.get(`/organisations/${own}`);
    expect(page.text).toContain('Knows 6 of 12 nearby');
    const known = await stranger.get(`/organisations/${own}/neighbours`);
    expect(known.list('known')).toHaveLength(6);
    expect(known.text).toContain('They know each other.');
    expect(known.text).not.toContain('ask for Noor');
    expect(
      (await browser.get('/neighbours')).list('from-you').filter((one) => one.text.includes('Waiting')),
    ).toHaveLength(2);
  },
);

dbTest('C3-J2 each side says for itself, and everybody reads only what both say', async (town) => {
  const { browser, keeper, own, other } = await twoGroups(town);
  await greet(browser, other);

  const inbox = await keeper.get('/inbox');
  await keeper.submit(inbox, 'answer-hello', {}, { press: 'We signpost people to you: Tuesday Table' });
  const oneSided = await (await town.browser()).get(`/organisations/${own}/neighbours`);
  const page = await browser.get('/neighbours');
  await browser.submit(page, 'say-of-them', {}, { press: 'They signpost people to us: Lunch 1' });
  const both = await (await town.browser()).get(`/organisations/${own}/neighbours`);
  await browser.submit(
    await browser.get('/neighbours'),
    'say-of-them',
    {},
    { press: 'We say nothing of them: Lunch 1' },
  );
  const gone = await (await town.browser()).get(`/organisations/${own}/neighbours`);

  expect(inbox.list('inbox')[0]?.text).toContain('Says hello to Lunch 1.');
  expect(oneSided.text).toContain('They know each other.');
  expect(oneSided.text).not.toContain('signposts');
  expect(page.text).toContain('You say that you know them. They say that they signpost people to you.');
  expect(both.text).toContain('Lunch 1 signposts people to Tuesday Table.');
  expect(gone.text).toContain('Nobody and Tuesday Table say yet');
});

dbTest(
  'R38 the other group and then the sender hear of it, in letters that tell nobody’s words',
  async (town) => {
    const { browser, keeper, other } = await twoGroups(town);
    await greet(browser, other);

    const [asked] = await mailTo(town, mailboxOf(1));
    await keeper.submit(await keeper.get('/inbox'), 'answer-hello', {}, { press: 'Not now: Tuesday Table' });
    const [answered] = await mailTo(town, noor);

    expect(asked?.subject).toBe('Tuesday Table says hello to Lunch 1');
    expect(asked?.body).toContain('/hellos/');
    expect(answered?.subject).toBe('Lunch 1 answered your hello');
    expect(answered?.body).toContain('Lunch 1 says “not now”.');
    for (const letter of [asked, answered]) expect(letter?.body).not.toMatch(/Kim|Noor|ask for/);
  },
);

dbTest(
  'no hello is said twice while one is open, from either side, and pressed twice it is one',
  async (town) => {
    const { browser, keeper, own, other } = await twoGroups(town);
    const page = await browser.get('/neighbours');

    await Promise.all([
      browser.submit(page, 'say-hello', { to: other, words: line }),
      browser.submit(page, 'say-hello', { to: other, words: line }),
    ]);
    const again = await browser.submit(page, 'say-hello', { to: other, words: 'Hello again.' });
    const back = await keeper.post(`/organisations/${other}/hellos`, { to: own, words: '' });

    expect([again.status, again.problems.to]).toEqual([422, undefined]);
    expect(again.alert).toContain('Lunch 1 has not answered your first hello yet');
    expect([back.status, back.alert]).toEqual([
      422,
      expect.stringContaining('Tuesday Table has said hello to you'),
    ]);
    expect(await counts(town)).toEqual({ hellos: 1, loops: 1 });
  },
);

dbTest('“not now” is an answer for ninety days, and then one may ask again', async (town) => {
  const { browser, keeper, other } = await twoGroups(town);
  await greet(browser, other);
  await keeper.submit(await keeper.get('/inbox'), 'answer-hello', {}, { press: 'Not now: Tuesday Table' });

  const soon = await browser.get('/neighbours');
  await town.owner
    .updateTable('neighbours.hello')
    .set({ answered_at: addDays(new Date(), -91) })
    .execute();
  const later = await greet(browser, other);

  expect(soon.list('like')[0]?.text).toMatch(/said “not now”. Ask again in 13 weeks/);
  expect(later.list('from-you')[0]?.text).toContain('No answer yet');
});

dbTest('a group takes no more hellos from one, or from all, and nobody is told why', async (town) => {
  const { browser, keeper, own, other } = await twoGroups(town);
  await greet(browser, other);

  const page = await keeper.get(`/hellos/${await onlyHello(town)}`);
  const after = await keeper.submit(
    page,
    'answer-hello',
    {},
    { press: 'Not now, and no more hellos from them: Tuesday Table' },
  );
  await town.owner
    .updateTable('neighbours.hello')
    .set({ answered_at: addDays(new Date(), -91) })
    .execute();
  const refused = await browser.post(`/organisations/${own}/hellos`, { to: other, words: '' });
  await keeper.submit(after, 'take-hellos', {}, { press: 'Take no more hellos' });
  const unseen = await browser.get('/neighbours');
  const allowed = await keeper.post(`/organisations/${other}/hellos/taking`, { hellos: 'yes', from: own });

  expect(after.list('stopped')[0]?.text).toContain('You take no hellos from them.');
  expect(refused.alert).toContain('Lunch 1 takes no hellos now');
  expect(unseen.text).toContain('We found nobody near you');
  expect(allowed.text).toContain('Nobody can say hello to you now');
  expect(allowed.text).not.toContain('You take no hellos from them.');
});

dbTest('a group says hello to twelve a day at most', async (town) => {
  const { group, many } = await neighbourTown(town);
  const others = await many(14);
  const own = await group({ name: 'Tuesday Table', email: noor, east: 0 });
  const browser = await signedInAs(town, noor);

  const tooMany = await browser.post(`/organisations/${own}/hellos`, { to: others.slice(0, 13), words: '' });
  await browser.post(`/organisations/${own}/hellos`, { to: others.slice(0, 12), words: '' });
  const more = await browser.post(`/organisations/${own}/hellos`, { to: others.slice(12), words: '' });

  expect([tooMany.status, tooMany.alert]).toEqual([
    422,
    expect.stringContaining('You can say hello to 12 more today'),
  ]);
  expect([more.status, more.alert]).toEqual([422, expect.stringContaining('12 a day are enough')]);
  expect(await counts(town)).toEqual({ hellos: 12, loops: 12 });
});

dbTest('C3-J2 nobody answers: the centre is asked to ring, and writes down what it hears', async (town) => {
  const { browser, other } = await twoGroups(town);
  await greet(browser, other);
  const id = await onlyHello(town);
  const centre = await signedInAs(town, dee);
  const before = await centre.get(`/hellos/${id}`);

  await untilItIsWithTheCentre(town);
  const row = (await centre.get('/inbox')).list('inbox').find((one) => one.href === `/hellos/${id}`);
  const page = await centre.get(`/hellos/${id}`);
  await centre.submit(page, 'answer-hello', {}, { press: 'We know you: Tuesday Table' });

  expect(before.status).toBe(404);
  expect(row?.text).toContain('Says hello to Lunch 1.');
  expect(row?.text).not.toContain('Not now');
  expect(page.text).toContain('Ring Lunch 1');
  expect((await browser.get('/neighbours')).text).toContain('They said so on the telephone.');
});

dbTest('the coordinator sees a hello that is late, and not what was written', async (town) => {
  const { browser, other } = await twoGroups(town);
  await greet(browser, other);
  const id = await onlyHello(town);

  const page = await (await signedInAs(town, ruth)).get(`/hellos/${id}`);

  expect(page.h1).toBe('Tuesday Table says hello to Lunch 1');
  expect(page.text).not.toContain(line);
  expect(page.hasForm('answer-hello')).toBe(false);
});

dbTest('a hello is taken back while nobody has answered, and then no promise is left', async (town) => {
  const { browser, keeper, other } = await twoGroups(town);
  const sent = await greet(browser, other);

  const back = await browser.submit(sent, 'take-hello-back');
  const late = await keeper.post(`/hellos/${await onlyHello(town)}`, { answer: 'know' });

  expect(back.text).not.toContain('You said hello');
  expect((await keeper.get('/inbox')).text).toContain('Nobody is waiting for an answer from you.');
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('has an answer already')]);
});

dbTest('whoever has no part in it neither says, sees nor answers a hello', async (town) => {
  const { browser, own, other } = await twoGroups(town);
  await greet(browser, other);
  const id = await onlyHello(town);
  const stranger = await signedInAs(town, 'stranger@many.example');

  expect((await stranger.get(`/hellos/${id}`)).status).toBe(404);
  expect((await stranger.post(`/hellos/${id}`, { answer: 'know' })).status).toBe(404);
  expect((await stranger.post(`/hellos/${id}/take-back`)).status).toBe(404);
  expect((await stranger.post(`/organisations/${own}/hellos`, { to: other })).status).toBe(404);
  expect((await stranger.get(`/neighbours?as=${own}`)).status).toBe(404);
  expect((await stranger.get('/neighbours')).text).toContain('You are an admin or worker of none');
  expect((await browser.post(`/hellos/${id}`, { answer: 'know' })).status).toBe(404);
  expect((await (await town.browser()).get('/neighbours')).status).toBe(401);
});

async function twoGroups(town: Town) {
  const { group, many } = await neighbourTown(town);
  const [other = ''] = await many(1);
  const own = await group({ name: 'Tuesday Table', email: noor, east: 0 });
  const [browser, keeper] = [await signedInAs(town, noor), await signedInAs(town, mailboxOf(1))];
  return { browser, keeper, own, other };
}

async function greet(browser: Client, to: string) {
  return browser.submit(await browser.get('/neighbours'), 'say-hello', { to, words: line });
}

/** Day by day, because weekends and bank holidays do not count. */
async function untilItIsWithTheCentre(town: Town): Promise<void> {
  for (let day = 10; day < 40; day += 1) {
    await runDue(town.jobsSource, addDays(new Date(), day));
    const loops = town.owner.selectFrom('loops.loop').select('climb_step').where('kind', '=', 'hello');
    if ((await loops.executeTakeFirstOrThrow()).climb_step === 2) return;
  }
}

async function onlyHello({ owner }: Town): Promise<string> {
  const row = await owner.selectFrom('neighbours.hello').select('id').executeTakeFirstOrThrow();
  return row.id;
}

async function counts({ owner }: Town) {
  const hellos = await owner.selectFrom('neighbours.hello').select('id').execute();
  const loops = await owner.selectFrom('loops.loop').select('id').where('kind', '=', 'hello').execute();
  return { hellos: hellos.length, loops: loops.length };
}
