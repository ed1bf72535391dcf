import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';

async function openTown(town: Town) {
  const made = await smallTown(town);
  await made.group({ name: 'Tuesday lunch', summary: 'Soup.', at: { east: 200, north: 0 } });
  for (let n = 0; n < 7; n += 1) await made.group({ name: `Choir ${n}`, at: { east: 300 + n, north: 0 } });
  await made.open();
  return town.browser();
}

dbTest('R30 the search box may stand in any frame, everything else in none', async (town) => {
  const browser = await openTown(town);

  const box = await browser.get('/embed/search');
  const making = await browser.get('/embed');
  const search = await browser.get('/search');

  const policy = (page: typeof box) => page.headers.get('content-security-policy');
  expect(policy(box)).toContain('frame-ancestors *');
  expect(policy(making)).toContain("frame-ancestors 'none'");
  expect(policy(making)).toContain("frame-src 'self'");
  expect(policy(search)).toContain("frame-ancestors 'none'");
  expect(policy(search)).not.toContain('frame-src');
});

dbTest('R30 the box sets no cookie, looks at none and counts nobody', async (town) => {
  const browser = await openTown(town);
  const bare = await browser.get('/embed/search?q=astronaut');
  browser.cookies.take([`s=${'x'.repeat(43)}`]);
  const carrying = await browser.get('/embed/search?q=astronaut');

  expect(bare.headers.get('set-cookie')).toBeNull();
  expect(carrying.body).toBe(bare.body);
  expect(carrying.headers.get('cache-control')).toBe('no-cache');
  expect(bare.html).not.toContain('<script');
  expect(await town.owner.selectFrom('directory.unmet_search').select('words').execute()).toEqual([]);
});

dbTest('R30 it shows what is near, goes on in its frame, and its links leave it', async (town) => {
  const browser = await openTown(town);

  const bare = await browser.get('/embed/search');
  const found = await browser.submit(bare, 'search', { q: 'choir', near: 'AV3 4QT' });
  const nothing = await browser.get('/embed/search?q=astronaut');
  const inWords = await browser.get('/embed/search?q=choir+near+av3+4qt');

  expect(inWords.list('results')).toEqual(found.list('results'));
  expect(bare.text).not.toContain('0 found');
  expect(found.list('results')).toHaveLength(5);
  expect(found.text).toContain('All 7');
  expect(found.root.querySelector('base')?.getAttribute('target')).toBe('_top');
  expect(found.root.querySelector('form')?.getAttribute('target')).toBe('_self');
  expect(nothing.text).toContain('Nothing found for “astronaut”');
});

dbTest('R30 a place can be fixed, and a colour put on that can be read', async (town) => {
  const browser = await openTown(town);

  const fixed = await browser.get('/embed/search?near=AV3 4QT&fixed=near&colour=7a1f5c');
  const pale = await browser.get('/embed/search?colour=ffff00');

  expect(fixed.root.querySelector('input#near')).toBeNull();
  expect(fixed.root.querySelector('input[type=hidden][name=near]')?.getAttribute('value')).toBe('AV3 4QT');
  expect(fixed.list('results')[0]?.text).toContain('Tuesday lunch');
  expect(fixed.html).toContain('/look/7a1f5c');
  expect(pale.html).not.toContain('/look/');
});

dbTest('R30 the line to paste is made on a page, with what it looks like', async (town) => {
  const browser = await openTown(town);

  const page = await browser.get('/embed');
  const made = await browser.submit(page, 'make-search-box', {
    near: 'AV3 4QT',
    fixed: 'near',
    colour: '#7A1F5C',
  });
  const pale = await browser.submit(page, 'make-search-box', { near: 'Atlantis', colour: '#ffff00' });

  const line = made.root.querySelector('#paste')?.text ?? '';
  expect(line).toContain(
    'src="http://localhost:3000/embed/search?near=AV3%204QT&amp;fixed=near&amp;colour=7a1f5c"',
  );
  expect(line).toMatch(/^<iframe .*><\/iframe>$/);
  expect(made.root.querySelector('iframe')?.getAttribute('src')).toContain('/embed/search?near=AV3%204QT');
  expect(pale.problems.near).toContain('We know no place called “Atlantis”');
  expect(pale.problems.colour).toContain('The nearest that can be read is');
  expect(pale.root.querySelector('#paste')?.text).not.toContain('ffff00');
});
