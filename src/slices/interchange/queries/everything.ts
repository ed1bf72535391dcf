import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { imageBytes } from '../../../platform/images.ts';
import { logoOf } from '../../register/door.ts';
import type { OwnedTable } from '../rules/everything.ts';

export interface Owner {
  readonly id: string;
  readonly name: string;
}

/** Each table that has something of the organisation, whole. */
export async function ownedBy(
  db: Db,
  kinds: readonly OwnedBy[],
  organisationId: string,
): Promise<OwnedTable[]> {
  const tables: OwnedTable[] = [];
  for (const { file, label, read } of kinds)
    tables.push({ file, label, rows: await read(db, organisationId) });
  return tables.filter(({ rows }) => rows.length > 0);
}

export async function ownPictures(
  db: Db,
  organisationId: string,
): Promise<{ file: string; body: Uint8Array }[]> {
  const { id } = await logoOf(db, organisationId);
  return id === null ? [] : [{ file: 'logo.webp', body: (await imageBytes(db, id)).body }];
}
