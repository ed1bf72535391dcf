import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt, stepOf } from '../../src/platform/totp.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { vale } from '../helpers/vale-areas.ts';
import { entries, form } from './browser.ts';
import { type Hand, keys } from './hands.ts';
import { flaws } from './looks.ts';
import { freePort, type Started, startServer } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'joinery-empty-'));
let server: Started;
let browser: Browser;
/** Who opens the network, and has shown her second key. */
let coordinator: Page;

beforeAll(async () => {
  server = await startServer(folder, { port: await freePort(), JOINERY_NETWORK: 'empty' });
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

test('C1-J1 a coordinator opens an empty network, by keys alone, on a small screen without scripts', {
  timeout: 300_000,
}, async () => {
  const ruth = await open();
  coordinator = ruth;
  const hand = keys(ruth);
  await ruth.goto(/http\S+invitations\S+/.exec(server.said)?.[0] ?? '');
  await joinAs(ruth, 'ruth@hub.example', hand);
  await setUpKey(ruth, hand);
  await ruth.goto('/settings');
  expect(await ruth.locator('h1').textContent()).toBe('Set up the network');

  await sayWho(ruth, hand);
  await bringInAreas(ruth, hand);
  const centre = await addCentre(ruth, hand);
  await coverTheGap(ruth, hand);
  await twoAdmins(ruth, hand, centre);
  await loadCouncilList(ruth, hand);

  await ruth.goto('/settings/doors');
  await hand.press(form(ruth, 'open-doors').getByRole('button'));
  await ruth.locator('h1', { hasText: 'Find something good close to home' }).waitFor();
  const visitor = await open();
  await visitor.goto('/areas/V03');
  expect(await visitor.locator('main').innerText()).toContain('its neighbour answers for it');
});

test('R7 a list is stopped half way, goes on, and is taken back, on a small screen without scripts', {
  timeout: 120_000,
}, async () => {
  const ruth = coordinator;
  await ruth.goto('/imports/new');
  await sendList(
    ruth,
    Array.from({ length: 2000 }, (_, number) => `Harbour Group ${number},Sails,V1 1AA`),
  );
  await form(ruth, 'say-columns').getByRole('button').click();
  await whenThere(ruth, 'bring-in');

  await form(ruth, 'bring-in').getByRole('button').click();
  await form(ruth, 'stop-import').getByRole('button').click();
  const stopped = await ruth.locator('main').innerText();
  await form(ruth, 'bring-in').getByRole('button', { name: 'Go on' }).click();
  await whenThere(ruth, 'undo-import');
  const done = await ruth.locator('main').innerText();
  await form(ruth, 'undo-import').getByRole('button').click();
  for (let look = 0; look < 150 && !(await ruth.getByText('What was kept').isVisible()); look += 1) {
    await ruth.waitForTimeout(200);
    await ruth.reload();
  }

  expect(stopped).toContain('It was stopped half way.');
  expect(done).toMatch(/New\s+2,000/);
  expect(await ruth.locator('main').innerText()).toContain('everything is as it was before');
  await ruth.goto('/search?kind=organisation&q=Harbour');
  expect(await ruth.locator('main').innerText()).not.toContain('Harbour Group');
});

test('C1-J1 axe finds nothing on the pages of setting up', { timeout: 120_000 }, async () => {
  const ruth = await open({ scripts: true });
  await ruth.goto('/sign-in');
  await signIn(ruth, 'ruth@hub.example', keys(ruth));
  await ruth.goto('/settings');
  await showKey(ruth);

  const steps = ['', '/name', '/areas', '/postcodes', '/centres', '/cover', '/promise', '/holidays'];
  const more = ['/words', '/logo', '/colour', '/licence', '/banner', '/doors'];
  const found: string[] = [];
  for (const path of [...[...steps, ...more].map((step) => `/settings${step}`), '/imports', '/feeds']) {
    await ruth.goto(path);
    if (path !== '/settings') await ruth.getByRole('link', { name: 'Settings', exact: true }).waitFor();
    found.push(...(await flaws(ruth)));
  }

  expect(found).toEqual([]);
});

async function open({ scripts = false } = {}): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ baseURL: server.url, viewport, javaScriptEnabled: scripts });
  return context.newPage();
}

async function joinAs(page: Page, email: string, hand: Hand): Promise<void> {
  await hand.press(page.locator('main').getByRole('link', { name: 'Sign in' }));
  await signIn(page, email, hand);
  await hand.press(form(page, 'accept-invitation').getByRole('button'));
}

async function signIn(page: Page, email: string, hand: Hand): Promise<void> {
  await hand.fill(form(page, 'ask-for-sign-in').getByLabel('E-mail address'), email);
  await hand.press(form(page, 'ask-for-sign-in').getByRole('button'));
  await form(page, 'enter-code').waitFor();
  const code = /code is (\d{3} \d{3})/.exec(await mail(1))?.[1] ?? '';
  await hand.fill(form(page, 'enter-code').getByLabel('Code'), code);
  await hand.press(form(page, 'enter-code').getByRole('button'));
  await form(page, 'enter-code').waitFor({ state: 'detached' });
}

/** Where mail is kept, whoever runs the machine reads it at the command line. */
async function mail(last: number): Promise<string> {
  const env = { ...process.env, JOINERY_DATA: folder };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/cli.js', 'mail', '--last', String(last)],
    { env },
  );
  return stdout;
}

let appKey: Buffer = Buffer.alloc(0);
let lastStep = 0;

async function setUpKey(page: Page, hand: Hand): Promise<void> {
  await hand.press(form(page, 'begin-authenticator').getByRole('button'));
  await form(page, 'confirm-authenticator').waitFor();
  appKey = fromBase32(await page.locator('[data-state="key"]').innerText());
  await hand.fill(form(page, 'confirm-authenticator').getByLabel('Six figures'), await appCode());
  await hand.press(form(page, 'confirm-authenticator').getByRole('button'));
  await form(page, 'confirm-authenticator').waitFor({ state: 'detached' });
}

async function showKey(page: Page): Promise<void> {
  await form(page, 'show-code')
    .getByLabel('The code your app shows now')
    .fill(await appCode());
  await form(page, 'show-code').getByRole('button').click();
  await form(page, 'show-code').waitFor({ state: 'detached' });
}

/** A code works once, so the next one may have to be waited for; the one that comes is taken, too. */
async function appCode(): Promise<string> {
  const step = Math.max(stepOf(new Date()), lastStep + 1);
  while (step > stepOf(new Date()) + 1) await new Promise((done) => setTimeout(done, 500));
  lastStep = step;
  return codeAt(appKey, step);
}

function fromBase32(text: string): Buffer {
  const letters = [...text.replace(/\s/g, '')];
  const bits = letters
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

async function sayWho(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Name and contact' }));
  const one = form(page, 'name-network');
  await hand.fill(one.getByLabel('Name of the network'), 'Ambry Vale Together');
  await hand.fill(one.getByLabel('What is your office called?'), 'Ambry Vale Hub');
  await hand.fill(one.getByLabel('Telephone number'), '01632 960100');
  await hand.press(one.getByRole('button'));
  await page.getByRole('alert').waitFor();
  await hand.fill(one.getByLabel('E-mail for everybody'), 'hub@ambryvale.example');
  await hand.press(one.getByRole('button'));
  await one.waitFor({ state: 'detached' });
}

/** The chooser of files is the browser's own, so the file is handed to it. */
async function bringInAreas(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Levels and areas' }));
  const file = { name: 'vale.csv', mimeType: 'text/csv', buffer: Buffer.from(vale) };
  await form(page, 'bring-in-areas').getByLabel('The file').setInputFiles(file);
  await hand.press(form(page, 'bring-in-areas').getByRole('button', { name: 'Bring it in' }));
  await form(page, 'bring-in-areas').waitFor({ state: 'detached' });
  const reasons = await entries(page, 'rejected-lines');
  expect(reasons.length).toBe(14);
  expect(reasons[0]).toContain('There is no code.');
  await page.goto('/settings');
  expect((await entries(page, 'setup')).join()).toContain('1 region, 2 sub-regions, 3 boroughs.');
}

/** Thirty groups as the council has them; fourteen rows cannot be taken as they stand. */
async function loadCouncilList(page: Page, hand: Hand): Promise<void> {
  await page.goto('/settings');
  await hand.press(page.getByRole('link', { name: 'Lists of groups and services' }));
  await hand.press(page.getByRole('link', { name: 'Bring in a list' }));
  await sendList(page, [
    ...Array.from({ length: 30 }, (_, number) => `Lantern Group ${number},Lunch together,V1 1AA`),
    ...Array.from({ length: 14 }, () => ',Nobody knows what it is called,V1 1AA'),
  ]);
  await hand.press(form(page, 'say-columns').getByRole('button'));
  await form(page, 'say-columns').waitFor({ state: 'detached' });
  await whenThere(page, 'bring-in');
  expect((await entries(page, 'outcomes')).join(' ')).toMatch(/New\s+30\s.*Rejected\s+14\s/s);
  await hand.press(page.getByRole('link', { name: /See them all.*Rejected/ }));
  await page.locator('h1', { hasText: 'Rows: rejected' }).waitFor();
  const reasons = await entries(page, 'seen-rows');
  expect(reasons).toHaveLength(14);
  expect(reasons[0]).toMatch(/32\s+There is no name\./);

  await page.goBack();
  await hand.press(form(page, 'bring-in').getByRole('button'));
  await form(page, 'bring-in').waitFor({ state: 'detached' });
  await whenThere(page, 'undo-import');
  expect(await entries(page, 'rejected-lines')).toHaveLength(14);
  await page.goto('/search?kind=organisation&q=Lantern');
  expect((await entries(page, 'results')).join()).toContain('Lantern Group');
}

async function sendList(page: Page, rows: readonly string[]): Promise<void> {
  const one = form(page, 'send-list');
  await one.getByLabel('Groups and organisations').check();
  await one.getByLabel('Whose list is it?').fill('Eastlock Council');
  const text = ['Name,What it does,Postcode', ...rows].join('\n');
  await one
    .getByLabel('The file')
    .setInputFiles({ name: 'council.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await one.getByRole('button', { name: 'Send the list' }).click();
  await form(page, 'say-columns').waitFor();
}

/** A job has the list in hand; whoever waits looks again, as somebody without scripts does. */
async function whenThere(page: Page, name: string): Promise<void> {
  for (let look = 0; look < 100 && (await form(page, name).count()) === 0; look += 1) {
    await page.waitForTimeout(200);
    await page.reload();
  }
  await form(page, name).waitFor({ timeout: 1000 });
}

async function addCentre(page: Page, hand: Hand): Promise<string> {
  await hand.press(page.getByRole('link', { name: 'Centres and their people' }));
  const one = form(page, 'add-centre');
  await hand.fill(one.getByLabel('Name of the centre'), 'Eastlock Volunteer Centre');
  await hand.choose(one.getByLabel('Eastlock'));
  await hand.choose(one.getByLabel('Hartlow'));
  await hand.fill(one.getByLabel('E-mail of the person who runs it'), 'pat@eastlock.example');
  await hand.press(one.getByRole('button'));
  await page.locator('h1', { hasText: 'Eastlock Volunteer Centre' }).waitFor();
  return page.url();
}

async function coverTheGap(page: Page, hand: Hand): Promise<void> {
  await page.goto('/settings/cover');
  expect(await page.locator('main').innerText()).toContain('Nobody answers for Nine Elders');
  const chooser = form(page, 'choose-cover').getByLabel('Nine Elders: a gap');
  await chooser.focus();
  await page.keyboard.type('Eastlock');
  await hand.press(form(page, 'choose-cover').getByRole('button'));
  await form(page, 'choose-cover').waitFor({ state: 'detached' });
  expect((await entries(page, 'setup')).join()).toContain('Every borough has a centre or a cover.');
}

/** One admin is amber, the second makes it well. */
async function twoAdmins(page: Page, hand: Hand, centre: string): Promise<void> {
  await comeIn('pat@eastlock.example');
  await page.goto('/settings/centres');
  expect((await entries(page, 'centres'))[0]).toContain('One person alone runs it');
  expect(await page.locator('[data-list="centres"] [data-tone="wait"]').count()).toBe(1);

  await page.goto(centre);
  await hand.fill(form(page, 'invite-to-centre').getByLabel('E-mail of the person'), 'sam@eastlock.example');
  await hand.choose(form(page, 'invite-to-centre').getByLabel('Runs it'));
  await hand.press(form(page, 'invite-to-centre').getByRole('button'));
  await page.getByText('sam@eastlock.example, invited').waitFor();
  await comeIn('sam@eastlock.example');
  await page.goto('/settings/centres');
  expect((await entries(page, 'centres'))[0]).toContain('Two people run it');
}

/** Somebody opens the newest invitation they got, and joins. */
async function comeIn(email: string): Promise<void> {
  const one = (await mail(10))
    .split(/\n(?=\d{4}-)/)
    .find((text) => text.includes(`${email}  You are invited`));
  const person = await open();
  await person.goto(/http\S+\/invitations\/\S+/.exec(one ?? '')?.[0] ?? '');
  await joinAs(person, email, keys(person));
  await form(person, 'accept-invitation').waitFor({ state: 'detached' });
  await person.context().close();
}
