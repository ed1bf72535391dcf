import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, ways } from './browser.ts';

const browser = browserForFile();

for (const { how, scripts } of ways) {
  test(`C5-J1 ${how}: three of what was found become one large sheet in Somali and English`, {
    timeout: 90_000,
  }, async () => {
    const desk = await browser.open({ scripts, width: 360 });
    await beSomebody(desk, 'link-worker');
    await desk.goto('/search?q=lunch&near=AV3+4QT&kind=service');
    await desk
      .getByRole('link', { name: /^Put it on a sheet/ })
      .first()
      .click();
    await desk.locator('[data-sheet]', { hasText: '1 on your sheet' }).waitFor();
    await desk
      .getByRole('link', { name: /^Put it on a sheet/ })
      .first()
      .click();
    await desk.locator('[data-sheet]', { hasText: '2 on your sheet' }).waitFor();

    // The third comes from the page of a service, which knows of the two.
    await desk
      .locator('[data-list="results"] [data-id]', { hasText: 'Put it on a sheet' })
      .first()
      .getByRole('link')
      .first()
      .click();
    await desk.getByRole('link', { name: 'Put it on a sheet for somebody' }).click();
    expect(await entries(desk, 'signposts')).toHaveLength(3);
    await form(desk, 'make-sheet').getByLabel('Size of the words').selectOption('largest');
    await form(desk, 'make-sheet').getByLabel('Headings also in').selectOption('so');
    await form(desk, 'make-sheet').getByRole('button').click();
    await desk.getByRole('heading', { name: 'Places that can help you' }).waitFor();

    expect(await entries(desk, 'sheet')).toHaveLength(3);
    expect(await desk.locator('[lang=so]').first().innerText()).toBe('Meelaha ku caawin kara');
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.getByText('Change the list').isVisible()).toBe(false);
    expect(await desk.locator('.tel').first().isVisible()).toBe(true);
    const size = await desk
      .locator('.big')
      .evaluate((sheet) => Number.parseFloat(getComputedStyle(sheet).fontSize));
    expect(size).toBeGreaterThanOrEqual(29);
  });
}

test('C5-J1 on a phone the list and the sheet are no wider than the screen', async () => {
  const phone = await browser.open({ width: 320 });
  await phone.goto('/search?q=lunch&near=AV3+4QT&kind=service');
  await phone
    .getByRole('link', { name: /^Put it on a sheet/ })
    .first()
    .click();
  await phone.locator('[data-sheet] a').click();
  const list = await phone.evaluate(() => document.documentElement.scrollWidth);
  await form(phone, 'make-sheet').getByRole('button').click();
  await phone.locator('.big').waitFor();

  expect(list).toBeLessThanOrEqual(320);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
