import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, newestMail } from './browser.ts';

const browser = browserForFile();

test('R8 R9 two centres advise one group: what each wrote, and what one suggests to the other', async () => {
  const [dee, jo] = [await as('centre-worker'), await as('other-centre-worker')];
  const group = await groupCalled(dee, 'Eastlock Larder');

  await writeDown(dee, group, { words: 'Helped with the forms for the bank.', readers: 'All centres' });
  await writeDown(dee, group, { words: 'The treasurer may stop.', readers: 'Only our own centre' });
  await jo.goto(`${group}/support`);
  expect((await entries(jo, 'support')).join()).toContain('Helped with the forms for the bank.');
  expect(await jo.content()).not.toContain('The treasurer may stop.');

  const taken = await suggest(jo, group, { field: 'summary', text: 'Food that would be thrown away.' });
  const left = await suggest(jo, group, { field: 'name', text: 'Larder and Friends' });
  await answer(dee, taken, { label: 'Take over what is ticked' });
  await answer(dee, left, { label: 'No, it stays as it is', reason: 'They did not change their name.' });
  expect(await words(jo, taken)).toContain('All of it has been taken over');
  expect(await words(jo, left)).toContain('They did not change their name.');

  await dee.goto(`${group}/history`);
  expect((await entries(dee, 'history'))[0]).toContain('Food that would be thrown away.');
  await form(dee, 'undo-change').first().getByRole('button').click();
  expect((await entries(dee, 'history'))[0]).toContain('An undoing');
  expect(await words(dee, group)).not.toContain('Food that would be thrown away.');
});

test('R136 R141 hours changed once are on the page, in the feed and in a mail, and can be taken back', async () => {
  const [noor, sam] = [await as('link-worker'), await as('group-organiser')];
  const group = await groupCalled(noor, 'Tuesday Table lunch club');
  await noor.goto(`${group}/follow`);
  await form(noor, 'follow').getByLabel('At once').check();
  await form(noor, 'follow').getByRole('button', { name: 'Follow' }).click();

  await sam.goto(group);
  await sam.locator('main a[href*="/services/"]').first().click();
  const service = /\/services\/[0-9a-f-]{36}/.exec(sam.url())?.[0] ?? '';
  await sam.goto(`${service}/edit`);
  await form(sam, 'change-service').locator('[name="opens"]').fill('10.45');
  await form(sam, 'change-service').getByRole('button').last().click();

  expect(await words(noor, service)).toContain('10.45');
  expect(await (await noor.request.get(`/api/v1${service}`)).text()).toContain('10:45');
  await expect
    .poll(async () => (await newestMail(noor, 'link-worker@practice.example')).text, { timeout: 20_000 })
    .toContain('Tuesday Table lunch club');

  await sam.goto(`${service}/history`);
  await form(sam, 'undo-change').first().getByRole('button').click();
  expect(await words(noor, service)).not.toContain('10.45');

  await sam.goto(`${group}/history`);
  await form(sam, 'look-back').getByLabel('On this day').fill('2024-12-01');
  await form(sam, 'look-back').getByRole('button').click();
  expect(await sam.locator('[data-list="as-it-was"]').innerText()).toContain('Tansy Street Dinner Club');
});

test('R129 the coordinator clears five of seven things and never leaves the page', async () => {
  const ruth = await as('coordinator');
  await ruth.goto('/hub');
  const rows = ruth.locator('[data-list="today"] [data-id]');
  expect(await rows.count()).toBe(7);
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''));

  for (const id of ids.slice(0, 5)) {
    const row = ruth.locator(`[data-list="today"] [data-id="${id}"]`);
    await row.locator('summary').click();
    await row.getByLabel('What you did, or why it can wait').fill('Rang them. They answer this week.');
    await row.getByRole('button', { name: 'Set aside until then' }).click();
    await ruth.locator('#done').waitFor();
    expect(new URL(ruth.url()).pathname).toBe('/hub');
  }

  expect(await entries(ruth, 'done')).toHaveLength(5);
  const left = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''));
  expect(left.slice(0, 2)).toEqual(ids.slice(5));
});

/** Each on a small phone that runs no scripts. */
async function as(person: string): Promise<Page> {
  const page = await browser.open({ width: 360, scripts: false });
  page.setDefaultTimeout(10_000);
  await beSomebody(page, person);
  return page;
}

async function groupCalled(page: Page, name: string): Promise<string> {
  await page.goto(`/search?kind=organisation&q=${encodeURIComponent(name)}`);
  await page.locator('[data-list="results"]').getByRole('link', { name, exact: true }).first().click();
  return /\/organisations\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

async function words(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return page.locator('main').innerText();
}

async function writeDown(page: Page, group: string, entry: { words: string; readers: string }) {
  await page.goto(`${group}/support`);
  await page.getByText('Write something down').click();
  const one = form(page, 'add-support-entry');
  await one.getByLabel('What was it about, and what was agreed?').fill(entry.words);
  await one.getByLabel(entry.readers).first().check();
  await one.getByRole('button').click();
}

async function suggest(page: Page, group: string, change: { field: string; text: string }): Promise<string> {
  await page.goto(`${group}/suggest/edit`);
  await form(page, 'suggest-edit').locator(`[name="${change.field}"]`).fill(change.text);
  await form(page, 'suggest-edit').getByRole('button').last().click();
  await page.waitForURL('**/suggestions/*');
  return new URL(page.url()).pathname;
}

async function answer(page: Page, suggestion: string, said: { label: string; reason?: string }) {
  await page.goto(suggestion);
  const one = form(page, 'answer-suggestion');
  await one.getByLabel(said.label).check();
  await one.getByLabel('A word to whoever suggested it').fill(said.reason ?? '');
  await one.getByRole('button').click();
  await page.waitForURL('**/inbox');
}
