import type { Locator, Page } from '@playwright/test';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import { browserForFile, entries, form } from './browser.ts';
import { keys } from './hands.ts';
import { flaws, watch } from './looks.ts';

const browser = browserForFile();
const Points = z.object({
  things: z.array(z.object({ id: z.string() })),
  nowhere: z.number(),
  words: z.string(),
});
/** What all of it may weigh on the way, script and sheet. */
const bytesMax = 75 * 1024;

const opening = (page: Page) => page.getByRole('button', { name: 'Move and zoom this map' });
const marks = (page: Page) => page.locator('.map-mark button');
const idsOf = (page: Page) =>
  page
    .locator('[data-list="results"] [data-id]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-id') ?? ''));

/** Every id of the list, by pressing on to its end. */
async function wholeList(page: Page): Promise<string[]> {
  const reader = await browser.open({ scripts: false });
  await reader.goto(page.url());
  const ids = await idsOf(reader);
  for (let next = reader.locator('.pager a'); (await next.count()) > 0; ) {
    await next.click();
    ids.push(...(await idsOf(reader)));
  }
  await reader.context().close();
  return ids.toSorted();
}

async function answerFor(page: Page): Promise<z.infer<typeof Points>> {
  const address = await page
    .locator('[data-island="map"]')
    .evaluate((host) => JSON.parse(host.getAttribute('data-props') ?? '').points);
  return Points.parse(await (await page.request.get(address)).json());
}

async function idsOnMap(page: Page): Promise<string[]> {
  const { things } = await answerFor(page);
  return things.map(({ id }) => id).toSorted();
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

test('R16 filtered to what is open to volunteers in the evening, map and list change alike, by keys alone', async () => {
  const page = await browser.open();
  const hand = keys(page);
  await page.goto('/map?near=AV3+4QT&within_km=8');
  const before = await idsOnMap(page);

  await hand.press(opening(page));
  await marks(page).first().waitFor();
  expect(await hasFocus(page.locator('.map-sheet'))).toBe(true);
  const filters = form(page, 'filter-results');
  await hand.choose(filters.getByLabel('Evenings'));
  await hand.choose(filters.getByLabel('Volunteers'));
  await hand.press(filters.getByRole('button', { name: 'Show results' }));
  await page.waitForURL(/open_to=volunteers/);
  await marks(page).first().waitFor();

  const after = await idsOnMap(page);
  expect(await wholeList(page)).toEqual(after);
  expect(after.length).toBeGreaterThan(0);
  expect(after.length).toBeLessThan(before.length);
  expect(page.url()).toContain('#moving');
});

test('R16 each mark of the map is reached by keys and leads to its page, or back to the list', async () => {
  const page = await browser.open({ width: 360 });
  const hand = keys(page);
  await page.goto('/search?near=AV3+4QT&q=lunch');
  await hand.press(opening(page));
  const pin = page.locator('.map-pin').first();

  await hand.press(pin);
  const about = page.getByRole('group', { name: 'What is here' });
  const link = about.getByRole('link').first();
  expect(await hasFocus(link)).toBe(true);
  expect(await about.innerText()).toMatch(/(Service|Group).* miles? · /s);
  await page.keyboard.press('Escape');
  expect(await hasFocus(pin)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await hasFocus(page.locator('[data-list="results"] a').first())).toBe(true);

  await hand.press(pin);
  const to = await link.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === to);
});

test('R16 marks that are close are one circle, which a key takes apart until each thing has its link', async () => {
  const page = await browser.open();
  await page.goto('/map');
  await opening(page).click();
  await page.getByRole('button', { name: 'Show everything' }).click();
  const circles = page.getByRole('button', { name: /close together: zoom in$/ });
  await circles.first().waitFor();
  const sizes = await circles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  const all = await placesSaid(page);

  for (let step = 0; step < 12 && (await circles.count()) > 0; step += 1) {
    await circles.first().focus();
    await page.keyboard.press('Enter');
  }
  const few = await placesSaid(page);
  await marks(page).first().focus();
  await page.keyboard.press('Space');

  expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(all);
  expect(await page.locator('.map-about a').count()).toBeGreaterThan(0);
});

/** What the line under the map says is on it. */
async function placesSaid(page: Page): Promise<number> {
  const said = await page.locator('.map-live [role=status]').innerText();
  return Number(/^([\d,]+) of/.exec(said)?.[1]?.replace(',', ''));
}

test('R16 the map that moves comes only when asked for, weighs little, and asks nobody else', async () => {
  const page = await browser.open();
  const seen = watch(page, inject('journeyUrl'));
  const sizes: number[] = [];
  const late: string[] = [];
  await page.goto('/map?near=AV3+4QT', { waitUntil: 'networkidle' });
  page.on('requestfinished', async (request) => {
    late.push(new URL(request.url()).pathname);
    if (/[.](js|css)$/.test(request.url())) sizes.push((await request.sizes()).responseBodySize);
  });

  await opening(page).click();
  await marks(page).first().waitFor();
  await page.waitForLoadState('networkidle');

  expect(late).toEqual(expect.arrayContaining(['/map/points', '/map/ground']));
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(bytesMax);
  expect(seen).toEqual([]);
});

test('R16 axe finds nothing on the map that moves, and 320 pixels are enough', {
  timeout: 120_000,
}, async () => {
  const page = await browser.open({ width: 360 });
  await page.goto('/map?near=AV3+4QT&q=lunch');
  await opening(page).click();
  await page.locator('.map-pin').first().click();
  await page.locator('.map-about a').first().waitFor();

  expect(await flaws(page)).toEqual([]);
});

test('R16 on paper the drawn map stands in the place of the one that moves', async () => {
  const page = await browser.open();
  await page.goto('/map?near=AV3+4QT');
  await opening(page).click();
  await marks(page).first().waitFor();
  const drawn = page.locator('figure.map > svg');
  expect(await drawn.isHidden()).toBe(true);

  await page.emulateMedia({ media: 'print' });

  expect(await drawn.isVisible()).toBe(true);
  expect(await page.locator('.map-live').isHidden()).toBe(true);
});

test('R16 without scripts the map is drawn, and filters change it and the list alike', async () => {
  const page = await browser.open({ scripts: false });
  await page.goto('/map?near=AV3+4QT');
  const before = await answerFor(page);
  await form(page, 'filter-results').getByLabel('Volunteers').check();
  await form(page, 'filter-results').getByLabel('Evenings').check();
  await form(page, 'filter-results').getByRole('button').click();

  const pins = await page.locator('figure.map .m-no').allInnerTexts();
  const list = await wholeList(page);
  const { nowhere, words, things } = await answerFor(page);

  expect(await opening(page).isHidden()).toBe(true);
  expect(await entries(page, 'results')).toHaveLength(pins.length);
  expect(things.length).toBeLessThan(before.things.length);
  expect(things.length + nowhere).toBe(list.length);
  expect(list).toEqual(expect.arrayContaining(await idsOnMap(page)));
  expect(words).toBe(`${nowhere} have no place on a map; the list has them.`);
});
