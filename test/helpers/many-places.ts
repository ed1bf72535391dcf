import { sql } from 'kysely';
import type { Town } from './db.ts';
import { smallTown } from './small-town.ts';

/** So many things on two hundred spots, made behind the back of the product. */
export async function manyPlaces(town: Town, count: number): Promise<void> {
  const made = await smallTown(town);
  const model = await made.group({ name: 'Pantry', at: { east: 0, north: 0 } });
  await made.open();
  await sql`insert into directory.document (id, kind, organisation_id, name, organisation_name, freshness, changed_at, words)
    select gen_random_uuid(), kind, organisation_id, name, organisation_name, freshness, changed_at, words
    from directory.document, generate_series(2, ${count}) where id = ${model}`.execute(town.owner);
  await sql`insert into directory.place (document_id, number, lat, lon, plane, precise, words, filters, alone)
    select document.id, 1, model.lat + spot / 20 * 0.0018, model.lon + spot % 20 * 0.00289,
      point(plane[0] + spot % 20 * 200, plane[1] + spot / 20 * 200),
      precise, model.words, model.filters, true
    from (select id, row_number() over (order by id) % 200 as spot from directory.document where id <> ${model}) as document,
      directory.place as model where model.document_id = ${model}`.execute(town.owner);
}
