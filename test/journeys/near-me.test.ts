import { expect, test } from 'vitest';
import { browserForFile, entries } from './browser.ts';

const browser = browserForFile();

test('R15 “Near me” asks the browser only when it is pressed, and keeps to about 100 metres', async () => {
  const phone = await browser.open({ width: 360 });
  await phone.goto('/search');
  const [first] = await entries(phone, 'results');
  await phone.goto('/search?near=AV3+4QT');
  const api = await phone.request.get('/api/v1/search?near=AV3+4QT');
  const { lat, lon } = (await api.json()).meta.near;
  await phone.context().grantPermissions(['geolocation']);
  await phone.context().setGeolocation({ latitude: lat + 0.00012, longitude: lon - 0.00011 });
  await phone.goto('/');
  const place = phone.getByLabel('Postcode or place');

  const before = await place.inputValue();
  await phone.getByRole('button', { name: 'Near me' }).click();
  await phone.getByText('Your place is filled in').waitFor();
  const filled = await place.inputValue();
  await phone.keyboard.press('Enter');
  await phone.waitForURL(/near=/);

  expect(first).toBeDefined();
  expect(before).toBe('');
  expect(filled).toMatch(/^-?\d+\.\d{3},-?\d+\.\d{3}$/);
  expect((await entries(phone, 'results'))[0]).toMatch(/^\d\.\d\s+miles?/);
  expect(await phone.locator('h1').textContent()).toBe('Close to this point');
});

test('R15 who does not let the browser tell is asked for a postcode instead', async () => {
  const phone = await browser.open({ width: 360 });
  await phone.goto('/search?q=lunch');

  await phone.getByRole('button', { name: 'Near me' }).click();
  await phone.getByText('Write a postcode or a town instead').waitFor();

  expect(await phone.getByLabel('Postcode or place').inputValue()).toBe('');
  expect(
    await phone.getByLabel('Postcode or place').evaluate((field) => field === document.activeElement),
  ).toBe(true);
});

test('R15 without scripts nothing is offered that could not work', async () => {
  const phone = await browser.open({ width: 360, scripts: false });
  await phone.goto('/search');

  expect(await phone.getByRole('button', { name: 'Near me' }).count()).toBe(0);
});
