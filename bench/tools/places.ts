import pg from 'pg';

/** Metres on the plane of a made-up country, 200 km each way, with towns: people do not live evenly. */
export interface Spot {
  id: string;
  x: number;
  y: number;
  food: boolean;
}

/** Numbers that look like chance and are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function makeSpots(count: number): Spot[] {
  const chance = seeded(2026);
  const towns = Array.from({ length: 120 }, () => ({ x: chance() * 200_000, y: chance() * 200_000 }));
  return Array.from({ length: count }, (_, index) => {
    const town = towns[Math.floor(chance() ** 2 * towns.length)] ?? { x: 0, y: 0 };
    const spread = 6000 * (chance() + chance() + chance() - 1.5);
    const turn = chance() * 2 * Math.PI;
    const id = `018f0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
    return {
      id,
      x: town.x + spread * Math.cos(turn),
      y: town.y + spread * Math.sin(turn),
      food: index % 12 === 0,
    };
  });
}

/**
 * Search documents with one place each, as the directory makes them, and beside them what somebody would write who needs
 * only this: one table with the same columns, a GiST index on the point and a GIN index on the words.
 */
export async function fill(ownerUrl: string, spots: readonly Spot[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let from = 0; from < spots.length; from += 20_000) {
      const part = JSON.stringify(spots.slice(from, from + 20_000));
      await client.query(
        `insert into directory.document (id, kind, organisation_id, name, organisation_name, themes, freshness,
           checked_at, changed_at, words)
         select id, 'organisation', id, 'Group ' || right(id::text, 6), '', case when food then '{food}' else '{arts}' end::text[],
           'ok', '2026-11-01', '2026-11-01', to_tsvector('simple', 'group ' || right(id::text, 6))
             || array_to_tsvector(array['=k:organisation', '=f:ok', case when food then '=t:food' else '=t:arts' end])
         from jsonb_to_recordset($1) as spot(id uuid, x float8, y float8, food boolean)`,
        [part],
      );
      await client.query(
        `insert into directory.place (document_id, number, lat, lon, plane, precise, filters, alone)
         select spot.id, 1, 50, -1, point(x, y), true, directory.filters_of(document.words), true
         from jsonb_to_recordset($1) as spot(id uuid, x float8, y float8) join directory.document on document.id = spot.id`,
        [part],
      );
    }
    await client.query(`create table public.bare as
      select document.*, place.plane, place.lat, place.lon
      from directory.document join directory.place on document_id = id`);
    await client.query('create index on public.bare using gist (plane)');
    await client.query('create index on public.bare using gin (words)');
    await client.query('vacuum analyze directory.document');
    await client.query('vacuum analyze directory.place');
    await client.query('vacuum analyze public.bare');
  } finally {
    await client.end();
  }
}
