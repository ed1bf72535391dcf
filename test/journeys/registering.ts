import type { Page } from '@playwright/test';
import { form, newestMail } from './browser.ts';
import { type Hand, pointer } from './hands.ts';

export interface Group {
  readonly name: string;
  readonly postcode: string;
  readonly shown: 'public' | 'area' | 'hidden';
  readonly areas: readonly string[];
}

/** From wherever one is asked for an e-mail address, to where one was going. */
export async function signIn(page: Page, email: string, hand: Hand = pointer): Promise<void> {
  await hand.fill(form(page, 'ask-for-sign-in').getByLabel(/e-mail address/i), email);
  await hand.press(form(page, 'ask-for-sign-in').getByRole('button'));
  await form(page, 'enter-code').waitFor();
  const { text } = await newestMail(page, email);
  await hand.fill(form(page, 'enter-code').getByLabel('Code'), /code is ([\d ]+)/.exec(text)?.[1] ?? '');
  await hand.press(form(page, 'enter-code').getByRole('button'));
}

export function goOn(page: Page) {
  return form(page, 'register-organisation').getByRole('button', { name: 'Save and go on' });
}

export async function sayWho(page: Page, { name }: Group, hand: Hand = pointer): Promise<void> {
  const one = form(page, 'register-organisation');
  await hand.fill(one.getByLabel('Name of your group'), name);
  await hand.choose(one.getByLabel('Informal group'));
  await hand.choose(one.getByLabel('Not registered anywhere'));
  await hand.fill(one.getByLabel('Your own name'), 'Ama Bexley');
  await hand.press(goOn(page));
}

export async function sayWhere(page: Page, group: Group, hand: Hand = pointer): Promise<void> {
  const one = form(page, 'register-organisation');
  await hand.fill(one.getByLabel('Postcode of where you meet'), group.postcode);
  await hand.fill(one.getByLabel('Street and number'), '9 Wicket Passage');
  await hand.choose(one.locator(`[name="address_shown"][value="${group.shown}"]`));
  for (const area of group.areas) await hand.choose(one.getByLabel(area, { exact: true }));
  await hand.press(goOn(page));
}

export async function sayWhat(page: Page, hand: Hand = pointer): Promise<void> {
  const one = form(page, 'register-organisation');
  await hand.fill(one.getByLabel('What do people get'), 'Help with a broken toaster and a cup of tea.');
  await hand.choose(one.getByLabel('Food and meals'));
  await hand.choose(one.getByLabel('Older people'));
  await hand.fill(one.getByLabel('What you do most'), 'Toaster mornings');
  await hand.choose(one.getByLabel('Tuesday', { exact: true }));
  await hand.choose(one.getByLabel('Just turn up'));
  await hand.press(goOn(page));
}

/** Whatever the centres ask gets its first choice, or a word; then it is sent. */
export async function send(page: Page, hand: Hand = pointer): Promise<void> {
  const one = form(page, 'register-organisation');
  await page.locator('h1', { hasText: 'Look and send' }).waitFor();
  for (const group of await one.locator('fieldset').all()) await hand.choose(group.locator('input').first());
  for (const field of await one.locator('input[name^="answer-"]:not([type="radio"]), textarea').all()) {
    await hand.fill(field, 'We ask the hall.');
  }
  await hand.press(one.getByRole('button', { name: 'Send it' }));
  await page.locator('h1', { hasText: 'How it stands' }).waitFor();
}

/** All of it, from the front page to the page that says how it stands. */
export async function register(page: Page, email: string, group: Group): Promise<void> {
  await page.goto('/register');
  await signIn(page, email);
  await form(page, 'begin-registration').getByRole('button').click();
  await sayWho(page, group);
  await sayWhere(page, group);
  await sayWhat(page);
  await form(page, 'register-organisation').getByLabel('Telephone number for everybody').fill('01632 960177');
  await goOn(page).click();
  await send(page);
}
