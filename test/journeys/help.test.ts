import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form } from './browser.ts';

const browser = browserForFile();

test('C2-J4 a worker writes for a caller on a phone without scripts, and the letter is for print', async () => {
  const desk = await browser.open({ scripts: false, width: 360 });
  await beSomebody(desk, 'centre-worker');
  await desk.goto('/me');
  await desk.getByRole('link', { name: 'Write for a caller' }).click();
  await desk.getByText('Read this to them first').waitFor();
  await form(desk, 'sort-help').locator('select').selectOption('food');
  await form(desk, 'sort-help').getByLabel('Where is help needed?').fill('AV3 4QT');
  await form(desk, 'sort-help').getByRole('button').click();
  const sheet = form(desk, 'take-help');
  await sheet.getByLabel('What is needed?').fill('A warm meal twice a week.');
  await sheet.getByLabel('Name', { exact: true }).fill('Mr Finch');
  await sheet.getByLabel('Telephone', { exact: false }).last().fill('0163');
  await sheet.getByLabel('They agree').check();
  await sheet.getByRole('button').click();
  await desk.locator('[role=alert]').waitFor();
  expect(await sheet.getByLabel('What is needed?').inputValue()).toBe('A warm meal twice a week.');
  expect(await desk.locator('main').innerText()).toContain('ten or eleven figures');
  await sheet.locator('input[name=phone]').fill('01632 960777');
  await sheet.getByRole('button').click();
  await desk.getByText('Taken by telephone').waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await form(desk, 'make-help-letter').getByRole('button').click();
  await desk.getByRole('heading', { name: 'A letter about the help you asked for' }).waitFor();
  expect(await desk.locator('.break').last().innerText()).toContain('/who-has-my-details/by-link/');
});

test('C5-J3 a link worker sees the whole plan, and a service its own step alone', async () => {
  const desk = await browser.open({});
  await beSomebody(desk, 'link-worker');
  await desk.goto('/plans');
  await desk.locator('[data-list="plans"] [data-id]').first().getByRole('link').click();
  const steps = await entries(desk, 'steps');
  const address = desk.url();
  const phone = await browser.open({ width: 360 });
  await beSomebody(phone, 'group-organiser');
  const answer = await phone.goto(address);

  expect(steps.length).toBe(3);
  expect(await desk.locator('main').innerText()).toContain('Ottoline Reed');
  expect(answer?.status()).toBe(404);
});
