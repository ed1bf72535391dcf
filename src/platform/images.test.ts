import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { folderForTest } from '../../test/helpers/engine-folder.ts';
import { pictureFrom } from './images.ts';

const pine = { r: 18, g: 72, b: 59 };

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: pine } });
}

async function bytesOf(picture: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await picture.toBuffer());
}

/** As it lies on the disk when it was sent. */
async function sentAs(name: string, bytes: Uint8Array): Promise<{ name: string; path: string }> {
  const path = join(folderForTest(), name);
  await writeFile(path, bytes);
  return { name, path };
}

async function whyNot(name: string, bytes: Uint8Array): Promise<string> {
  return pictureFrom('picture', await sentAs(name, bytes)).then(
    () => 'taken',
    (problem: { problems?: Record<string, string> }) => problem.problems?.picture ?? String(problem),
  );
}

test('a picture is written anew: small enough, and without place, camera and time', async () => {
  const exif = { IFD0: { Artist: 'Robin Canary', Copyright: 'secret-camera' } };
  const sent = await bytesOf(plain(3000, 1500).jpeg().withExif(exif));

  const kept = await pictureFrom('picture', await sentAs('us.jpg', sent));

  expect(Buffer.from(sent).includes('Robin Canary')).toBe(true);
  expect([kept.type, kept.width, kept.height]).toEqual(['image/webp', 1200, 600]);
  expect(kept.body.includes('Robin Canary')).toBe(false);
  const { path } = await sentAs('us.webp', kept.body);
  expect((await sharp(path).metadata()).exif).toBeUndefined();
});

test('a picture that a phone laid on its side stands up', async () => {
  const sent = await bytesOf(plain(200, 100).jpeg().withMetadata({ orientation: 6 }));

  const { width, height } = await pictureFrom('picture', await sentAs('us.jpg', sent));

  expect([width, height]).toEqual([100, 200]);
});

test('a bomb is refused by its own figures, before it is unpacked', async () => {
  const began = performance.now();

  const why = await whyNot('bomb.png', pngOf(40_000, 40_000));

  expect(why).toContain('more than 60 million points');
  expect(performance.now() - began).toBeLessThan(3000);
});

test('an SVG is refused, whatever it is called', async () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');

  expect(await whyNot('logo.svg', svg)).toContain('An SVG can hold a program');
  expect(await whyNot('logo.png', svg)).toContain('An SVG can hold a program');
});

test('what is no picture, or another one than it says, is refused with the reason', async () => {
  const jpeg = await bytesOf(plain(64, 64).jpeg());

  expect(await whyNot('list.csv', new TextEncoder().encode('a,b\n1,2'))).toContain('This is no picture');
  expect(await whyNot('logo.png', jpeg)).toContain('is called .png but holds a JPEG');
  expect(await whyNot('logo.gif', await bytesOf(plain(64, 64).gif()))).toContain('This is no picture');
  expect(await whyNot('dot.jpg', await bytesOf(plain(8, 8).jpeg()))).toContain('8 by 8 points');
});

test('a damaged picture is refused', async () => {
  const whole = await bytesOf(plain(640, 480).png());

  expect(await whyNot('logo.png', whole.slice(0, whole.length / 2))).toContain('damaged, or not whole');
});

test('a picture that is something else at once is refused', async () => {
  const jpeg = await bytesOf(plain(64, 64).jpeg());
  const withPage = Buffer.concat([jpeg, Buffer.from('<HTML><script>alert(1)</script>')]);
  const archiveEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Array<number>(18).fill(0)]);

  expect(await whyNot('logo.jpg', new Uint8Array(withPage))).toContain('something else at once');
  expect(await whyNot('logo.jpg', new Uint8Array(Buffer.concat([jpeg, archiveEnd])))).toContain(
    'something else at once',
  );
});

test('something else is found wherever it stands, between two pieces that are read, too', async () => {
  const jpeg = await bytesOf(plain(64, 64).jpeg());
  const marked = (at: number) =>
    Buffer.concat([jpeg, Buffer.alloc(at - jpeg.length), Buffer.from('<!DocType html'), Buffer.alloc(100)]);
  const places = [65_536 - 14, 65_536 - 9, 65_536 - 8, 65_536 - 1, 65_536, 2 * 65_536 - 4];

  const said = await Promise.all(places.map((at) => whyNot('logo.jpg', marked(at))));

  expect(new Set(said)).toEqual(
    new Set(['This file is a picture and something else at once. Save it anew as a picture.']),
  );
});

test('what only looks like the end of an archive, far from the end, is part of a picture', async () => {
  const jpeg = await bytesOf(plain(64, 64).jpeg());
  const archiveEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  const far = Buffer.concat([jpeg, archiveEnd, Buffer.alloc(70_000)]);
  const near = Buffer.concat([jpeg, Buffer.alloc(70_000), archiveEnd, Buffer.alloc(65_000)]);

  expect(await whyNot('logo.jpg', new Uint8Array(far))).toBe('taken');
  expect(await whyNot('logo.jpg', new Uint8Array(near))).toContain('something else at once');
});

/** A PNG that says how large it is and holds its first line. */
function pngOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const line = chunk('IDAT', deflateSync(Buffer.alloc(1 + 3 * width)));
  const parts = [signature, chunk('IHDR', header), line, chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
