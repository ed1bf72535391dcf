import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveTown } from '../../test/helpers/bare-app.ts';
import { launchChromium } from '../../test/helpers/chromium.ts';
import { dbTest } from '../../test/helpers/db.ts';
import { manyPlaces } from '../../test/helpers/many-places.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

dbTest(
  'R16 where too many places are for one answer, each piece that is looked at is asked for',
  async (town) => {
    await manyPlaces(town, 10_500);
    await town.browser();
    const { url, close } = await serveTown(town);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).search));
    await page.goto(`${url}/map`);

    await page.getByRole('button', { name: 'Move and zoom this map' }).click();
    await page.getByRole('button', { name: 'Show everything' }).click();
    const status = page.locator('.map-live [role=status]');
    await status.getByText('10,500 of 10,500 places').waitFor();
    const circles = page.getByRole('button', { name: /close together: zoom in$/ });
    const one = page.getByRole('button', { name: /in one place: show them$/ });
    for (let step = 0; step < 12 && (await one.count()) === 0; step += 1) {
      const answered = page.waitForResponse((answer) => answer.url().includes('box='));
      await circles.first().focus();
      await page.keyboard.press('Enter');
      await answered;
      await page.waitForLoadState('networkidle');
    }
    await one.first().click();

    expect(await page.locator('.map-about a').first().textContent()).toBe('Pantry');
    expect(await page.locator('.map-about').textContent()).toMatch(/And 22 more; the list has them all[.]/);
    expect(asked.filter((search) => search.includes('box=')).length).toBeGreaterThan(1);
    await page.close();
    await close();
  },
);
