import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile, entries, form, ways } from './browser.ts';
import { keys } from './hands.ts';

const browser = browserForFile();

for (const { how, scripts } of ways) {
  test(`C5-J1 ${how}: a postcode and what matters give four things to pick from, and a stale one is told of`, {
    timeout: 90_000,
  }, async () => {
    const desk = await browser.open({ scripts });
    await beSomebody(desk, 'link-worker');
    await ask(desk, { what: 'dett advice', where: 'av34qt' });

    const found = await entries(desk, 'results');
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.filter((one) => !/^\d+(\.\d)?\s+miles?|Checked/.test(one))).toEqual([]);
    expect(await desk.locator('#about-the-search').innerText()).toContain('debt advice');

    // Made for paper: nothing to press, and where each is.
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.locator('.paper').first().isVisible()).toBe(true);
    expect(await desk.getByRole('button').count()).toBe(0);
    await desk.emulateMedia({ media: 'screen' });

    const stale = desk.locator('[data-list="results"] [data-id]', { hasText: 'Check due' }).first();
    await stale.getByRole('link').first().click();
    await desk.getByRole('link', { name: /wrong/i }).first().click();
    await form(desk, 'suggest-change').getByRole('textbox').first().fill(`They moved in May, ${how}.`);
    await form(desk, 'suggest-change').getByRole('button').click();
    await desk.getByRole('heading', { name: 'Thank you' }).waitFor();
  });

  test(`C4-J1 ${how}: without an account, by keys on a phone, somebody narrows the list and reads one`, {
    timeout: 90_000,
  }, async () => {
    const phone = await browser.open({ width: 360, scripts });
    const hand = keys(phone);
    await phone.goto('/');
    await hand.fill(phone.getByLabel('Postcode or place').first(), 'AV3 4QT');
    await phone.keyboard.press('Enter');
    await phone.waitForURL(/near=/);
    const before = await total(phone);
    await narrow(phone, /^Volunteers/);
    await phone.waitForURL(/open_to=volunteers/);
    const after = await total(phone);

    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
    await hand.press(phone.locator('[data-list="results"] a').first());
    await phone.waitForURL(/organisations|services|roles/);
    expect(await phone.locator('main').innerText()).toMatch(/volunteer/i);
    await phone.goBack();
    expect(await total(phone)).toBe(after);
  });
}

async function ask(page: Page, { what, where }: { what: string; where: string }): Promise<void> {
  await page.goto('/');
  await page.getByLabel('What are you looking for?').fill(what);
  await page.getByLabel('Postcode or place').fill(where);
  await page.keyboard.press('Enter');
  await page.waitForURL(/near=/);
}

async function narrow(page: Page, label: RegExp): Promise<void> {
  const hand = keys(page);
  await hand.press(page.locator('.filters summary'));
  await hand.choose(form(page, 'filter-results').getByLabel(label));
  await hand.press(form(page, 'filter-results').getByRole('button'));
}

/** The first number of the line that counts what was found. */
async function total(page: Page): Promise<number> {
  const [figure = ''] = /[\d,]+/.exec(await page.locator('main p > b').first().innerText()) ?? [];
  return Number(figure.replaceAll(',', ''));
}
