import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, newestMail } from './browser.ts';
import { keys } from './hands.ts';
import { type Group, goOn, sayWhat, sayWhere, sayWho, send, signIn } from './registering.ts';

const ama = 'ama@wicket.example';
const group: Group = {
  // So like a club of the sample network that it is asked about.
  name: 'The Tuesday Table Lunch Club',
  postcode: 'AV3 4Q',
  shown: 'public',
  areas: ['Eastlock', 'Hartlow'],
};
const browser = browserForFile();

test('C3-J1 a group is listed once, by keys alone on a small screen', { timeout: 180_000 }, async () => {
  const phone = await browser.open({ width: 360 });
  const hand = keys(phone);
  await phone.goto('/');
  await hand.press(phone.getByRole('link', { name: 'We run a group' }));
  await signIn(phone, ama, hand);
  await hand.press(form(phone, 'begin-registration').getByRole('button'));

  await sayWho(phone, group, hand);
  await hand.press(form(phone, 'none-of-these').getByRole('button'));
  await form(phone, 'none-of-these').waitFor({ state: 'detached' });

  await sayWhere(phone, group, hand);
  expect(await phone.getByRole('alert').textContent()).toContain('AV3 4Q is not a whole postcode');
  await hand.fill(form(phone, 'register-organisation').getByLabel('Postcode of where you meet'), 'av3 4qt');
  await hand.press(goOn(phone));
  await sayWhat(phone, hand);

  const found = await goOnElsewhere(phone);
  await keys(found).press(goOn(found));
  await send(found, keys(found));
  expect(await found.locator('h1').textContent()).toBe(`How it stands: ${group.name}`);

  await sayYes('centre-worker');
  const stranger = await browser.open({ width: 360 });
  await stranger.goto(`/search?q=toaster+mornings&near=AV3+4QT`);
  expect((await entries(stranger, 'results')).join()).toContain(group.name);
  const atHartlow = await browser.open();
  await beSomebody(atHartlow, 'other-centre-worker');
  await atHartlow.goto('/inbox');
  expect(await atHartlow.getByRole('link', { name: group.name, exact: true }).count()).toBe(1);
});

/** The network drops while the last step is written; what was typed goes on in another window. */
async function goOnElsewhere(phone: Page): Promise<Page> {
  const number = form(phone, 'register-organisation').getByLabel('Telephone number for everybody');
  const kept = phone.waitForResponse((answer) => answer.url().endsWith('/found/keep'));
  await keys(phone).fill(number, '01632 960133');
  expect((await kept).status()).toBe(200);
  await phone.context().setOffline(true);
  await keys(phone).fill(
    form(phone, 'register-organisation').getByLabel('E-mail for everybody'),
    'x@y.example',
  );
  await phone.getByText('there is no connection').waitFor();

  await phone.context().setOffline(false);
  const again = await phone.context().newPage();
  await again.goto('/register');
  await keys(again).press(again.locator('[data-list="drafts"] a').first());
  for (const step of ['Where you work', 'What you do', 'Being found']) {
    await keys(again).press(goOn(again));
    await again.locator('h1', { hasText: step }).waitFor();
  }
  const still = form(again, 'register-organisation').getByLabel('Telephone number for everybody');
  expect(await still.inputValue()).toBe('01632 960133');
  return again;
}

async function sayYes(as: string): Promise<void> {
  const centre = await browser.open();
  await beSomebody(centre, as);
  await centre.goto('/inbox');
  await centre.getByRole('link', { name: group.name, exact: true }).click();
  await form(centre, 'not-the-same').getByRole('textbox').fill('I rang both.');
  await form(centre, 'not-the-same').getByRole('button').click();
  await form(centre, 'answer-registration').locator('[value="accepted"]').check();
  await form(centre, 'answer-registration').getByRole('button').click();
  const { subject } = await newestMail(centre, ama);
  expect(subject).toBe(`${group.name} is now in the directory`);
}
