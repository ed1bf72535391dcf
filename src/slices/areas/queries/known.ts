import { known } from '../../../platform/db/known.ts';
import type { Database } from '../../../platform/db/open.ts';
import { groundAsGeoJson } from '../rules/geojson.ts';
import type { Ground } from '../words.ts';
import { ground } from './ground.ts';
import { areasOfLevel } from './tree.ts';

export const knownBoroughs = known((db) => areasOfLevel(db, 'borough'));

export const knownGround = known(ground);

/** Working it out takes a tenth of a second; the same ground has the same text. */
const texts = new WeakMap<Ground, string>();

/** The ground as GeoJSON, for a map that can be moved. */
export async function knownGeoJson(database: Database): Promise<string> {
  const land = await knownGround(database);
  const text = texts.get(land) ?? groundAsGeoJson(land);
  texts.set(land, text);
  return text;
}
