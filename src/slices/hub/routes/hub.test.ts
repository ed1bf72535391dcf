import { expect } from 'vitest';
import { demoTest } from '../../../../test/helpers/demo-town.ts';
import { clockWords } from '../../../platform/dates.ts';

type Town = Parameters<Parameters<typeof demoTest>[1]>[0];

async function coordinator({ browser }: Town) {
  const ruth = await browser();
  await ruth.post('/practice/sign-in', { person: 'coordinator' });
  // The day must not end in the middle of a test.
  if (clockWords(new Date()).startsWith('23')) await ruth.post('/practice/clock', { hours: '2' });
  return ruth;
}

const clear = { row: '', move: 'aside', words: 'Rang them, Jo is back then', until: '', back: 'hub' };

/** So many days after today. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

demoTest('the coordinator starts the day with what is late', async (town) => {
  const ruth = await coordinator(town);

  const page = await ruth.get('/hub');
  const late = await ruth.get('/hub/queues/late-answers');
  const registrations = (await ruth.get('/hub/queues/registrations')).list('registrations');

  expect(page.h1).toMatch(/^Good (morning|afternoon|evening), Ruth$/);
  expect(page.list('queues').map((queue) => queue.id)).toContain('late-answers');
  expect(page.list('centres').length).toBe(13);
  expect(late.list('late-answers').length).toBeGreaterThan(0);
  const isLate = registrations.map((row) => row.text.includes('Late'));
  expect(isLate).toEqual([...isLate].sort((a, b) => Number(b) - Number(a)));
});

demoTest(
  'R129 the coordinator sees seven things in order and clears five without leaving the page',
  async (town) => {
    const ruth = await coordinator(town);
    const before = await ruth.get('/hub');
    const seven = before.list('today');
    const queueOf = new Map(
      await Promise.all(
        before.list('queues').map(async ({ id }) => {
          const { html } = await ruth.get(`/hub/queues/${id}`);
          return [id, html] as const;
        }),
      ),
    );

    const pages = [];
    for (const { id } of seven.slice(0, 5)) {
      const [queue] = [...queueOf].find(([, html]) => html.includes(`data-id="${id}"`)) ?? [];
      pages.push(await ruth.post(`/hub/queues/${queue}`, { ...clear, row: id, until: inDays(3) }));
    }
    const after = pages.at(-1);

    expect(seven).toHaveLength(7);
    expect(pages.map((page) => page.url.replace(/#.*/, ''))).toEqual(Array(5).fill('/hub'));
    expect(after?.text).toContain('5 things are cleared already');
    expect(after?.list('done')).toHaveLength(5);
    const left = after?.list('today').map((row) => row.id) ?? [];
    expect(left.slice(0, 2)).toEqual(seven.slice(5).map((row) => row.id));
    expect(left.some((id) => seven.slice(0, 5).some((row) => row.id === id))).toBe(false);
  },
);

demoTest('R129 what was set aside comes back on its day, or when it is brought back', async (town) => {
  const ruth = await coordinator(town);
  const [first, second] = (await ruth.get('/hub/queues/late-checks')).list('late-checks');
  const put = { ...clear, back: 'queue', until: inDays(2) };
  await ruth.post('/hub/queues/late-checks', { ...put, row: first?.id ?? '' });
  const one = await ruth.post('/hub/queues/late-checks', { ...put, row: second?.id ?? '' });
  const done = (await ruth.get('/hub')).list('done').find((row) => row.text.includes('Set aside'));

  const hub = await ruth.post(`/hub/moves/${done?.id}/back`);
  const oneBack = (await ruth.get('/hub/queues/late-checks')).list('late-checks').map((row) => row.id);
  await ruth.post('/practice/clock', { hours: '72' });
  const bothBack = (await ruth.get('/hub/queues/late-checks')).list('late-checks').map((row) => row.id);

  expect(one.text).toContain('2 things are set aside');
  expect(hub.status).toBe(200);
  expect(oneBack).toContain(second?.id);
  expect(oneBack).not.toContain(first?.id);
  expect(bothBack).toEqual(expect.arrayContaining([first?.id, second?.id]));
});

demoTest('R129 nothing is set aside without a reason and a day, and what was typed stays', async (town) => {
  const ruth = await coordinator(town);
  const [row] = (await ruth.get('/hub/queues/late-answers')).list('late-answers');
  const send = (form: Partial<typeof clear>) =>
    ruth.post('/hub/queues/late-answers', { ...clear, row: row?.id ?? '', ...form });

  const noWords = await send({ words: ' ', until: inDays(4) });
  const yesterday = await send({ until: inDays(-1) });
  const noSuchDay = await send({ until: '2027-02-30' });
  const nextYear = await send({ until: inDays(400) });
  const noMove = await send({ move: 'answer-for-them', until: inDays(4) });
  const elsewhere = await send({ row: town.ctx.newId(), until: inDays(4) });

  expect(noWords.status).toBe(422);
  expect(noWords.alert).toContain('Say in a few words why');
  expect(yesterday.alert).toContain('Choose a day after today');
  expect(yesterday.html).toContain('Rang them, Jo is back then');
  expect(noSuchDay.alert).toContain('There is no such day');
  expect(nextYear.alert).toContain('within 90 days');
  expect(noMove.status).toBe(409);
  expect(elsewhere.alert ?? elsewhere.text).toContain('no longer on the list');
  expect((await ruth.get('/hub')).hasForm('bring-back')).toBe(false);
});

demoTest('R129 a reminder reaches those who can answer, and only once a day', async (town) => {
  const ruth = await coordinator(town);
  const [row] = (await ruth.get('/hub/queues/registrations')).list('registrations');
  const remind = { ...clear, row: row?.id ?? '', move: 'remind', words: '' };
  const mails = async () => {
    const all = (await ruth.get('/practice/mail?format=json')).json() as { subject: string; to: string }[];
    return all.filter((mail) => mail.subject.startsWith('Somebody waits for your answer'));
  };

  const done = await ruth.post('/hub/queues/registrations', remind);
  const told = await mails();
  await town.owner
    .updateTable('hub.move')
    .set({ away_until: new Date(0) })
    .execute();
  const again = await ruth.post('/hub/queues/registrations', remind);

  expect(done.list('done')[0]?.text).toContain('Reminded');
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((mail) => !mail.to.startsWith('coordinator@'))).toBe(true);
  expect(again.status).toBe(409);
  expect(again.alert).toContain('reminded within the last day');
});

demoTest('R129 a centre reads what the hub did about its things, and no other centre does', async (town) => {
  const ruth = await coordinator(town);
  const { centre_id } = await town.owner
    .selectFrom('register.centre_answer')
    .innerJoin('register.position', 'register.position.organisation_id', 'centre_id')
    .innerJoin('people.person', 'people.person.id', 'person_id')
    .where('people.person.email', '=', 'centre-worker@practice.example')
    .where('register.centre_answer.state', '=', 'waiting')
    .select('centre_id')
    .executeTakeFirstOrThrow();
  const { id } = await town.owner
    .selectFrom('register.centre_answer')
    .select('id')
    .where('centre_id', '=', centre_id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  await ruth.post('/hub/queues/registrations', { ...clear, row: id, until: inDays(3) });
  const [dee, other, visitor] = await Promise.all([town.browser(), town.browser(), town.browser()]);
  await dee.post('/practice/sign-in', { person: 'centre-worker' });
  await other.post('/practice/sign-in', { person: 'other-centre-worker' });

  const shown = await dee.get(`/centres/${centre_id}/hub`);

  expect((await dee.get('/me')).text).toContain('What the hub did for your centre');
  expect(shown.list('done-for')[0]?.text).toContain('Rang them, Jo is back then');
  expect((await other.get(`/centres/${centre_id}/hub`)).status).toBe(403);
  expect((await visitor.get(`/centres/${centre_id}/hub`)).status).toBe(401);
});

demoTest(
  'R129 the hub sees how good the records are, and goes from each number to the records',
  async (town) => {
    const ruth = await coordinator(town);

    const page = await ruth.get('/hub/health');
    const worst = page.list('measures').filter((row) => row.href);
    const lists = await Promise.all(worst.map((row) => ruth.get(row.href ?? '')));

    expect(page.text).toMatch(/\d+ of \d+ are checked in the promised time, \d+ in 100/);
    expect(worst.length).toBeGreaterThan(1);
    for (const [index, list] of lists.entries()) {
      const counted = Number(/^\d+/.exec(worst[index]?.text.trim() ?? '')?.[0]);
      expect(list.list('records')).toHaveLength(Math.min(100, counted));
    }
  },
);

demoTest('everything the hub’s page leads to opens for the coordinator', async (town) => {
  const ruth = await coordinator(town);
  await ruth.get('/hub');

  expect(await ruth.deadLinks()).toEqual([]);
});

demoTest('whoever does not coordinate the network is not let in', async ({ browser }) => {
  const visitor = await browser();
  const dee = await browser();
  await dee.post('/practice/sign-in', { person: 'centre-worker' });
  const amrit = await browser();
  await amrit.post('/practice/sign-in', { person: 'data-lead' });

  for (const path of ['/hub', '/hub/queues/late-answers', '/hub/health', '/hub/health/unled']) {
    expect((await visitor.get(path)).status).toBe(401);
    expect((await dee.get(path)).status).toBe(403);
    expect((await amrit.get(path)).status).toBe(403);
  }
  expect((await dee.post('/hub/queues/late-answers', clear)).status).toBe(403);
});
