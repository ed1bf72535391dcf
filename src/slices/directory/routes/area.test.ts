import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';

dbTest('R122 the page of an area says who looks after it and what there is', async (town) => {
  const made = await smallTown(town);
  await made.centre({ name: 'Eastlock Volunteer Centre', phone: '01632 960101' }, [
    { area: 'V01', own: true },
  ]);
  await made.group({ name: 'Larder', themes: ['food'], area: 'V0101', at: { east: 0, north: 0 } });
  await made.group({ name: 'Elsewhere', themes: ['arts'], area: 'V02' });
  await made.open();
  const browser = await town.browser();

  const borough = await browser.get('/areas/V01');
  const part = await browser.get('/areas/V0101');
  const unserved = await browser.get('/areas/V02');

  expect(borough).toMatchObject({ status: 200, h1: 'Eastlock' });
  expect(borough.text).toContain('Borough in Ambry Vale');
  expect(borough.text).toContain('Food and meals 1');
  expect(borough.text).not.toContain('Arts');
  expect(borough.text).toContain('Lockside');
  expect(part.text).toContain('Eastlock Volunteer Centre 01632 960101');
  expect(unserved.text).toContain('No centre answers for Hartlow yet, so the hub does.');
});

dbTest('an area that is not there is nothing', async (town) => {
  await smallTown(town);
  const browser = await town.browser();

  expect((await browser.get('/areas/V77')).status).toBe(404);
  expect((await browser.get('/areas/%E2%80%AE')).status).toBe(404);
});

dbTest('a practice network is kept out of search engines', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Larder' });
  await made.open();
  const browser = await town.browser();

  expect((await browser.get('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
  expect((await browser.get('/search')).html).toContain('<meta name="robots" content="noindex"');
  expect((await browser.get('/sitemap.xml')).body).not.toContain('larder');
});

dbTest('a real network tells search engines what is published', async (town) => {
  const made = await smallTown(town);
  await made.group({ name: 'Larder' });
  await made.open();
  const browser = await town.browser();
  await town.owner.updateTable('network.network').set({ practice: false }).execute();

  expect((await browser.get('/robots.txt')).body).toContain('Sitemap: http://localhost:3000/sitemap.xml');
  expect((await browser.get('/sitemap.xml')).body).toMatch(/<loc>.*\/larder<\/loc>/);
});
