import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, form, newestMail } from './browser.ts';

const browser = browserForFile({ own: true });
const worker = 'centre-worker@practice.example';

test('R138 a centre worker sets up a passkey, comes in with it, and removes it', {
  timeout: 90_000,
}, async () => {
  const phone = await browser.open({ width: 360 });
  await withFinger(phone);
  await signInByMail(phone, worker);

  // Led there by signing in: nothing of the centre is open yet.
  expect(await phone.locator('h1').textContent()).toBe('Show your second key');
  await form(phone, 'add-passkey').getByLabel('What you call it').fill('my phone');
  await form(phone, 'add-passkey').getByRole('button').click();
  await phone.getByRole('heading', { name: 'Write down your recovery codes' }).waitFor();
  expect(await phone.locator('[data-list="recovery-codes"] li').count()).toBe(8);
  await phone.getByRole('link', { name: 'I have written them down' }).click();
  expect(await phone.locator('h1').textContent()).toBe('Hello Dee');
  await phone.goto('/inbox');
  expect(await phone.getByText('still shut').count()).toBe(0);
  expect((await newestMail(phone, worker)).subject).toBe('A passkey was added to your account');

  await phone.goto('/me');
  await form(phone, 'sign-out').getByRole('button').click();
  await phone.goto('/sign-in');
  await form(phone, 'sign-in-with-passkey').getByRole('button').click();
  await phone.getByRole('heading', { name: 'Hello Dee' }).waitFor();

  await phone.goto('/me/keys');
  await phone.getByText('Rename or remove my phone').click();
  await form(phone, 'remove-passkey').getByRole('button').click();
  await phone.getByText('You have none yet').waitFor();
});

test('R138 a passkey beside the mailbox opens the place of a centre’s admin', {
  timeout: 90_000,
}, async () => {
  const office = await browser.open();
  await withFinger(office);
  await beSomebody(office, 'centre-admin');
  await office.goto('/me/keys');
  await form(office, 'add-passkey').getByLabel('What you call it').fill('the office PC');
  await form(office, 'add-passkey').getByRole('button').click();
  await office.getByRole('link', { name: 'I have written them down' }).click();
  await form(office, 'name-passkey').waitFor({ state: 'attached' });

  await office.goto('/sign-in');
  await signInByMail(office, 'centre-admin@practice.example');
  await form(office, 'show-passkey').getByRole('button').click();
  await office.getByRole('heading', { name: 'Hello Imran' }).waitFor();
});

/** A device with a finger that is always the right one. */
async function withFinger(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await form(page, 'ask-for-sign-in').getByLabel('E-mail address').fill(email);
  await form(page, 'ask-for-sign-in').getByRole('button').click();
  await page.getByRole('heading', { name: 'Type the code we sent you' }).waitFor();
  const code = /code is (\d{3} \d{3})/.exec((await newestMail(page, email)).text)?.[1] ?? '';
  await form(page, 'enter-code').getByLabel('Code').fill(code);
  await form(page, 'enter-code').getByRole('button').click();
  await page.locator('h1', { hasNotText: 'Type the code' }).waitFor();
}
