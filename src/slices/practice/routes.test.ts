import { expect } from 'vitest';
import { client } from '../../../test/helpers/client.ts';
import { dbTest } from '../../../test/helpers/db.ts';
import { demoTest } from '../../../test/helpers/demo-town.ts';
import { makeApp } from '../../app.ts';
import { cast } from '../../demo/region/lists/cast.ts';
import { networkWords } from '../../platform/http/context.ts';
import { makeNetwork } from '../network/door.ts';

interface Message {
  id: string;
  to: string;
  subject: string;
  text: string;
  links: string[];
  at: string;
  state: string;
}

demoTest('one can be anybody of the cast', async ({ browser }) => {
  const visitor = await browser();
  const start = await visitor.get('/practice');

  const own = await visitor.submit(start, 'practice-sign-in', { person: 'coordinator' });

  expect(own.url).toBe('/me');
  expect(own.h1).toBe('Hello Ruth');
  expect(
    start
      .form('practice-sign-in')
      .buttons.map((button) => button.value)
      .sort(),
  ).toEqual(cast.map((person) => person.key).sort());
});

demoTest('nobody is signed in as somebody who is not of the cast', async ({ browser }) => {
  const visitor = await browser();

  expect((await visitor.post('/practice/sign-in', { person: 'nobody' })).status).toBe(404);
  expect((await visitor.post('/practice/sign-in', {})).status).toBe(422);
});

demoTest('moving the clock does what fell due, and says so', async ({ browser }) => {
  const visitor = await browser();
  const start = await visitor.get('/practice');

  const after = await visitor.submit(start, 'practice-clock', { hours: '72' });

  expect(after.text).toContain('3 days have passed');
  expect(after.list('happened').map((one) => one.id)).toContain('promises that climb');
  expect(after.list('new-mail').length).toBeGreaterThan(0);
  const back = await visitor.post('/practice/clock', { hours: '-1' });
  expect(back.status).toBe(422);
  expect(back.text).toContain('The clock only moves on.');
});

demoTest('the mail of the last action is there at once', async ({ browser }) => {
  const visitor = await browser();
  const start = await visitor.get('/sign-in');
  await visitor.submit(start, 'ask-for-sign-in', { email: 'new@club.example' });

  const page = await visitor.get('/practice/mail?to=new@club.example');
  const json = await visitor.get('/practice/mail?to=new@club.example&format=json');

  expect(page.list('mail').length).toBe(1);
  const [message] = messages(json.json());
  expect(Object.keys(message ?? {})).toEqual(['id', 'to', 'subject', 'text', 'links', 'at', 'state']);
  expect(message).toMatchObject({ to: 'new@club.example', state: 'kept' });
  expect(message?.links[0]).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\/[\w-]{43}$/);
});

demoTest('the first day comes back within five seconds', async ({ browser, owner }) => {
  const visitor = await browser();
  await visitor.post('/practice/sign-in', { person: 'centre-worker' });
  await visitor.post('/practice/clock', { hours: '2000' });
  const began = Date.now();

  const start = await visitor.submit(await visitor.get('/practice'), 'practice-reset');

  expect(Date.now() - began).toBeLessThan(5000);
  expect(start.h1).toBe('Practise here');
  expect((await visitor.get('/me')).status).toBe(401);
  const clock = await owner.selectFrom('network.clock').select('hours_ahead').executeTakeFirst();
  expect(clock?.hours_ahead).toBe(0);
});

const addresses = ['/practice', '/practice/mail', '/practice/mail?format=json', '/practice/forms'];
const posts = ['/practice/sign-in', '/practice/clock', '/practice/reset'];

dbTest('in any other network none of it is there', async (town) => {
  await makeNetwork(town.jobCtx, {
    name: 'A real network',
    strapline: '',
    practice: false,
    promise: [],
    hubName: 'The hub',
    hubPhone: '01632 960100',
    hubEmail: 'hub@net.example',
  });
  const visitor = await town.browser();

  const got = await Promise.all(addresses.map((address) => visitor.get(address)));
  const posted = await Promise.all(posts.map((address) => visitor.post(address, {})));

  expect([...got, ...posted].map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
});

demoTest('from another host none of it is there', async ({ source }) => {
  const app = makeApp({
    ...source,
    words: networkWords(source),
    trustedProxy: '',
    files: new Map(),
    assets: { stylesheet: '/joinery.css', scripts: {} },
  });
  const stranger = client({ app, origin: 'http://vale.example' });

  const got = await Promise.all(addresses.map((address) => stranger.get(address)));

  expect(got.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
});

function messages(json: unknown): Message[] {
  return Array.isArray(json) ? json : [];
}
