import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dayIn } from '../helpers/coming-days.ts';
import { beSomebody, browserForFile, form, newestMail, ways } from './browser.ts';

const browser = browserForFile();

for (const { how, scripts } of ways) {
  const email = `ro-${scripts ? 'with' : 'without'}@journey.example`;

  test(`C4-J1 ${how}: a stranger finds a role, asks, joins by mail, and starts with somebody to meet`, {
    timeout: 150_000,
  }, async () => {
    const phone = await browser.open({ scripts, width: 360 });
    await phone.goto('/roles?near=AV3+4QT&age=30');
    await phone.getByRole('link', { name: 'Driver for Thursday parcels' }).first().click();
    await phone.getByRole('link', { name: 'Ask about this role' }).click();
    const asking = form(phone, 'enquire');
    await asking.locator('input[name=name]').fill('Ro Thistle');
    await asking.getByLabel('When do you have time?').fill('Thursday mornings');
    await asking.locator('input[name=of_age][value=yes]').check();
    await asking.locator('input[name=agree_group]').check();
    await asking.getByRole('button').click();
    await join(phone, email);
    expect(await asking.locator('input[name=name]').inputValue()).toBe('Ro Thistle');
    expect(await asking.getByLabel('When do you have time?').inputValue()).toBe('Thursday mornings');
    await asking.getByRole('button').click();
    await phone
      .getByText(/has until \w+day/)
      .first()
      .waitFor();
    const own = phone.url();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    const kitchen = await browser.open({ scripts, width: 360 });
    await beSomebody(kitchen, 'group-organiser');
    await kitchen.goto('/introductions');
    const waiting = kitchen.locator('[data-list="introductions"] [data-id]', {
      hasText: 'Driver for Thursday',
    });
    expect(await kitchen.locator('main').innerText()).not.toContain('Ro Thistle');
    await waiting.first().getByRole('link').first().click();
    await form(kitchen, 'open-introduction').getByRole('button').click();
    await kitchen.getByText('Ro Thistle').first().waitFor();
    await form(kitchen, 'reply-to-introduction').locator('input[value=offered]').check();
    await form(kitchen, 'reply-to-introduction').getByRole('button').click();
    await form(kitchen, 'start-placement').getByLabel('When do they start?').fill(dayIn(5));
    await form(kitchen, 'start-placement').getByLabel('Who meets them?').fill('Kim');
    await form(kitchen, 'start-placement').getByRole('button').click();
    await kitchen.locator('[data-state=started]').first().waitFor();
    expect(await kitchen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await phone.goto(own);
    await phone.getByText('Kim').first().waitFor();
  });
}

test('C2-J1 a centre worker reads wishes and reasons, asks, writes down the yes, and introduces', async () => {
  const person = await browser.open({ width: 360 });
  await beSomebody(person, 'other-organiser');
  await person.goto('/roles?near=AV3+4QT');
  await person.getByRole('link', { name: 'Kitchen helper on Tuesdays' }).first().click();
  await person.getByRole('link', { name: 'Ask about this role' }).click();
  const asking = form(person, 'enquire');
  await asking.getByLabel('What would you like to do').fill('Cook for many, not wash up.');
  await asking.locator('input[name=of_age][value=yes]').check();
  await asking.locator('input[name=agree_centre]').check();
  await asking.getByRole('button').click();
  await person
    .getByText(/has until \w+day/)
    .first()
    .waitFor();

  const desk = await browser.open({});
  await beSomebody(desk, 'centre-worker');
  await desk.goto('/enquiries');
  await desk
    .locator('[data-list="enquiries"] [data-id]', { hasText: 'Halima Warsame' })
    .first()
    .getByRole('link')
    .first()
    .click();
  await desk.getByText('Cook for many, not wash up.').waitFor();
  await form(desk, 'note-enquiry').getByRole('textbox').fill('Rang, would like to begin soon.');
  await form(desk, 'note-enquiry').getByRole('button').click();
  const yes = form(desk, 'introduce');
  await yes.locator('input[name=how]').first().check();
  await yes.getByLabel('On which day?').fill(dayIn(0));
  await yes.getByRole('button').click();
  await desk.locator('[role=alert]').waitFor();
  await yes.locator('input[name=agreed]').check();
  await yes.getByRole('button').click();
  await desk.locator('[data-state=introduced]').first().waitFor();

  await person.goto('/who-has-my-details');
  await person.getByText('Tuesday Table lunch club').first().waitFor();
});

/** Proves the mailbox with the code that came. */
async function join(page: Page, email: string): Promise<void> {
  await form(page, 'ask-for-sign-in').locator('input[name=email]').fill(email);
  await form(page, 'ask-for-sign-in').getByRole('button').click();
  await form(page, 'enter-code').waitFor();
  const { subject } = await newestMail(page, email);
  await form(page, 'enter-code')
    .locator('input[name=code]')
    .fill(/\d{3} \d{3}/.exec(subject)?.[0] ?? '');
  await form(page, 'enter-code').getByRole('button').click();
  await form(page, 'enquire').waitFor();
}
