import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, newestMail } from './browser.ts';

const noor = 'noor@saffron.example';
const browser = browserForFile({ own: true });

test('C3-J1 a two-borough group, from the form on a phone to a page that is fresh again', {
  timeout: 180_000,
}, async () => {
  const phone = await browser.open({ width: 360, scripts: false });
  await signIn(phone);
  await fillInTheForm(phone);
  expect(await phone.locator('h1').innerText()).toBe('How it stands: Saffron Street Lunch Club');
  await bothCentresAnswer(phone);

  const stranger = await browser.open({ width: 360, scripts: false });
  await search(stranger);
  expect((await entries(stranger, 'results')).join()).toContain('Saffron Street Lunch Club');

  await stranger.goto('/practice');
  // Nine months of promises, checks and letters happen before the page comes back.
  const moved = form(stranger, 'practice-clock').getByRole('button', { name: 'Nine months on' });
  await moved.click({ timeout: 90_000 });
  await search(stranger);
  const aged = stranger
    .locator('[data-list="results"] [data-id]', { hasText: 'Saffron Street Lunch Club' })
    .first();
  expect(await aged.locator('[data-fresh]').innerText()).toContain('May be out of date');

  const asked = await newestMail(stranger, noor);
  await stranger.goto(asked.links.find((link) => link.includes('/check/')) ?? '');
  await form(stranger, 'confirm-checked').getByRole('button').click();
  expect(await stranger.locator('h1').innerText()).toBe('Thank you, the page is fresh again');
  await search(stranger);
  expect(await aged.locator('[data-fresh="ok"]').count()).toBe(1);
});

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'We run a group' }).click();
  const ask = form(page, 'ask-for-sign-in');
  await ask.getByLabel('Your e-mail address').fill(noor);
  await ask.getByRole('button').click();
  const { text } = await newestMail(page, noor);
  await form(page, 'enter-code')
    .getByLabel('Code')
    .fill(/code is ([\d ]+)/.exec(text)?.[1] ?? '');
  await form(page, 'enter-code').getByRole('button').click();
}

async function fillInTheForm(page: Page): Promise<void> {
  await form(page, 'begin-registration').getByRole('button').click();
  const one = form(page, 'register-organisation');
  const go = one.getByRole('button', { name: 'Save and go on' });
  await one.getByLabel('Name of your group').fill('Saffron Street Lunch Club');
  await one.getByLabel('Informal group').check();
  await one.getByLabel('Not registered anywhere').check();
  await one.getByLabel('Your own name').fill('Noor Bexley');
  await go.click();

  await one.getByLabel('Postcode of where you meet').fill('AV3 4Q');
  await one.getByLabel('Yes, show it').check();
  await one.getByLabel('Eastlock').check();
  await one.getByLabel('Hartlow', { exact: true }).check();
  await go.click();
  expect(await page.getByRole('alert').innerText()).toContain('AV3 4Q is not a whole postcode');
  await one.getByLabel('Postcode of where you meet').fill('av34qt');
  await go.click();

  await one.getByLabel('What do people get').fill('A hot lunch and company for anyone over 60.');
  await one.getByLabel('Food and meals').check();
  await one.getByLabel('Older people').check();
  await one.getByLabel('What you do most').fill('Tuesday lunch');
  await one.getByLabel('Tuesday', { exact: true }).check();
  await one.getByLabel('Just turn up').check();
  await go.click();

  await one.getByLabel('Telephone number for everybody').fill('01632 960188');
  await go.click();
  expect(await page.locator('main').innerText()).toContain('Eastlock Volunteer Centre looks after you');
  await answerQuestions(page);
  await one.getByRole('button', { name: 'Send it to all of them' }).click();
}

/** Whatever the two centres ask: the first choice, or a word. */
async function answerQuestions(page: Page): Promise<void> {
  const one = form(page, 'register-organisation');
  for (const group of await one.locator('fieldset').all()) await group.locator('input').first().check();
  for (const field of await one.locator('input[name^="answer-"]:not([type="radio"]), textarea').all()) {
    await field.fill('We ask the hall.');
  }
}

async function bothCentresAnswer(phone: Page): Promise<void> {
  const eastlock = await browser.open();
  await beSomebody(eastlock, 'centre-worker');
  await eastlock.goto('/inbox');
  await eastlock.getByRole('link', { name: 'Saffron Street Lunch Club', exact: true }).click();
  await form(eastlock, 'answer-registration').locator('[value="accepted"]').check();
  await form(eastlock, 'answer-registration').getByRole('button').click();

  const hartlow = await browser.open();
  await beSomebody(hartlow, 'other-centre-worker');
  await hartlow.goto('/inbox');
  await hartlow.getByRole('link', { name: 'Saffron Street Lunch Club', exact: true }).click();
  await form(hartlow, 'answer-registration').getByLabel('Ask for more first').check();
  await form(hartlow, 'answer-registration').getByLabel('Why, or what you ask').fill('Who cooks?');
  await form(hartlow, 'answer-registration').getByRole('button').click();

  await phone.reload();
  expect(await phone.locator('main').innerText()).toContain('The page is public');
  await form(phone, 'answer-question').getByLabel('Who cooks?').fill('Four of us.');
  await form(phone, 'answer-question').getByRole('button').click();

  await hartlow.goto('/inbox');
  await hartlow.getByRole('link', { name: 'Saffron Street Lunch Club', exact: true }).click();
  expect(await hartlow.locator('main').innerText()).toContain('Four of us.');
  await form(hartlow, 'answer-registration').locator('[value="accepted"]').check();
  await form(hartlow, 'answer-registration').getByRole('button').click();
}

/** From a postcode just over the border, in Hartlow. */
async function search(page: Page): Promise<void> {
  await page.goto('/search');
  await form(page, 'search').getByLabel('What are you looking for?').fill('saffron street lunch');
  await form(page, 'search').getByLabel('Postcode or place').fill('AV6 3UT');
  await form(page, 'search').getByRole('button').click();
}
