import type { Page } from '@playwright/test';
import { expect, inject, test } from 'vitest';
import { beSomebody, browserForFile, form } from './browser.ts';
import { flaws, watch } from './looks.ts';

const browser = browserForFile();

/** Opens pages one after the other, by address or by walking, and says what is wrong with any of them. */
async function look(as: string | undefined, steps: readonly (string | ((page: Page) => Promise<unknown>))[]) {
  const page = await browser.open({ width: 360 });
  page.setDefaultTimeout(10_000);
  if (as) await beSomebody(page, as);
  const seen = watch(page, inject('journeyUrl'));
  const found: string[] = [];
  for (const step of steps) {
    await page.setViewportSize({ width: 360, height: 740 });
    if (typeof step === 'string') await page.goto(step);
    else await step(page);
    if (step !== '/nowhere' && /nothing here|somebody else/.test(await page.title()))
      found.push(`no ${step}`);
    found.push(...(await flaws(page)));
  }
  return [...found, ...seen];
}

const open = (list: string) => (page: Page) =>
  page.locator(`[data-list="${list}"] [data-id] a`).first().click();
const follow = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name }).first().click();
const goOn = (page: Page) => page.getByRole('button', { name: 'Save and go on' }).click();
const press = (name: string) => (page: Page) => form(page, name).getByRole('button').last().click();

/** The same page twice is held; without the script that works for it, the next step stays to be looked at. */
async function sendTwice(page: Page): Promise<void> {
  await page.route(/work-[^/]*\.js/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const address = page.url();
  const stamp = page.locator('[name=stamp]');
  const first = await stamp.inputValue();
  for (const what of ['The door is in Mill Lane.', 'And it has a bell.']) {
    await page.goto(address);
    await stamp.evaluate((field, value) => field.setAttribute('value', value), first);
    await form(page, 'suggest-change').getByLabel('What is wrong').fill(what);
    await press('suggest-change')(page);
  }
}

test('axe finds nothing on the pages by which a stranger finds help', { timeout: 240_000 }, async () => {
  const found = await look(undefined, [
    '/',
    '/search',
    '/search?q=lunch&near=AV3+4QT',
    open('results'),
    '/search?q=lunch&near=AV3+4QT&kind=organisation',
    open('results'),
    follow(/wrong/),
    press('suggest-change'),
    sendTwice,
    press('prove-by-mail'),
    '/search?q=zeppelin',
    '/roles?near=AV3+4QT&age=15',
    open('roles'),
    '/roles?cause=Hovercraft&age=old',
    '/map?near=AV3',
    '/searches/new?q=lunch',
    '/embed?near=Atlantis&colour=ffff00',
    '/embed/search?q=lunch&near=AV3+4QT',
    '/areas/V01',
    '/nowhere',
  ]);

  expect(found).toEqual([]);
});

test('axe finds nothing on the pages about the network itself', { timeout: 240_000 }, async () => {
  const about = [
    '/privacy',
    '/accessibility',
    '/terms',
    '/what-to-expect',
    '/about',
    '/help',
    '/wrong',
    '/complain',
    press('complain'),
    '/my-details',
  ];

  const found = await look(undefined, [
    ...about,
    '/open-data',
    '/status',
    '/practice',
    '/practice/mail',
    '/practice/forms',
  ]);

  expect(found).toEqual([]);
});

test('axe finds nothing while somebody signs in and registers a group', { timeout: 240_000 }, async () => {
  const signingIn = ['/register', '/sign-in', press('ask-for-sign-in'), '/sign-in/code', press('enter-code')];
  const steps = ['where', 'what', 'found'].flatMap((step) => [beside(step), goOn]);

  const found = await look(undefined, signingIn);
  const registering = [press('begin-registration'), goOn, ...steps, beside('send')];
  found.push(...(await look('volunteer', ['/register', ...registering])));

  expect(found).toEqual([]);
});

test('axe finds nothing on the pages of those who keep a record', { timeout: 240_000 }, async () => {
  const found = await look('group-organiser', [
    '/me',
    '/inbox',
    own('organisations'),
    beside('edit'),
    async (page) => {
      await page.getByLabel('Name').first().fill('');
      await press('change-organisation')(page);
    },
    own('organisations'),
    beside('people'),
    press('invite-person'),
    beside('second-keys'),
    beside('branches'),
    beside('follow'),
    press('follow'),
    '/following',
    '/searches/new?q=lunch',
    press('save-search'),
    open('saved-searches'),
    '/searches',
    '/me/providers',
    own('organisations'),
    beside('people'),
    follow('I am going to leave'),
    own('organisations'),
    beside('brief'),
    beside('check'),
    beside('registration'),
    beside('new-service'),
    press('add-service'),
    own('organisations'),
    beside('new-role'),
    press('post-role'),
    own('organisations'),
    (page) => page.locator('main a[href*="/roles/"]').first().click(),
    beside('sessions'),
    press('add-session'),
    own('organisations'),
    (page) => page.locator('main a[href*="/services/"]').first().click(),
    beside('edit'),
    first('/inbox', '/suggestions/'),
    press('answer-suggestion'),
    '/me/keys',
    press('begin-authenticator'),
    press('confirm-authenticator'),
    '/second-key',
    '/me/mailbox',
    '/me/close',
    '/view-as',
    press('view-as'),
  ]);

  expect(found).toEqual([]);
});

test('axe finds nothing on the pages of those who answer for others', { timeout: 240_000 }, async () => {
  const found = await look('centre-worker', [
    '/inbox',
    own('centres'),
    beside('looks'),
    beside('hub'),
    own('centres'),
    open('registrations'),
    press('answer-registration'),
    first('/inbox', '/claims/'),
    press('answer-claim'),
  ]);
  found.push(
    ...(await look('centre-admin', [own('centres'), beside('questions'), press('add-question'), provider])),
  );
  found.push(
    ...(await look('coordinator', [
      '/hub',
      '/nobody-lost',
      open('nobody-lost'),
      '/nobody-lost?only=marked',
      '/ten-minutes',
      '/hub/queues/late-answers',
      '/settings/synonyms?word=night+shelter',
      press('add-synonyms'),
      '/settings/synonyms/built-in/send',
      '/hub/health',
      '/inbox',
      '/search?kind=organisation',
      open('results'),
      beside('appointments'),
      press('appoint-person'),
    ])),
  );

  expect(found).toEqual([]);
});

test('axe finds nothing on records of the past, of support and of lists', { timeout: 240_000 }, async () => {
  const refused = ['/imports/new', press('send-list'), '/feeds', press('add-feed')];
  const found = await look('group-organiser', [
    own('organisations'),
    beside('history'),
    (page) => page.goto(`${page.url()}?from=2024-12-01`),
    beside('support'),
  ]);
  found.push(
    ...(await look('centre-admin', [
      own('centres'),
      beside('support'),
      open('follow-ups'),
      (page) => page.getByText('Write something down').click(),
    ])),
    ...(await look('coordinator', ['/hub/health/one-person', '/imports', open('imports'), ...refused])),
  );

  expect(found).toEqual([]);
});

test('axe finds nothing on the pages of first looks and of mergers', { timeout: 240_000 }, async () => {
  const found = await look('centre-worker', [
    '/me',
    follow(/^What groups add at/),
    open('first-looks'),
    press('answer-service'),
    follow(/^Do you trust/),
    press('trust-group'),
    '/search?kind=organisation&q=eastlock+larder',
    open('results'),
    follow('The Bread Shelf'),
    press('undo-merger'),
    follow(/^See /),
    follow('It is here twice'),
  ]);

  expect(found).toEqual([]);
});

test('axe finds nothing where people ask for help, are sent on and are looked after', {
  timeout: 240_000,
}, async () => {
  const found = await look(undefined, ['/help/ask', press('sort-help')]);
  found.push(
    ...(await look('link-worker', [
      '/referrals',
      first('/referrals?of=sent', '/referrals/'),
      '/plans',
      open('plans'),
    ])),
    ...(await look('council-officer', ['/boards', open('boards')])),
    ...(await look('group-organiser', ['/help-requests', open('help-requests'), '/inbox'])),
    ...(await look('data-lead', [
      '/data-protection',
      press('hold-back'),
      '/inbox',
      first('/inbox', '/requests/'),
    ])),
  );

  expect(found).toEqual([]);
});

test('axe finds nothing on the way from wishes to volunteering', { timeout: 240_000 }, async () => {
  const found = await look('volunteer', [
    '/volunteer',
    '/volunteer/matches',
    '/roles/matching',
    '/roles/young',
    '/volunteering',
    open('own-enquiries'),
    '/who-has-my-details',
  ]);
  found.push(
    ...(await look('centre-worker', ['/enquiries', open('enquiries'), press('note-enquiry')])),
    ...(await look('group-organiser', ['/introductions', open('introductions')])),
    ...(await look('employer', ['/me', first('/me', '/organisations/')])),
  );

  expect(found).toEqual([]);
});

/** The page of the same thing with another last word. */
function beside(word: string) {
  return (page: Page) => page.goto(page.url().replace(/[^/]+$/, word));
}

/** How the people of this centre may sign in. */
function provider(page: Page) {
  return page.goto(page.url().replace(/[/]centres[/]([^/]+).*/, '/organisations/$1/provider'));
}

/** The first link on /me to something of one's own. */
function own(kind: string) {
  return first('/me', `/${kind}/`);
}

function first(on: string, under: string) {
  return async (page: Page) => {
    await page.goto(on);
    await page.locator(`main a[href*="${under}"]`).first().click();
  };
}
