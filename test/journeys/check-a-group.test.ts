import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, form, newestMail } from './browser.ts';
import { flaws } from './looks.ts';
import { type Group, register } from './registering.ts';

const browser = browserForFile();
const secret = '9 Wicket Passage';

test('C2-J2 two that look alike are both kept, and one goes live after it was put right', {
  timeout: 120_000,
}, async () => {
  const group = {
    name: 'Tuesday Table Lunch Club',
    postcode: 'AV3 4QT',
    shown: 'area',
    areas: ['Eastlock'],
  } as const;
  const ama = await browser.open({ width: 360, scripts: false });
  await register(ama, 'ama@alike.example', group);
  const dee = await browser.open();
  await beSomebody(dee, 'centre-worker');
  await openInQueue(dee, group);
  expect(await dee.locator('[data-list="like"] tr').count()).toBeGreaterThan(1);

  await answer(dee, 'accepted');
  expect(await dee.getByRole('alert').textContent()).toContain('Look at the like records first');
  await form(dee, 'not-the-same').getByRole('textbox').fill('I rang both: one has a van.');
  await form(dee, 'not-the-same').getByRole('button').click();
  await answer(dee, 'returned', 'Say who may come.');
  expect((await newestMail(ama, 'ama@alike.example')).text).toContain('Say who may come.');
  await ama.reload();
  await form(ama, 'resend-registration').getByRole('button').click();
  await openInQueue(dee, group);
  await answer(dee, 'accepted');

  await ama.reload();
  expect(await ama.locator('main').textContent()).toContain('The page is public');
  expect(await exactPlaces(group.name)).toEqual([]);

  await ama.getByRole('link', { name: 'See its page' }).click();
  const address = new URL(ama.url()).pathname;
  await dee.goto(address);
  await dee.getByRole('link', { name: 'Is looked at first by its home centre' }).click();
  expect(await flaws(dee)).toEqual([]);
  await form(dee, 'trust-group').getByLabel('Why?').fill('I had lunch there, and all is as they say.');
  await form(dee, 'trust-group').getByRole('button').click();
  expect((await newestMail(ama, 'ama@alike.example')).text).toContain('I had lunch there');
  await ama.goto(address);
  await ama.getByRole('link', { name: 'Add something you offer' }).click();
  const service = form(ama, 'add-service');
  await service.getByLabel('What it is called').fill('Soup by the jar');
  await service.getByLabel('What do people get').fill('A jar of soup to take home.');
  await service.getByRole('button').last().click();
  const stranger = await browser.open({ scripts: false });
  await stranger.goto('/search?q=soup+by+the+jar');
  expect(await stranger.locator('main').textContent()).toContain('A jar of soup to take home.');
  await dee.goto('/me');
  await dee.getByRole('link', { name: /^What groups add at/ }).click();
  expect(await dee.locator('[data-list="sample"]').textContent()).toContain('Soup by the jar');
});

test('C2-J2 the same group under a new name is merged, and the old name still finds it', {
  timeout: 120_000,
}, async () => {
  const where = { postcode: 'AV3 4QT', shown: 'public', areas: ['Eastlock'] } as const;
  const [old, renamed] = ['Wicket Wireless Club', 'The Wicket Wireless'];
  const first = await browser.open({ width: 360, scripts: false });
  await register(first, 'first@wireless.example', { name: old, ...where });
  const dee = await browser.open({ width: 360 });
  await beSomebody(dee, 'centre-worker');
  await openInQueue(dee, { name: old });
  await answer(dee, 'accepted');
  const second = await browser.open({ width: 360, scripts: false });
  await register(second, 'second@wireless.example', { name: renamed, ...where });

  await openInQueue(dee, { name: renamed });
  await dee.getByRole('link', { name: `Compare with ${old}` }).click();
  expect(await flaws(dee)).toEqual([]);
  await form(dee, 'merge-records').getByRole('button').click();
  expect(await dee.getByRole('alert').textContent()).toContain('Say how you know');
  await form(dee, 'merge-records').getByLabel('How do you know?').fill('I rang: one shed, one kettle.');
  await form(dee, 'merge-records').getByRole('button').click();
  expect(await dee.locator('h1').textContent()).toBe(`${renamed} and ${old} are one record now`);
  expect(await flaws(dee)).toEqual([]);

  const stranger = await browser.open({ scripts: false });
  for (const name of [old, renamed]) {
    await stranger.goto(`/search?kind=organisation&q=${encodeURIComponent(name)}`);
    expect(await stranger.locator('[data-list="results"] [data-id]').count()).toBe(1);
  }
  const { text } = await newestMail(second, 'second@wireless.example');
  expect(text).toContain('I rang: one shed, one kettle.');
  await second.reload();
  expect(await second.locator('main').textContent()).toContain('Ask for its page');

  await form(dee, 'undo-merger').getByLabel('Why are they two?').fill('Two sheds after all.');
  await form(dee, 'undo-merger').getByRole('button').click();
  await openInQueue(dee, { name: renamed });
});

test('C2-J2 a false group is refused with a reason and may ask the hub to look again', {
  timeout: 120_000,
}, async () => {
  const group = {
    name: 'Golden Swan Fortune Circle',
    postcode: 'AV3 4QT',
    shown: 'public',
    areas: ['Eastlock', 'Hartlow'],
  } as const;
  const swan = await browser.open({ width: 360, scripts: false });
  await register(swan, 'swan@fortune.example', group);
  const dee = await browser.open();
  await beSomebody(dee, 'centre-worker');
  await openInQueue(dee, group);

  await answer(dee, 'refused');
  expect(await dee.getByRole('alert').textContent()).toContain('Say why');
  await answer(dee, 'refused', 'The hall has never heard of you.');
  const told = await newestMail(dee, 'other-centre-worker@practice.example');
  expect(told.subject).toBe(`${group.name} was refused by Eastlock Volunteer Centre`);

  await swan.reload();
  await form(swan, 'appeal-refusal').getByRole('textbox').fill('We moved there last week.');
  await form(swan, 'appeal-refusal').getByRole('button').click();
  const ruth = await browser.open();
  await beSomebody(ruth, 'coordinator');
  await ruth.goto('/inbox');
  await ruth.getByRole('link', { name: group.name, exact: true }).click();
  expect(await flaws(ruth)).toEqual([]);
  await form(ruth, 'answer-appeal').locator('[value="declined"]').check();
  await form(ruth, 'answer-appeal').getByLabel('Why').fill('The hall says so, too.');
  await form(ruth, 'answer-appeal').getByRole('button').click();

  await swan.reload();
  expect(await swan.locator('main').textContent()).toContain('The hall says so, too.');
  expect(await form(swan, 'appeal-refusal').count()).toBe(0);
  await ruth.goto(`/search?q=golden+swan+fortune`);
  expect(await ruth.locator('main').textContent()).not.toContain(group.name);
});

async function openInQueue(page: Page, { name }: Pick<Group, 'name'>): Promise<void> {
  await page.goto('/inbox');
  await page.getByRole('link', { name, exact: true }).click();
}

async function answer(page: Page, value: string, reason = ''): Promise<void> {
  const one = form(page, 'answer-registration');
  await one.locator(`[value="${value}"]`).check();
  await one.getByLabel('Why, or what you ask').fill(reason);
  await one.getByRole('button').click();
}

/** Where a stranger could read more than the area: the search, the map, the page and the JSON. */
async function exactPlaces(name: string): Promise<string[]> {
  const stranger = await browser.open({ scripts: false });
  const asked = encodeURIComponent(name);
  const addresses = [`/search?q=${asked}&near=AV3+4QT`, `/map?q=${asked}`, `/api/v1/search?q=${asked}`];
  const found = await stranger.request.get(`/api/v1/search?q=${asked}&kind=organisation`);
  const [id] =
    /[0-9a-f-]{36}/.exec((await found.text()).split(`"name":"${name}"`)[0]?.slice(-120) ?? '') ?? [];
  addresses.push(`/organisations/${id}`, `/api/v1/organisations/${id}`);
  const told: string[] = [];
  for (const address of addresses) {
    const text = await (await stranger.request.get(address)).text();
    if (!text.includes(name)) told.push(`${address} does not show it`);
    if (text.includes(secret)) told.push(address);
  }
  return told;
}
