import sharp from 'sharp';
import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { things } from '../../../../test/helpers/things.ts';

async function bowl(): Promise<Uint8Array<ArrayBuffer>> {
  const create = { width: 300, height: 150, channels: 3 as const, background: '#12483b' };
  return new Uint8Array(await sharp({ create }).png().toBuffer());
}

async function logoFile(body?: Uint8Array<ArrayBuffer>) {
  return { field: 'picture', name: 'bowl.png', type: 'image/png', body: body ?? (await bowl()) };
}

dbTest('R140 a group shows its logo, with words for those who hear the page', async (town) => {
  const { group } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');
  const visitor = await town.browser();
  const form = await admin.get(`/organisations/${group}/logo`);

  const without = await admin.upload(form, 'set-logo', await logoFile(), { alt: '' });
  const shown = await admin.upload(form, 'set-logo', await logoFile(), { alt: 'Two hands around a bowl' });

  expect(without.status).toBe(422);
  expect(without.problems.alt).toContain('Say what the picture shows');
  expect(shown.h1).toBe('Tansy Street Kitchen');
  const page = await visitor.get(`/organisations/${group}/tansy-street-kitchen`);
  const image = page.root.querySelector('main img');
  expect(image?.getAttribute('alt')).toBe('Two hands around a bowl');
  expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['192', '96']);
  const served = await visitor.get(image?.getAttribute('src') ?? '');
  expect(served.headers.get('content-type')).toBe('image/webp');
  expect(served.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(served.headers.get('content-security-policy')).toContain('sandbox');
  expect(served.headers.get('x-content-type-options')).toBe('nosniff');
});

dbTest('a new logo takes the place of the old one, and one that is taken away is gone', async (town) => {
  const { group } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');
  const at = `/organisations/${group}/logo`;

  await admin.upload(await admin.get(at), 'set-logo', await logoFile(), { alt: 'A bowl' });
  const first = (await admin.get(at)).root.querySelector('main img')?.getAttribute('src') ?? '';
  await admin.upload(await admin.get(at), 'set-logo', await logoFile(), { alt: 'Another bowl' });
  const gone = await admin.get(first);
  await admin.submit(await admin.get(at), 'remove-logo');

  expect(first).toMatch(/^\/images\/[0-9a-f-]{36}$/);
  expect(gone.status).toBe(404);
  expect((await admin.get(at)).root.querySelector('main img')).toBeNull();
  expect(await town.owner.selectFrom('platform.image').select('id').execute()).toEqual([]);
});

dbTest('nobody but those who keep a page changes its logo', async (town) => {
  const { group } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');
  const other = await signedInAs(town, 'admin-of-b@things.example');
  const visitor = await town.browser();
  const form = await admin.get(`/organisations/${group}/logo`);

  expect((await other.upload(form, 'set-logo', await logoFile(), { alt: 'Mine' })).status).toBe(403);
  expect((await visitor.upload(form, 'set-logo', await logoFile(), { alt: 'Mine' })).status).toBe(401);
  expect((await other.post(`/organisations/${group}/logo/remove`)).status).toBe(403);
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const refused = await admin.upload(form, 'set-logo', await logoFile(new Uint8Array(svg)), {
    alt: 'A bowl',
  });
  expect(refused.problems.picture).toContain('An SVG can hold a program');
  expect(refused.form('set-logo').values.alt).toBe('A bowl');
});

dbTest('C1-J1 the network’s own logo stands on every page', async (town) => {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/logo');

  const kept = await coordinator.upload(page, 'set-network-logo', await logoFile(), { alt: 'A green vale' });

  const again = await (await town.browser()).get('/help');
  expect(kept.text).toContain('Read out as: “A green vale”');
  expect((await coordinator.get('/settings')).text).toContain('A picture of your own: A green vale.');
  expect(again.status).toBe(200);
  await coordinator.submit(kept, 'remove-network-logo');
  expect((await coordinator.get('/settings')).text).toContain('The mark that Joinery comes with.');
});
