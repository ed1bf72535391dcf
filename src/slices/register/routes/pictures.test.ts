import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderForTest } from '../../../../test/helpers/engine-folder.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { things } from '../../../../test/helpers/things.ts';

/** Every one shows something else. */
async function photograph(background: string) {
  const create = { width: 1600, height: 1200, channels: 3 as const, background };
  const taken = sharp({ create })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Robin Canary' } });
  return {
    field: 'picture',
    name: 'us.jpg',
    type: 'image/jpeg',
    body: new Uint8Array(await taken.toBuffer()),
  };
}

async function show(browser: Client, group: string, alt: string, colour = colours.next().value) {
  const at = `/organisations/${group}/pictures`;
  return browser.upload(await browser.get(at), 'add-picture', await photograph(colour), { alt });
}

function* everyColour(): Generator<string, string> {
  for (let number = 0; ; number += 1) yield `hsl(${(number * 37) % 360}, 60%, 40%)`;
}
const colours = everyColour();

async function onThePage(town: Town, group: string): Promise<(string | undefined)[]> {
  const page = await (await town.browser()).get(`/organisations/${group}/tansy-street-kitchen`);
  return page.root.querySelectorAll('main img').map((image) => image.getAttribute('alt'));
}

dbTest(
  'R140 a group shows pictures of itself, small, without what a camera tells, each with words',
  async (town) => {
    const { group } = await things(town);
    const admin = await signedInAs(town, 'admin-of-a@things.example');

    const without = await show(admin, group, '');
    const shown = await show(admin, group, 'The green door beside the chemist');

    expect(without.problems.alt).toContain('Say what the picture shows');
    expect(shown.list('pictures').map(({ text }) => text)[0]).toContain('The green door beside the chemist');
    const page = await (await town.browser()).get(`/organisations/${group}/tansy-street-kitchen`);
    const image = page.root.querySelector('main img');
    const about = ['alt', 'width', 'height', 'loading'].map((name) => image?.getAttribute(name));
    expect(about).toEqual(['The green door beside the chemist', '320', '240', 'lazy']);
    const served = await admin.get(image?.getAttribute('src') ?? '');
    expect(served.headers.get('content-type')).toBe('image/webp');
    const file = join(folderForTest(), 'kept.webp');
    writeFileSync(file, served.bytes);
    const kept = await sharp(file).metadata();
    expect([kept.width, kept.height, kept.exif]).toEqual([800, 600, undefined]);
    expect(page.html).toContain(`"image":["http://localhost:3000${image?.getAttribute('src')}"]`);
  },
);

dbTest(
  'pictures stand in the order of those who keep the page, and one that is taken away is gone',
  async (town) => {
    const { group } = await things(town);
    const admin = await signedInAs(town, 'admin-of-a@things.example');
    for (const alt of ['The door', 'The hall', 'A full table']) await show(admin, group, alt);
    const at = `/organisations/${group}/pictures`;
    const [, hall, table] = (await admin.get(at)).list('pictures').map(({ id }) => id);

    await admin.post(`${at}/${table}/first`);
    const before = await onThePage(town, group);
    await admin.post(`${at}/${hall}/remove`);
    const again = await admin.post(`${at}/${hall}/remove`);

    expect(before).toEqual(['A full table', 'The door', 'The hall']);
    expect(await onThePage(town, group)).toEqual(['A full table', 'The door']);
    expect(again.status).toBe(404);
    expect(await town.owner.selectFrom('platform.image').select('id').execute()).toHaveLength(2);
  },
);

dbTest('a page shows six pictures, also when two come at once', async (town) => {
  const { group } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');
  for (let number = 1; number <= 5; number += 1) await show(admin, group, `Picture ${number}`);

  const both = await Promise.all([show(admin, group, 'One more'), show(admin, group, 'And one more')]);

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await onThePage(town, group)).toHaveLength(6);
  expect((await admin.get(`/organisations/${group}/pictures`)).hasForm('add-picture')).toBe(false);
});

dbTest('a picture that is sent twice is shown once', async (town) => {
  const { group } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');

  await Promise.all([show(admin, group, 'The door', 'teal'), show(admin, group, 'The door', 'teal')]);

  expect(await onThePage(town, group)).toEqual(['The door']);
});

dbTest('nobody but those who keep a page changes its pictures', async (town) => {
  const { group, otherGroup } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');
  await show(admin, group, 'The door');
  const page = await admin.get(`/organisations/${group}/pictures`);
  const [door] = page.list('pictures').map(({ id }) => id);
  const other = await signedInAs(town, 'admin-of-b@things.example');
  const visitor = await town.browser();

  expect((await other.upload(page, 'add-picture', await photograph('teal'), { alt: 'Mine' })).status).toBe(
    403,
  );
  expect((await visitor.upload(page, 'add-picture', await photograph('teal'), { alt: 'Mine' })).status).toBe(
    401,
  );
  expect((await other.post(`/organisations/${group}/pictures/${door}/remove`)).status).toBe(403);
  // Through one’s own page nobody reaches the picture of another.
  expect((await other.post(`/organisations/${otherGroup}/pictures/${door}/remove`)).status).toBe(404);
  expect((await other.post(`/organisations/${otherGroup}/pictures/${door}/first`)).status).toBe(404);
  expect(await onThePage(town, group)).toEqual(['The door']);
});

dbTest('R142 pictures go along when a group takes everything with it', async (town) => {
  const { group } = await things(town);
  const admin = await signedInAs(town, 'admin-of-a@things.example');
  await show(admin, group, 'The door');

  const archive = await admin.post(`/organisations/${group}/everything`);

  expect(archive.body).toContain('picture-1.webp');
  expect((await admin.get(`/organisations/${group}/everything`)).list('owned').map(({ id }) => id)).toContain(
    'pictures',
  );
});
