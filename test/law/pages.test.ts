import { expect } from 'vitest';
import { cast } from '../../src/demo/region/lists/cast.ts';
import { crawl, routeOf, routeWithNames } from '../helpers/crawl.ts';
import { demoTest } from '../helpers/demo-town.ts';

const open = ['/', '/search', '/map', '/register', '/sign-in'];
const practice = ['/practice', '/practice/forms', '/practice/mail', '/practice/mail?to=nobody@club.example'];
const own = ['/me', '/inbox'];

demoTest('every page that a visitor reaches by links keeps the law of pages', async ({ browser }) => {
  const from = [...open, ...practice];

  const walk = await crawl(await browser(), { from, ofAKind: 3, kindOf: routeWithNames });

  expect(walk.broken).toEqual([]);
  expect([...new Set(walk.pages.map((page) => routeOf(page.url)))]).toEqual(
    expect.arrayContaining(['/organisations/:id/:slug?', '/services/:id/:slug?', '/areas/:code', '/search?']),
  );
});

for (const { key, name } of cast) {
  demoTest(`every page that ${name} (${key}) reaches by links keeps the law of pages`, async (town) => {
    const browser = await town.browser();
    await browser.post('/practice/sign-in', { person: key });

    const walk = await crawl(browser, { from: [...own, ...open], ofAKind: 2 });

    expect(walk.broken).toEqual([]);
    expect(walk.pages.map((page) => page.url)).toEqual(expect.arrayContaining(own));
  });
}
