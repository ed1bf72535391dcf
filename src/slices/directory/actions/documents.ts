import { type RawBuilder, sql } from 'kysely';
import type { DocumentSource, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { access, languages, peopleServed, themes } from '../../register/door.ts';

/** That English is spoken says nothing: it would make everything an answer to “English classes”. */
const { en: _english, ...otherLanguages } = languages;

/** Documents made in one statement. */
export const batch = 500;

/** In the transaction of an event: whatever it touched is found by its new words when the transaction ends. */
export async function hear(tx: Tx, ctx: Ctx, event: Recorded): Promise<void> {
  for (const source of ctx.house.documents) {
    if (!source.touchedBy.includes(event.name)) continue;
    const ids = [...new Set(await source.touched(tx, event))];
    for (let from = 0; from < ids.length; from += batch) {
      await remakeDocuments(tx, source, ids.slice(from, from + batch));
    }
  }
}

/** Whatever the kinds are: sources that share a view may leave it to one of them to say what was touched. */
export async function remakeDocuments(tx: Tx, source: DocumentSource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await oneAfterTheOther(tx, ids);
  await sql`delete from directory.document where id = any(${ids}::uuid[])`.execute(tx);
  await insertDocuments(tx, source, ids);
  await insertPlaces(tx, source, ids);
  await insertWords(tx, ids);
}

/**
 * Two changes of one thing at once would both insert its document. The later waits here, where its next statement
 * still sees what the earlier one made. A few hundred locks at most, however many ids.
 */
async function oneAfterTheOther(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(7301, bucket) from (
    select distinct hashtext(id) & 255 as bucket from unnest(${ids}::text[]) as id order by 1) as buckets`.execute(
    tx,
  );
}

function insertDocuments(tx: Tx, source: DocumentSource, ids: readonly string[]) {
  return sql`
    insert into directory.document (id, kind, organisation_id, name, organisation_name, other_names, summary, themes,
      people_served, days, times, status, access, languages, way_in, cost_pence, cost_words, area_ids,
      taking_referrals, open_to_volunteers, organisation_kind, freshness, checked_at, changed_at, language, words, round)
    select id, kind, organisation_id, name, organisation_name, other_names, summary, themes,
      people_served, days, times, status, access, languages, way_in, cost_pence, cost_words, area_ids,
      taking_referrals, open_to_volunteers, organisation_kind, freshness, checked_at, changed_at, language,
      ${wordsOf(source)}, (select round from directory.remake)
    from ${wanted(source.view, sql`id`, ids)} as document,
      -- Each is used many times: without the offset it would be worked out again for each of them.
      lateral (select directory.plain(name) as name_plain, directory.plain(other_names) as other_plain,
        directory.plain(summary) as summary_plain offset 0) as plain,
      lateral (select to_tsvector('simple', named) as name_words, to_tsvector('english', named) as name_stems
        from (values (name_plain || ' ' || other_plain)) as names (named) offset 0) as called`.execute(tx);
}

/**
 * Names weigh most, as they stand and by their stems, then what it is about, then the rest. Filters are lexemes without
 * a place, so that they neither rank nor are found by words.
 */
function wordsOf(source: DocumentSource): RawBuilder<unknown> {
  const about = sql`summary_plain || ' ' || ${labelsOf(sql`themes`, themes)}`;
  const rest = sql`directory.plain(body) || ' ' || ${labelsOf(sql`people_served`, peopleServed)}
    || ' ' || ${labelsOf(sql`access`, access)} || ' ' || ${labelsOf(sql`languages`, otherLanguages)}
    || ' ' || case when name = organisation_name then '' else directory.plain(organisation_name) end`;
  return sql`setweight(name_words || to_tsvector('simple', directory.joined(name_plain)
      || ' ' || directory.joined(other_plain)), 'A')
    || setweight(name_stems, 'A')
    || setweight(to_tsvector('english', ${about}), 'B') || setweight(to_tsvector('simple', summary_plain), 'D')
    || setweight(to_tsvector('english', ${rest}), 'C')
    || array_to_tsvector(${filtersOf(source)})`;
}

function filtersOf(source: DocumentSource): RawBuilder<unknown> {
  return sql`array['=k:' || kind, '=f:' || freshness, '=w:' || way_in]
    || array(select lexeme from (select name_plain as one
        union all select directory.plain(other) from unnest(string_to_array(nullif(other_names, ''), ' | ')) as other)
        as names, lateral directory.name_lexemes(one) as lexeme where one <> '')
    || array(select '=s:' || stem from unnest(tsvector_to_array(name_stems || name_words)) as stem)
    || array(select '=t:' || code from unnest(themes) as code)
    || array(select '=p:' || code from unnest(people_served || access) as code)
    || array(select '=d:' || code from unnest(days || times) as code)
    || array(select '=l:' || code from unnest(languages) as code)
    || case when cost_pence = 0 then array['=c:free', '=c:up_to_five']
      when cost_pence <= 500 then array['=c:up_to_five'] else '{}' end
    || case when open_to_volunteers then array['=o:volunteers'] else '{}' end
    || case when taking_referrals then array['=o:referrals'] else '{}' end
    || array(select '=a:' || area_id from unnest(area_ids) as area_id)
    || array(select '=a:' || place.area_id from ${view(source.placesView)} as place
      where place.document_id = document.id and place.area_id is not null)
    || array(select directory.cell(place.plane) from ${view(source.placesView)} as place
      where place.document_id = document.id)`;
}

function labelsOf(codes: RawBuilder<unknown>, labels: Readonly<Record<string, string>>): RawBuilder<unknown> {
  return sql`case when cardinality(${codes}) = 0 then '' else coalesce((select directory.plain(
    string_agg(${JSON.stringify(labels)}::jsonb ->> code, ' ')) from unnest(${codes}) as code), '') end`;
}

function insertPlaces(tx: Tx, source: DocumentSource, ids: readonly string[]) {
  return sql`
    insert into directory.place (document_id, number, lat, lon, plane, precise, area_id, words, filters, alone)
    select document.id, row_number() over (partition by document.id order by place.lat, place.lon, place.venue),
      place.lat, place.lon, place.plane, place.precise, place.area_id,
      coalesce(nullif(place.venue, ''), place.address, ''), directory.filters_of(document.words),
      count(*) over (partition by document.id) = 1
    from ${wanted(source.placesView, sql`document_id`, ids)} as place
    join directory.document on document.id = place.document_id`.execute(tx);
}

/**
 * In the order of the alphabet, so that two transactions never wait for each other's words. Words that are known since
 * the present making began are not touched, so that nobody waits for them at all.
 */
function insertWords(tx: Tx, ids: readonly string[]) {
  return sql`
    with known as (insert into directory.word (word, round)
    select distinct found.word, remake.round
    from directory.remake, directory.document,
      string_to_table(directory.plain(concat_ws(' ', name, other_names, summary)), ' ') as found (word)
    where id = any(${ids}::uuid[]) and length(found.word) between 4 and 30 and found.word !~ '[0-9]'
      and not exists (select from directory.word as old where old.word = found.word and old.round >= remake.round)
    order by found.word on conflict (word) do update set round = excluded.round returning word)
    insert into directory.spelling (less, word)
    select less, known.word from known, directory.less_a_letter(known.word) as less
    order by less, known.word on conflict do nothing`.execute(tx);
}

/**
 * The rows of a view for these ids, each looked up by its key. While a long list is taken in the planner does not know
 * yet how large the tables have become, and would rather read them whole for every batch.
 */
function wanted(of: string, key: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<unknown> {
  return sql`unnest(${ids}::uuid[]) as wanted (wanted_id),
    lateral (select * from ${view(of)} as published where published.${key} = wanted_id offset 0)`;
}

/** `register.search_document`, whose name a slice has written down, never a person. */
export function view(name: string): RawBuilder<unknown> {
  return sql.table(name);
}
