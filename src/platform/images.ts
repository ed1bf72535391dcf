import type { Ctx } from './ctx.ts';
import type { Db, Tx } from './db/open.ts';
import { Invalid, NotFound } from './errors.ts';
import type { ShownImage } from './handed.ts';
import { whyNotPicture } from './picture-bytes.ts';

/** A picture as we wrote it anew: nothing of the file that was sent is left but what it shows. */
export interface Picture {
  readonly type: 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly body: Buffer;
}

/** What may be sent; phones make pictures of three to four million bytes. */
export const pictureBytes = 6 * 1024 * 1024;
/** A bomb is small as a file and vast when it is unpacked; a phone's picture has twelve to fifty million points. */
const pointsMax = 60_000_000;
const sideMin = 32;
const sideMax = 1200;
const keptBytesMax = 1024 * 1024;

/** Reads what was sent, and writes what it shows as WebP; place, camera and time stay behind. Or says why not. */
export async function pictureFrom(
  field: string,
  file: { name: string; path: string } | undefined,
  sideMost = sideMax,
): Promise<Picture> {
  if (!file) throw new Invalid({ [field]: 'Choose the picture first: a PNG, JPEG or WebP.' });
  const why = await whyNotPicture(file);
  if (why) throw new Invalid({ [field]: why });
  const sharp = await loadSharp();
  try {
    // libvips takes square brackets at the end of a path for settings of its own; no name that was sent has any left.
    const sent = sharp(file.path, { limitInputPixels: pointsMax, failOn: 'error', animated: false })
      .timeout({ seconds: 10 })
      .autoOrient()
      .resize({ width: sideMost, height: sideMost, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await sent.webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    if (Math.min(info.width, info.height) < sideMin) {
      throw new Invalid({
        [field]: `The picture is ${info.width} by ${info.height} points; ${sideMin} are the least.`,
      });
    }
    if (data.length > keptBytesMax) {
      throw new Invalid({
        [field]: 'The picture is too full of detail to be kept small. Make it smaller first.',
      });
    }
    return { type: 'image/webp', width: info.width, height: info.height, body: data };
  } catch (problem) {
    if (problem instanceof Invalid) throw problem;
    throw new Invalid({ [field]: inWords(problem) });
  }
}

function inWords(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : '';
  return /pixel limit|dimension/i.test(text)
    ? 'The picture has more than 60 million points. Make it smaller first.'
    : 'The picture is damaged, or not whole. Save it again and send that.';
}

let loaded: Promise<typeof import('sharp').default> | undefined;

/** Its twenty million bytes are loaded when the first picture comes, and it may read three kinds of file only. */
function loadSharp(): Promise<typeof import('sharp').default> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
    });
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

/** Keeps a picture under a new id: an address is never used twice. */
export async function keepPicture(tx: Tx, ctx: Ctx, picture: Picture): Promise<string> {
  const id = ctx.newId();
  await tx
    .insertInto('platform.image')
    .values({ id, ...picture, made_at: ctx.now })
    .execute();
  return id;
}

/** Whether one of these shows the very same: a button that was pressed twice sends a picture twice. */
export async function isAmong(tx: Tx, ids: readonly string[], { body }: Picture): Promise<boolean> {
  if (ids.length === 0) return false;
  const same = await tx
    .selectFrom('platform.image')
    .select('id')
    .where('id', 'in', ids)
    .where('body', '=', body)
    .limit(1)
    .executeTakeFirst();
  return same !== undefined;
}

/** After whatever showed it shows it no more. */
export async function dropPicture(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('platform.image').where('id', '=', id).execute();
}

export async function imageBytes(db: Db, id: string): Promise<{ type: string; body: Buffer }> {
  const row = await db
    .selectFrom('platform.image')
    .select(['type', 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('picture');
  return row;
}

/** Images with their words, ready to be shown. */
export async function shownImages<Asked extends { imageId: string; alt: string }>(
  db: Db,
  asked: readonly Asked[],
): Promise<(Asked & ShownImage)[]> {
  if (asked.length === 0) return [];
  const rows = await db
    .selectFrom('platform.image')
    .select(['id', 'width', 'height'])
    .where(
      'id',
      'in',
      asked.map(({ imageId }) => imageId),
    )
    .execute();
  const sizes = new Map(rows.map(({ id, ...size }) => [id, size]));
  return asked.flatMap((one) => {
    const size = sizes.get(one.imageId);
    return size ? [{ ...one, src: `/images/${one.imageId}`, ...size }] : [];
  });
}

/** The same of one that may not be there. */
export async function shownImage(
  db: Db,
  { id, alt }: { id: string | null; alt: string },
): Promise<ShownImage | undefined> {
  const [image] = await shownImages(db, id === null ? [] : [{ imageId: id, alt }]);
  return image;
}
