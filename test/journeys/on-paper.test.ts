import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { beSomebody, browserForFile } from './browser.ts';

const browser = browserForFile();
/** Between the margins of a sheet of A4. */
const a4 = 696;

test('on paper a table stays a table, and what waits for a press is left out', async () => {
  const page = await browser.open({ width: a4 });
  await beSomebody(page, 'coordinator');
  await page.goto('/hub');
  await page.emulateMedia({ media: 'print' });

  expect(await page.getByRole('columnheader', { name: 'Records checked' }).isVisible()).toBe(true);
  expect(await page.getByText('Deal with it here').first().isVisible()).toBe(false);
  await page.goto('/search?q=lunch&near=AV3+4QT&kind=organisation');
  await page.goto(`${await firstResult(page)}/history`);
  expect(await page.getByRole('heading', { name: 'Every change' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'How did it read?' }).isVisible()).toBe(false);
});

test('what is written from right to left ends at its left, name and sentence alike', async () => {
  const page = await browser.open({ width: 360 });
  await page.goto('/search?q=lunch&near=AV3+4QT&kind=organisation');

  const ends = await page.evaluate(() =>
    ['.entry h3 a', '.entry p'].map((where) => {
      const words = document.querySelector(where);
      if (!words) return `no ${where}`;
      words.textContent = 'غداء وصحبة.';
      const range = document.createRange();
      const at = (from: number) => {
        range.setStart(words.firstChild ?? words, from);
        range.setEnd(words.firstChild ?? words, from + 1);
        return range.getBoundingClientRect().left;
      };
      return at(10) < at(0) ? 'left' : 'right';
    }),
  );

  expect(ends).toEqual(['left', 'left']);
});

async function firstResult(page: Page): Promise<string> {
  const href = await page.locator('[data-list="results"] [data-id] a').first().getAttribute('href');
  return (href ?? '').replace(/\/[^/]+$/, '');
}
