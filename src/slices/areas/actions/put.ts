import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import type { NewArea, NewOutcode, NewPostcode, Tally } from '../words.ts';

export async function refuseLostParents(tx: Tx, areas: readonly NewArea[]): Promise<void> {
  const given = new Set(areas.map((area) => area.code));
  const parents = areas.flatMap(({ parentCode }) => (parentCode ? [parentCode] : []));
  const wanted = [...new Set(parents)].filter((code) => !given.has(code));
  if (wanted.length === 0) return;
  const known = await tx.selectFrom('areas.area').select('code').where('code', 'in', wanted).execute();
  const lost = wanted.find((code) => !known.some((area) => area.code === code));
  if (lost) throw new Refused('no_such_parent', `There is no area ${lost}, though another lies in it.`);
}

export async function putAreas(tx: Tx, ctx: Ctx, areas: readonly NewArea[], source: string): Promise<Tally> {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const given = [...byCode.values()].map(({ parentCode, ...area }) => ({
    ...area,
    id: ctx.newId(),
    parent_code: parentCode ?? null,
  }));
  const rows = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, code text, name text,
    level text, parent_code text, outline jsonb, lat double precision, lon double precision)`;
  const made = await sql<{ code: string; new: boolean }>`
    insert into areas.area as area (id, code, name, level, outline, lat, lon, source, changed_at)
    select id, code, name, level, outline, lat, lon, ${source}, ${ctx.now} from ${rows}
    on conflict (code) do update set name = excluded.name, level = excluded.level,
      outline = coalesce(excluded.outline, area.outline), lat = coalesce(excluded.lat, area.lat),
      lon = coalesce(excluded.lon, area.lon), changed_at = excluded.changed_at,
      source = coalesce(nullif(excluded.source, ''), area.source)
    where (area.name, area.level, area.outline, area.lat, area.lon, area.source) is distinct from
      (excluded.name, excluded.level, coalesce(excluded.outline, area.outline), coalesce(excluded.lat, area.lat),
       coalesce(excluded.lon, area.lon), coalesce(nullif(excluded.source, ''), area.source))
    returning code, xmax = 0 as new`.execute(tx);
  const moved = await sql<{ code: string }>`update areas.area as area
    set parent_id = parent.id, changed_at = ${ctx.now}
    from ${rows} join areas.area as parent on parent.code = given.parent_code
    where area.code = given.code and area.parent_id is distinct from parent.id
    returning area.code`.execute(tx);

  const fresh = made.rows.filter((row) => row.new).length;
  const touched = new Set([...made.rows, ...moved.rows].map((row) => row.code)).size;
  return { new: fresh, changed: touched - fresh, unchanged: given.length - touched };
}

export async function putPostcodes(tx: Tx, batch: readonly NewPostcode[]): Promise<Tally> {
  const rows = [...new Map(batch.map((row) => [row.postcode, row])).values()];
  const made = await written(
    tx,
    sql`insert into areas.postcode as known (postcode, lat, lon, area_code, inner_code)
      select * from unnest(${rows.map((row) => row.postcode)}::text[],
        ${rows.map((row) => row.lat)}::double precision[], ${rows.map((row) => row.lon)}::double precision[],
        ${rows.map((row) => row.areaCode)}::text[], ${rows.map((row) => row.innerCode ?? null)}::text[])
      on conflict (postcode) do update set lat = excluded.lat, lon = excluded.lon,
        area_code = excluded.area_code, inner_code = excluded.inner_code
      where (known.lat, known.lon, known.area_code, known.inner_code) is distinct from
        (excluded.lat, excluded.lon, excluded.area_code, excluded.inner_code)
      returning (xmax = 0) as new`,
  );
  return tallyOf(batch.length, made);
}

export async function putOutcodes(tx: Tx, outcodes: readonly NewOutcode[]): Promise<Tally> {
  const rows = [...new Map(outcodes.map((row) => [row.outcode, row])).values()];
  const made = await written(
    tx,
    sql`insert into areas.outcode as known (outcode, lat, lon, town, area_code)
      select * from unnest(${rows.map((row) => row.outcode)}::text[],
        ${rows.map((row) => row.lat)}::double precision[], ${rows.map((row) => row.lon)}::double precision[],
        ${rows.map((row) => row.town)}::text[], ${rows.map((row) => row.areaCode ?? null)}::text[])
      on conflict (outcode) do update set lat = excluded.lat, lon = excluded.lon, town = excluded.town,
        area_code = coalesce(excluded.area_code, known.area_code)
      where (known.lat, known.lon, known.town, known.area_code) is distinct from
        (excluded.lat, excluded.lon, excluded.town, coalesce(excluded.area_code, known.area_code))
      returning (xmax = 0) as new`,
  );
  return tallyOf(outcodes.length, made);
}

/** From the leaves upwards: postcodes give boroughs and neighbourhoods their middle, those the areas above them. */
export async function fillMiddles(tx: Tx, ctx: Ctx): Promise<void> {
  await sql`update areas.area set lat = middle.lat, lon = middle.lon, changed_at = ${ctx.now}
    from (select code, avg(lat) as lat, avg(lon) as lon
      from (select area_code as code, lat, lon from areas.postcode
        union all select inner_code, lat, lon from areas.postcode) as spot
      where code in (select code from areas.area where lat is null) group by code) as middle
    where area.code = middle.code and area.lat is null`.execute(tx);
  for (const level of ['sub_region', 'region']) {
    await sql`update areas.area set lat = middle.lat, lon = middle.lon, changed_at = ${ctx.now}
      from (select parent_id, avg(lat) as lat, avg(lon) as lon from areas.area
        where lat is not null group by parent_id) as middle
      where area.id = middle.parent_id and area.lat is null and level = ${level}`.execute(tx);
  }
}

export async function fillOutcodes(tx: Tx): Promise<void> {
  await sql`insert into areas.outcode (outcode, lat, lon, area_code)
    select split_part(postcode, ' ', 1), avg(lat), avg(lon), mode() within group (order by area_code)
    from areas.postcode group by 1
    on conflict (outcode) do update set area_code = excluded.area_code
    where outcode.area_code is null`.execute(tx);
}

async function written(tx: Tx, statement: RawBuilder<unknown>): Promise<{ new: boolean }[]> {
  const { rows } = await sql<{ new: boolean }>`${statement}`.execute(tx);
  return rows;
}

function tallyOf(given: number, made: readonly { new: boolean }[]): Tally {
  const fresh = made.filter((row) => row.new).length;
  return { new: fresh, changed: made.length - fresh, unchanged: given - made.length };
}
