import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { stampFor } from '../../../platform/human/stamp.ts';
import { isWorked } from '../../../platform/human/work.ts';
import { forgetSpam } from '../actions/forget.ts';

const quickestMs = 3000;

function proofTest(name: string, work: (town: Town, id: string) => Promise<void>): void {
  const before = async (town: Town) => work(town, (await twoBoroughs(town)).eastlock);
  dbTest(name, before, { quickestMs, timeout: 60_000 });
}

/** A page that was handed out so many seconds ago. */
function stamped({ ctx }: Town, secondsAgo = 40): string {
  const machineNow = new Date(Date.now() - secondsAgo * 1000);
  return stampFor({ ...ctx, quickestMs, machineNow }, 'suggest-change');
}

function send(browser: Client, id: string, form: Record<string, string>): Promise<ShownPage> {
  const empty = { reply_to: '', stamp: '', website2: '', company2: '' };
  return browser.post(`/organisations/${id}/suggest`, { ...empty, ...form });
}

/** What the script on the page does. */
function solved(page: ShownPage): string {
  const work = page.root.querySelector('form[data-work]')?.getAttribute('data-work') ?? '';
  for (let answer = 0; ; answer += 1) if (isWorked(work, String(answer))) return String(answer);
}

async function states({ owner }: Town): Promise<Record<string, string>> {
  const rows = await owner.selectFrom('register.suggestion').select(['what', 'state']).execute();
  return Object.fromEntries(rows.map((row) => [row.what, row.state]));
}

proofTest('two hundred forms from one /64 are held, and none is refused', async (town, id) => {
  const home = `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}`;

  const flats = await Promise.all([1, 2, 3, 4].map((flat) => town.browser(undefined, `${home}::${flat}`)));
  const answers = [];
  for (let time = 0; time < 200; time += 1) {
    const what = `Note ${randomBytes(8).toString('hex')}`;
    const form = { what, stamp: stamped(town), reply_to: '', website2: '', company2: '' };
    const flat = flats[time % flats.length];
    answers.push(await flat?.post(`/organisations/${id}/suggest`, form, { follow: false }));
  }

  const all = Object.values(await states(town));
  expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([200, 303]));
  expect(all.filter((state) => state === 'held').length).toBe(194);
});

proofTest(
  'a browser that works for it is let through, once, and for its own words only',
  async (town, id) => {
    const ann = await town.browser();
    const bob = await town.browser();

    const first = await send(ann, id, { stamp: stamped(town, -60), what: 'Quick as Ann.' });
    const second = await send(bob, id, { stamp: stamped(town, -60), what: 'Quick as Bob.' });
    const answer = solved(first);
    const notBobs = await bob.submit(second, 'prove-by-work', { answer });
    const nothing = await bob.submit(second, 'prove-by-work');
    const done = await ann.submit(first, 'prove-by-work', { answer });
    const replayed = await ann.submit(first, 'prove-by-work', { answer });

    expect([notBobs.status, nothing.status, done.status, replayed.status]).toEqual([409, 409, 200, 410]);
    expect(nothing.alert).toContain('Ask for a code by e-mail');
    expect(await states(town)).toEqual({ 'Quick as Ann.': 'waiting', 'Quick as Bob.': 'held' });
    expect(await town.owner.selectFrom('loops.loop').select('id').execute()).toHaveLength(1);
  },
);

proofTest('without scripts a code by e-mail lets it through', async (town, id) => {
  const ann = await town.browser();
  const page = await send(ann, id, { stamp: stamped(town, -60), what: 'Ann has no scripts. Buy tents.' });

  const odd = await ann.submit(page, 'prove-by-mail', { email: 'ann@yopmail.com' });
  const typo = await ann.submit(page, 'prove-by-mail', { email: 'ann@' });
  const mailed = await ann.submit(page, 'prove-by-mail', { email: 'ann@club.example' });
  const [mail] = await town.owner.selectFrom('platform.outbox').selectAll().execute();
  const code = /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '';
  const wrong = await ann.submit(mailed, 'prove-by-code', { code: code === '111111' ? '222222' : '111111' });
  const done = await ann.submit(wrong, 'prove-by-code', { code: `${code.slice(0, 3)} ${code.slice(3)}` });

  expect([odd.status, typo.status, wrong.status]).toEqual([422, 422, 422]);
  expect(typo.form('prove-by-mail').values.email).toBe('ann@');
  expect(odd.problems.email).toContain('Use one that lasts');
  expect(wrong.problems.code).toContain('not the code');
  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/tents|Eastlock/);
  expect(done.text).toContain('working days');
  expect(Object.values(await states(town))).toEqual(['waiting']);
});

proofTest('a code is tried five times, and a mailbox gets three a day', async (town, id) => {
  const pages = [];
  const ann = await town.browser();
  for (let time = 0; time < 4; time += 1) {
    pages.push(await send(ann, id, { stamp: stamped(town, -60), what: `Note ${time}.` }));
  }

  const asked = [];
  for (const page of pages)
    asked.push(await ann.submit(page, 'prove-by-mail', { email: 'kim@club.example' }));
  const tries = [];
  const [first] = asked;
  const [newest] = await town.owner.selectFrom('platform.outbox').select('subject').orderBy('id').execute();
  const code = /\d{6}/.exec(newest?.subject ?? '')?.[0] ?? '';
  if (!first) throw new Error('nothing asked');
  for (let time = 0; time < 5; time += 1) {
    tries.push(await ann.submit(first, 'prove-by-code', { code: code === '111111' ? '222222' : '111111' }));
  }
  const late = await ann.submit(first, 'prove-by-code', { code });

  expect(asked.map((page) => page.status)).toEqual([200, 200, 200, 409]);
  expect(await town.owner.selectFrom('platform.outbox').select('id').execute()).toHaveLength(3);
  expect(tries.map((page) => page.status)).toEqual([422, 422, 422, 422, 422]);
  expect(late.status).toBe(409);
  expect(Object.values(await states(town))).toEqual(['held', 'held', 'held', 'held']);
});

proofTest('traps, links and words that come again are not proved away', async (town, id) => {
  const bot = await town.browser();
  const corpus = [
    { stamp: stamped(town), website2: 'x', what: 'A trap.' },
    { stamp: stamped(town, -60), what: 'https://a.example https://b.example www.c.example' },
    { what: 'No page of ours.' },
  ];

  const answers = [];
  for (const form of corpus) answers.push(await send(bot, id, form));

  expect(answers.map((page) => page.hasForm('prove-by-work'))).toEqual([false, false, false]);
  expect(answers.map((page) => page.h1)).toEqual(corpus.map(() => 'Thank you, they will look at it'));
  expect(await town.owner.selectFrom('register.held_proof').selectAll().execute()).toEqual([]);
});

proofTest('a proof runs out after two hours and is let go; what was written stays', async (town, id) => {
  const ann = await town.browser();
  const page = await send(ann, id, { stamp: stamped(town, -60), what: 'Late.' });
  const answer = solved(page);
  await town.owner
    .updateTable('register.held_proof')
    .set({ expires_at: new Date(Date.now() - 3_600_000) })
    .execute();

  const late = await ann.submit(page, 'prove-by-work', { answer });
  await forgetSpam(town.jobCtx);

  expect(late.status).toBe(410);
  expect(late.text).toContain('What you wrote is with us in any case');
  expect(await town.owner.selectFrom('register.held_proof').selectAll().execute()).toEqual([]);
  expect(await states(town)).toEqual({ 'Late.': 'held' });
});

proofTest('ten people pass, however they come', async (town, id) => {
  const ways: [string, () => Promise<ShownPage>][] = [
    ['slow', async () => send(await town.browser(), id, { stamp: stamped(town, 100 * 60), what: 'Slow.' })],
    [
      'since lunch',
      async () => send(await town.browser(), id, { stamp: stamped(town, 5 * 3600), what: 'Lunch.' }),
    ],
    [
      'pasted',
      async () => send(await town.browser(), id, { stamp: stamped(town, 4), what: 'Paste. '.repeat(200) }),
    ],
    [
      'shouts',
      async () =>
        send(await town.browser(), id, { stamp: stamped(town), what: 'CAPS LOCK IS STUCK ON MY KEYBOARD' }),
    ],
    [
      'autofill',
      async () =>
        send(await town.browser(), id, {
          stamp: stamped(town, 4),
          what: 'Filled.',
          reply_to: 'ann@club.example',
        }),
    ],
    [
      'two links',
      async () =>
        send(await town.browser(), id, { stamp: stamped(town), what: 'https://a.example and www.b.example' }),
    ],
    [
      'another language',
      async () => send(await town.browser(), id, { stamp: stamped(town), what: 'نشانی عوض شده است.' }),
    ],
    [
      'throw-away',
      async () =>
        send(await town.browser(), id, { stamp: stamped(town), what: 'Shy.', reply_to: 'x@yopmail.com' }),
    ],
    ['back button', () => twice(town, id)],
    ['quick', () => quick(town, id)],
  ];

  for (const [, way] of ways) await way();

  expect(Object.values(await states(town))).toEqual(Array(11).fill('waiting'));
});

/** Writes, goes back, writes more on the same page, and lets the browser show that it is no program. */
async function twice(town: Town, id: string): Promise<ShownPage> {
  const ann = await town.browser();
  const stamp = stamped(town);
  await send(ann, id, { stamp, what: 'Before I went back.' });
  const again = await send(ann, id, { stamp, what: 'And one more thing.' });
  return ann.submit(again, 'prove-by-work', { answer: solved(again) });
}

/** A screen reader’s user who has the words ready. */
async function quick(town: Town, id: string): Promise<ShownPage> {
  const ann = await town.browser();
  const page = await ann.get(`/organisations/${id}/suggest`);
  const held = await ann.submit(page, 'suggest-change', { what: 'Quick.' });
  return ann.submit(held, 'prove-by-work', { answer: solved(held) });
}
