import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { makeNetwork } from '../door.ts';

const pages = {
  '/privacy': 'What we keep about you',
  '/accessibility': 'Using this site',
  '/terms': 'What you agree to here',
  '/what-to-expect': 'What you can expect',
  '/open-data': 'Open data',
  '/about': 'Made with Joinery',
  '/help': 'Help',
  '/wrong': 'Something went wrong',
  '/status': 'Is everything working?',
};

dbTest('every duty of a public site has its page, and its links lead somewhere', async ({ browser }) => {
  const visitor = await browser();

  const titles = await Promise.all(
    Object.keys(pages).map(async (path) => [path, (await visitor.get(path)).h1]),
  );

  expect(Object.fromEntries(titles)).toEqual(pages);
  expect(await visitor.deadLinks()).toEqual([]);
});

dbTest('what is kept about a person is what the slices say they hold', async ({ browser, source }) => {
  const visitor = await browser();

  const page = await visitor.get('/privacy');

  expect(page.list('held').map((one) => one.id)).toEqual(source.house.heldAbout.map((held) => held.label));
});

dbTest('the clocks on the page are those of the network', async ({ browser }) => {
  const visitor = await browser();

  const page = await visitor.get('/what-to-expect');

  expect(page.text).toContain('A centre answers a new group within 3 working days.');
});

dbTest('a machine can ask whether the server lives and is ready', async ({ browser, owner }) => {
  const visitor = await browser();

  expect((await visitor.get('/healthz')).json()).toEqual({ alive: true });
  expect((await visitor.get('/readyz')).json()).toEqual({
    ready: true,
    checks: { database: true, mail: true, disk: true, clock: true },
  });
  await owner
    .insertInto('platform.outbox')
    .values({
      id: '019aa000-0000-7000-8000-000000000001',
      kind: 'a test',
      to_email: 'sam@club.example',
      subject: 'Hello',
      body: '',
      at: new Date(),
      try_at: new Date(Date.now() - 600_000),
    })
    .execute();
  const stuck = await visitor.get('/readyz');
  expect(stuck.status).toBe(503);
  expect(stuck.json()).toMatchObject({ ready: false, checks: { mail: false } });
  expect((await visitor.get('/status')).text).toContain('Codes and messages are late.');
});

dbTest('who finds a hole knows whom to write to', async ({ browser }) => {
  const visitor = await browser();

  const { body } = await visitor.get('/.well-known/security.txt');

  expect(body).toContain('Contact: mailto:hub@ambry.example\n');
  const expires = /Expires: (\S+)/.exec(body)?.[1] ?? '';
  expect(Date.parse(expires)).toBeGreaterThan(Date.now());
});

dbTest('a network without a telephone yet has its pages all the same', async ({ browser, jobCtx }) => {
  await makeNetwork(jobCtx, {
    name: 'A new network',
    strapline: '',
    practice: false,
    promise: [],
    hubName: 'The hub',
    hubPhone: '',
    hubEmail: '',
  });
  const visitor = await browser();

  expect((await visitor.get('/help')).text).toContain('The hub has not said yet how to reach it.');
  expect((await visitor.get('/what-to-expect')).status).toBe(200);
});
