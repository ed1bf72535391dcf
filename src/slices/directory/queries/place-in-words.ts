import { sql } from 'kysely';
import { known } from '../../../platform/db/known.ts';
import type { Database, Db } from '../../../platform/db/open.ts';
import { placeNames } from '../../areas/door.ts';
import { isPostcodeLike, placesInWords } from '../rules/place-in-words.ts';
import { lookFor, nameQuery, plain } from '../rules/terms.ts';
import type { Asked } from '../words.ts';

const knownNames = known(async (db) => new Map((await placeNames(db)).map((name) => [plain(name), name])));

/**
 * “Lunch club near UB8” in one box is a lunch club, and near UB8. Whoever says where in the other box, and whoever types
 * the name of something that is published, is taken at their word.
 */
export async function readPlace<Given extends Asked>(database: Database, asked: Given): Promise<Given> {
  if (asked.near !== '' || !asked.q.includes(' ')) return asked;
  const names = await knownNames(database);
  const found = placesInWords(asked.q).find(({ near }) => isPostcodeLike(near) || names.has(near));
  if (!found || (await isNameOf(database.replica, asked.q))) return asked;
  return { ...asked, q: found.q, near: names.get(found.near) ?? found.near.toUpperCase(), said: asked.q };
}

async function isNameOf(db: Db, typed: string): Promise<boolean> {
  const looked = lookFor(typed, []);
  if (!looked) return false;
  const named = [nameQuery(looked, 'is'), nameQuery(looked, 'holds'), nameQuery(looked, 'begins')].join(
    ' | ',
  );
  const { rows } = await sql`
    select from directory.document where words @@ ${named}::tsquery and freshness <> 'none' limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
