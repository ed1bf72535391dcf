import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { shouldBeHeld, signsOfMailbox, signsOfText } from '../../../platform/human/signs.ts';
import { stampFor } from '../../../platform/human/stamp.ts';
import { forgetSpam } from '../actions/forget.ts';

const wrong = 'The telephone number is the one of before the move. It is 01632 960123 now.';

interface Sent {
  what?: string;
  reply_to?: string;
  stamp?: string;
  website2?: string;
  company2?: string;
}

/** A page that was handed out so many seconds ago. */
function stamped({ ctx, source }: Town, secondsAgo: number): string {
  const machineNow = new Date(Date.now() - secondsAgo * 1000);
  return stampFor({ ...ctx, quickestMs: source.quickestMs ?? 3000, machineNow }, 'suggest-change');
}

async function suggest(town: Town, id: string, sent: Sent) {
  const visitor = await town.browser();
  const form = { what: wrong, reply_to: '', stamp: '', website2: '', company2: '', ...sent };
  return visitor.post(`/organisations/${id}/suggest`, form);
}

async function statesOf({ owner }: Town): Promise<string[]> {
  const rows = await owner.selectFrom('register.suggestion').select('state').orderBy('id').execute();
  return rows.map((row) => row.state);
}

function spamTest(name: string, work: (town: Town, id: string) => Promise<void>): void {
  dbTest(
    name,
    async (town) => {
      const { eastlock } = await twoBoroughs(town);
      await work(town, eastlock);
    },
    { quickestMs: 3000 },
  );
}

spamTest('what bots send is held, and they read what everybody reads', async (town, id) => {
  const old = stamped(town, 40);
  const bots: Sent[] = [
    {},
    { stamp: 'made-up'.repeat(12) },
    // However slow the machine is, this one comes too soon.
    { stamp: stamped(town, -60) },
    { stamp: stamped(town, 40), website2: 'https://casino.example' },
    { stamp: stamped(town, 40), company2: 'Casino' },
    { stamp: stamped(town, 40), what: 'See https://a.example https://b.example and www.c.example' },
    { stamp: stamped(town, 4 * 3600), what: 'BUY NOW BUY NOW BUY NOW BUY', reply_to: 'x@yopmail.com' },
  ];

  const answers = [];
  for (const bot of bots)
    answers.push(await suggest(town, id, { ...bot, what: bot.what ?? `${wrong} ${bots.indexOf(bot)}` }));
  const first = await suggest(town, id, { stamp: old, what: `${wrong} One.` });
  const replayed = await suggest(town, id, { stamp: old, what: `${wrong} Two.` });

  expect(answers.map((answer) => answer.h1)).toEqual(bots.map(() => 'Thank you, they will look at it'));
  expect(replayed.h1).toBe(first.h1);
  expect(await statesOf(town)).toEqual([...bots.map(() => 'held'), 'waiting', 'held']);
  const loops = await town.owner.selectFrom('loops.loop').select('id').execute();
  expect(loops).toHaveLength(1);
});

spamTest('the same words twenty times are held from the fourth on', async (town, id) => {
  for (let time = 0; time < 10; time += 1) {
    await suggest(town, id, { stamp: stamped(town, 60), what: `Cheap tents!${' '.repeat(time % 3)}` });
  }

  expect(await statesOf(town)).toEqual([...Array(3).fill('waiting'), ...Array(7).fill('held')]);
});

spamTest(
  'people pass: slow, quick to copy, without scripts, by the back button with a new page',
  async (town, id) => {
    const people: Sent[] = [
      { stamp: stamped(town, 3.5) },
      { stamp: stamped(town, 110 * 60) },
      { stamp: stamped(town, 3 * 3600) },
      { stamp: stamped(town, 20), what: 'NO LONGER OPEN ON MONDAYS. ASK FOR JEAN.' },
      { stamp: stamped(town, 20), what: 'It moved: https://club.example/where says so.' },
      { stamp: stamped(town, 20), reply_to: 'jean@club.example' },
      { stamp: stamped(town, 20), what: 'Closed.' },
      { stamp: stamped(town, 20), what: 'Le numéro est faux, c’est 01632 960999. Merci !' },
      { stamp: stamped(town, 20), what: wrong.repeat(8) },
    ];
    for (const one of people) await suggest(town, id, { what: `${wrong} ${people.indexOf(one)}`, ...one });
    const visitor = await town.browser();
    const page = await visitor.get(`/organisations/${id}/suggest`);

    expect(await statesOf(town)).toEqual(people.map(() => 'waiting'));
    expect(page.html).toContain('aria-hidden="true"');
    expect(page.form('suggest-change').values.stamp).toMatch(/^[\w-]{60,}$/);
  },
);

spamTest(
  'R129 the coordinator lets through what was held, or calls it spam; nobody else sees it',
  async (town, id) => {
    await suggest(town, id, { what: 'First: the door is in Mill Lane.' });
    await suggest(town, id, { what: 'Second: win a prize.' });
    const ruth = await signedInAs(town, 'coordinator@practice.example');
    const dee = await signedInAs(town, 'centre-worker@practice.example');
    const held = await ruth.get('/hub/queues/held');
    const [first, second] = held.list('held');
    const form = { words: '', until: '', back: 'queue' };

    const inboxBefore = await dee.get('/inbox');
    await ruth.post('/hub/queues/held', { ...form, row: first?.id ?? '', move: 'let-through' });
    const left = await ruth.post('/hub/queues/held', { ...form, row: second?.id ?? '', move: 'spam' });

    expect(first?.text).toContain('the door is in Mill Lane');
    expect(first?.text).toContain('Held because it did not come from a page of ours.');
    expect(left.text).toContain('Nothing is on this list');
    expect(await statesOf(town)).toEqual(['waiting', 'spam']);
    expect(inboxBefore.text).not.toContain('Suggested change');
    expect((await dee.get('/inbox')).text).toContain('Suggested change');
    expect((await dee.get('/hub/queues/held')).status).toBe(403);
  },
);

spamTest(
  'what was held is gone after thirty days, and what somebody has to answer is not',
  async (town, id) => {
    const aged = (days: number, state: string) => ({
      id: town.ctx.newId(),
      organisation_id: id,
      what: `${state}, ${days} days`,
      made_at: new Date(Date.now() - days * 86_400_000),
      state,
      held_why: ['trap'],
    });
    const rows = [aged(31, 'held'), aged(31, 'spam'), aged(29, 'spam'), aged(31, 'waiting')];
    await town.owner.insertInto('register.suggestion').values(rows).execute();

    await forgetSpam(town.jobCtx);

    const left = await town.owner.selectFrom('register.suggestion').select('what').execute();
    expect(left.map((row) => row.what).sort()).toEqual(['spam, 29 days', 'waiting, 31 days']);
  },
);

spamTest('whoever fills in what nobody sees is mailed no code', async (town) => {
  const bot = await town.browser();
  const person = await town.browser();

  const trapped = await bot.post('/sign-in', {
    email: 'bot@spam.example',
    next: '',
    website2: 'x',
    company2: '',
  });
  await person.post('/sign-in', { email: 'jean@club.example', next: '', website2: '', company2: '' });
  const mails = await town.owner.selectFrom('platform.outbox').select('to_email').execute();

  expect(trapped.url).toBe('/sign-in/code');
  expect(mails.map((mail) => mail.to_email)).toEqual(['jean@club.example']);
});

spamTest('R129 what somebody signed in would have stand on a page is looked at, too', async (town, id) => {
  const visitor = await signedInAs(town, 'new@yopmail.com');
  const reader = await signedInAs(town, 'reader@club.example');
  const ruth = await signedInAs(town, 'coordinator@practice.example');
  const dee = await signedInAs(town, 'centre-worker@practice.example');
  await town.owner
    .updateTable('people.person')
    .set({ created_at: new Date() })
    .where('email', '=', 'new@yopmail.com')
    .execute();
  const edit = `/organisations/${id}/suggest/edit`;
  const good = { themes: 'food', people_served: 'everyone' };

  const mine = await visitor.submit(await visitor.get(edit), 'suggest-edit', {
    ...good,
    phone: '01632 960188',
  });
  await reader.submit(await reader.get(edit), 'suggest-edit', { ...good, phone: '01632 960199' });
  const trapped = { ...good, summary: 'Tents.', company2: 'Tents Ltd' };
  await reader.submit(await reader.get(edit), 'suggest-edit', trapped);
  const states = await statesOf(town);
  const held = (await ruth.get('/hub/queues/held')).list('held');
  const inbox = (await dee.get('/inbox')).list('inbox').length;
  const form = { words: '', until: '', back: 'queue', row: held[0]?.id ?? '', move: 'let-through' };
  await ruth.post('/hub/queues/held', form);

  expect(states).toEqual(['held', 'waiting', 'held']);
  expect(mine.text).toContain('Nobody has answered yet.');
  expect(held[0]?.text).toContain('01632 960188');
  expect(held[0]?.text).toContain('the account is from today');
  expect((await dee.get('/inbox')).list('inbox')).toHaveLength(inbox + 1);
});

spamTest('no single weak sign holds anybody back', () => {
  expect(shouldBeHeld(signsOfText('HELLO, IS ANYBODY THERE AT ALL?'))).toBe(false);
  expect(signsOfMailbox('ann@mail.yopmail.com')).toEqual(['throw-away']);
  expect(signsOfMailbox('ann@notyopmail.com')).toEqual([]);
  expect(shouldBeHeld(['throw-away', 'capitals'])).toBe(true);
  return Promise.resolve();
});
