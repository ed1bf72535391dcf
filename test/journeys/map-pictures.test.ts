import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureFile } from '../helpers/picture-file.ts';
import { beSomebody, browserForFile, form } from './browser.ts';
import { flaws } from './looks.ts';

const browser = browserForFile({ own: true });
const credit = '© OpenStreetMap contributors';
/** For so long a page believes what seldom changes. */
const knownForMs = 5100;

/** A map server that gives the same picture everywhere, and what it was told. */
async function mapServer(page: Page) {
  const picture = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#cfd8dc' } })
    .png()
    .toBuffer();
  const file = pictureFile(picture);
  const told: { address: string; referer: string | undefined }[] = [];
  await page.route('https://*.example/**', async (route) => {
    const { referer, range } = route.request().headers();
    told.push({ address: route.request().url(), referer });
    const headers = { 'access-control-allow-origin': '*' };
    if (range === undefined) return route.fulfill({ contentType: 'image/png', body: picture, headers });
    const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number);
    const body = file.subarray(from, Math.min(to + 1, file.length));
    const pieces = { 'content-range': `bytes ${from}-${from + body.length - 1}/${file.length}` };
    return route.fulfill({ status: 206, body, headers: { ...headers, ...pieces } });
  });
  return told;
}

async function choose(address: string): Promise<void> {
  const page = await browser.open();
  await beSomebody(page, 'coordinator');
  await page.goto('/settings/map');
  await form(page, 'set-map').getByLabel('Address of the pictures').fill(address);
  await form(page, 'set-map').getByLabel('Who drew them').fill(credit);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await form(page, 'set-map').getByRole('button').click();
  expect((await answered).status()).toBe(303);
  await page.waitForTimeout(knownForMs);
}

test('R16 pictures of a map server lie under the map, with its credit, and only when asked for', async () => {
  await choose('https://tiles.example/{z}/{x}/{y}.png');
  const page = await browser.open();
  const told = await mapServer(page);
  await page.goto('/map?near=AV3+4QT&q=advice');
  expect(told).toEqual([]);
  expect(await page.getByText('pictures come from tiles.example').isVisible()).toBe(true);

  await page.getByRole('button', { name: 'Move and zoom this map' }).click();
  await page.locator('.leaflet-tile-loaded').first().waitFor();

  expect(await page.locator('.map-live').getByText(credit).isVisible()).toBe(true);
  expect(told[0]?.address).toMatch(/^https:\/\/tiles[.]example\/\d+\/\d+\/\d+[.]png$/);
  expect(new Set(told.map(({ referer }) => referer))).toEqual(new Set([`${new URL(page.url()).origin}/`]));
});

test('axe finds nothing where the coordinator chooses what lies under the map', async () => {
  const page = await browser.open();
  await beSomebody(page, 'coordinator');
  await page.goto('/settings/map');
  await form(page, 'set-map').getByLabel('Address of the pictures').fill('http://tiles.example/map');
  await form(page, 'set-map').getByRole('button').click();
  await page.getByRole('alert').waitFor();

  expect(await flaws(page)).toEqual([]);
});

test('R16 pictures out of one file lie under the map', async () => {
  await choose('https://files.example/vale.pmtiles');
  const page = await browser.open();
  const told = await mapServer(page);
  await page.goto('/map?near=AV3+4QT');

  await page.getByRole('button', { name: 'Move and zoom this map' }).click();
  const picture = page.locator('img.leaflet-tile[src^="blob:"]').first();
  await picture.waitFor();

  expect(await picture.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth)).toBe(256);
  expect(new Set(told.map(({ address }) => address))).toEqual(
    new Set(['https://files.example/vale.pmtiles']),
  );
});

test('R16 where the file does not come, our own ground lies under the map', async () => {
  const page = await browser.open();
  await page.route('https://*.example/**', (route) => route.abort());
  await page.goto('/map?near=AV3+4QT');

  await page.getByRole('button', { name: 'Move and zoom this map' }).click();
  await page.locator('.map-mark button').first().waitFor();

  expect(await page.locator('.map-sheet .m-land').count()).toBeGreaterThan(3);
});
