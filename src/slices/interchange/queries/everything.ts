import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { imageBytes } from '../../../platform/images.ts';
import { logoOf, picturesOf } from '../../register/door.ts';
import type { OwnedTable } from '../rules/everything.ts';

export interface Owner {
  readonly id: string;
  readonly name: string;
}

/** Each table that has something of the organisation, whole; the record itself stands first. */
export async function ownedBy(
  db: Db,
  kinds: readonly OwnedBy[],
  organisationId: string,
): Promise<OwnedTable[]> {
  const tables: OwnedTable[] = [];
  for (const { file, label, read } of kinds)
    tables.push({ file, label, rows: await read(db, organisationId) });
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return filled.sort((a, b) => Number(b.file === 'organisation') - Number(a.file === 'organisation'));
}

export async function ownPictures(
  db: Db,
  organisationId: string,
): Promise<{ file: string; body: Uint8Array }[]> {
  const { id: logo } = await logoOf(db, organisationId);
  const pictures = await picturesOf(db, organisationId);
  const files = [
    ...(logo === null ? [] : [{ file: 'logo.webp', imageId: logo }]),
    ...pictures.map(({ imageId }, index) => ({ file: `picture-${index + 1}.webp`, imageId })),
  ];
  return Promise.all(
    files.map(async ({ file, imageId }) => ({ file, body: (await imageBytes(db, imageId)).body })),
  );
}
