import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Cursor, Near } from '../words.ts';
import { documentColumns, type FoundHit, type FoundRow, foundHit } from './hit.ts';
import { anywhere, fitsAtAll, isAfter, type Match, onePlanFor, pointOf, toTheKilometre } from './match.ts';

/** Behind every distance: things that are nowhere in particular come last. */
export const nowhere = 1e9;

export interface Walk {
  readonly match: Match;
  readonly near: Near;
  readonly after: Cursor | undefined;
  readonly count: number;
}

interface NearestRow extends FoundRow {
  first: number;
  raw: number;
}

/** The nearest that fit; behind the last place follows what has none. */
export async function findNearest(db: Db, walk: Walk): Promise<FoundHit[]> {
  const near = await walkOutwards(db, walk);
  const left = walk.count - near.length;
  return left > 0 ? [...near, ...(await findPlaceless(db, { ...walk, count: left }))] : near;
}

/** However many there are, only those shown are looked at. */
async function walkOutwards(db: Db, walk: Walk): Promise<FoundHit[]> {
  const { rows } = await sql<NearestRow>`${onePlanFor(walk.match)}
    select ${documentColumns}, distance, distance as first, raw, precise, plane[0] as x, plane[1] as y, lat, lon,
      walked.words as place_words, area_id as place_area_id
    from (select * from (${nearestPlaces(walk)}) as both_walks
      order by distance, raw, document_id limit ${walk.count}) as walked
    join directory.document on document.id = walked.document_id
    order by distance, raw, walked.document_id`.execute(db);
  return rows.map((row) => foundHit(row, walk.match, [row.first, row.raw]));
}

async function findPlaceless(db: Db, { match, after, count }: Walk): Promise<FoundHit[]> {
  const far = sql`${nowhere}::float8`;
  const { rows } = await sql<FoundRow>`
    select ${documentColumns}, null as distance, null as precise, null as x, null as y, null as lat, null as lon,
      null as place_words, null as place_area_id
    from directory.document
    where ${fitsAtAll(match)} and not exists (select from directory.place where document_id = document.id)
      and ${after ? isAfter(after, { first: far, second: far, id: sql`document.id` }) : sql`true`}
    order by id limit ${count}`.execute(db);
  return rows.map((row) => foundHit(row, match, [nowhere, nowhere]));
}

/**
 * Places nearest first, without looking at all: two walks outwards along the index, one over exact places and one over
 * those known to the kilometre, each in the order of what is shown. Only the nearest place of a document counts.
 */
export function nearestPlaces({ match, near, after, count }: Walk): RawBuilder<unknown> {
  const raw = sql`(place.plane <-> ${pointOf(near)})`;
  const walk = (which: RawBuilder<unknown>, distance: RawBuilder<unknown>) => sql`(
    select document_id, ${distance} as distance, ${raw} as raw, precise, plane, lat, lon, words, area_id
    from directory.place
    where ${which} and ${placeFits(match, near)}
      and (alone or not exists (select from directory.place as nearer where nearer.document_id = place.document_id
        and ((nearer.plane <-> ${pointOf(near)}), nearer.number) < (${raw}, place.number)))
      ${after ? sql`and ${isAfter(after, { first: distance, second: raw, id: sql`document_id` })}` : sql``}
    order by raw, document_id limit ${count})`;
  return sql`${walk(sql`precise`, raw)} union all ${walk(sql`not precise`, toTheKilometre(raw))}`;
}

/** What can be asked of a place alone is; only words need its document. */
function placeFits(match: Match, near: Near): RawBuilder<unknown> {
  const asked = [
    ...(match.filters ? [match.filters] : []),
    ...(match.freshness === 'ok' ? [`'=f:ok'`] : []),
    ...(match.freshness === 'not out' ? [`!'=f:none'`] : []),
  ];
  return sql.join(
    [
      ...(asked.length > 0 ? [sql`place.filters @@ ${asked.join(' & ')}::tsquery`] : []),
      ...(match.withinM === undefined
        ? []
        : [sql`place.plane <@ circle(${pointOf(near)}, ${match.withinM}::float8)`]),
      ...(match.words
        ? [
            sql`exists (select from directory.document where document.id = place.document_id
              and document.words @@ ${anywhere(match.words)})`,
          ]
        : []),
      sql`true`,
    ],
    sql` and `,
  );
}
