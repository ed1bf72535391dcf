import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, newestMail } from './browser.ts';
import { type Hand, keys } from './hands.ts';
import { flaws } from './looks.ts';
import { signIn } from './registering.ts';

// Days pass here, so nobody else may live in it.
const browser = browserForFile({ own: true });
const newcomer = 'noor@takes-over.example';

test('C3-J6 a second person comes, the first one leaves, and the page goes on', {
  timeout: 180_000,
}, async () => {
  const first = await browser.open({ width: 360, scripts: false });
  await beSomebody(first, 'group-organiser');
  const people = await peoplePage(first);
  expect(await first.locator('main').textContent()).toContain('One person alone runs this page');

  // With nobody to take over, the day can be set but access does not end.
  await first.getByRole('link', { name: 'I am going to leave' }).click();
  expect(await first.locator('main').textContent()).toContain('You alone run this page');

  await first.goto(people);
  await form(first, 'invite-person').getByLabel('Their own e-mail address').fill(newcomer);
  await form(first, 'invite-person').locator('[value="worker"]').check();
  await form(first, 'invite-person').getByRole('button').click();
  const second = await browser.open({ width: 360 });
  await join(second);

  await first.goto(people);
  await first.getByRole('link', { name: 'I am going to leave' }).click();
  const plan = form(first, 'plan-leaving');
  await plan.getByLabel('What whoever comes next should know').fill('The hall key hangs at number 12.');
  for (const choice of await plan.locator('select').all()) await choice.selectOption({ label: newcomer });
  await plan.getByRole('button').click();
  const asked = await entries(first, 'duties');
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((thing) => !thing.includes('Asked, not answered yet'))).toEqual([]);
  await second.goto(first.url());
  expect(await flaws(second)).toEqual([]);

  await takeOver(second, asked.length, keys(second));

  const watch = await browser.open();
  await watch.goto('/practice');
  const month = form(watch, 'practice-clock').getByRole('button', { name: 'One month on' });
  await month.click();
  await watch.locator('main').waitFor();

  await first.goto(people);
  expect(await first.locator('h1').textContent()).not.toContain('People of');
  await second.goto('/me');
  await second.goto(people.replace('/people', '/brief'));
  expect(await second.locator('main').textContent()).toContain('The hall key hangs at number 12.');
  expect(await flaws(second)).toEqual([]);
  await second.goto(people.replace('/people', '/edit'));
  expect(await form(second, 'change-organisation').count()).toBe(1);
});

async function peoplePage(page: Page): Promise<string> {
  await page.goto('/me');
  await page.locator('a[href^="/organisations/"]').first().click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  return page.url();
}

async function join(page: Page): Promise<void> {
  const { links } = await newestMail(page, newcomer);
  const link = links.find((one) => one.includes('/invitations/')) ?? '';
  await page.goto(new URL(link).pathname);
  await page.getByRole('link', { name: 'Sign in', exact: true }).last().click();
  await signIn(page, newcomer);
  await form(page, 'accept-invitation').getByRole('button').click();
}

/** One thing after the other. */
async function takeOver(page: Page, things: number, hand: Hand): Promise<void> {
  await page.goto('/me');
  await page.getByRole('link', { name: /Running the page/ }).click();
  for (let taken = 1; taken <= things; taken += 1) {
    await hand.press(form(page, 'answer-handover').getByRole('button', { name: 'I take it' }).first());
    await page.locator(`[data-list="handed-over"] li:nth-child(${taken})`).waitFor();
  }
}
