import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { filterText } from '../rules/filters.ts';
import { type Asked, type Facet, type Facets, facetNames } from '../words.ts';
import type { Boroughs } from './boroughs.ts';
import { fitsAtAll, type Match } from './match.ts';

/** Beyond so many the choices are shown without counts. */
const countUpTo = 4000;

interface CountRow {
  facet: string;
  code: string;
  count: number;
}

export interface Counted {
  readonly total: number;
  /** Undefined where there are too many to count each. */
  readonly facets: Facets | undefined;
}

/** What is chosen, so that it can be left out again one by one. */
export interface Choices {
  readonly asked: Asked;
  readonly areaIds: readonly string[];
  /** The filters that stay while choices are counted: they are chosen elsewhere on the page. */
  readonly stay: string;
  readonly boroughs: Boroughs;
}

const nothingChosen = {
  ...{ kinds: [], themes: [], people: [], access: [], languages: [], cost: undefined, when: [], openTo: [] },
} as const;

export function choicesOf(asked: Asked, areaIds: readonly string[], boroughs: Boroughs): Choices {
  return { asked, areaIds, boroughs, stay: filterText({ ...asked, ...nothingChosen }, []) };
}

/**
 * How many there are, and how many there would be by each choice. What is chosen in a list does not narrow the counts
 * of that list, because another choice there would come on top. Where all that could be chosen is too much to count,
 * only the lists without a choice are counted, within what is chosen.
 */
export async function countChoices(db: Db, match: Match, choices: Choices): Promise<Counted> {
  const conditions = conditionsOf(choices);
  const { boroughs } = choices;
  const all = await countWithin(db, { ...match, filters: choices.stay }, { conditions, boroughs });
  if (all.facets) return all;
  if (conditions.size === 0) return { total: all.total, facets: undefined };
  const within = await countWithin(db, match, { conditions: new Map(), boroughs });
  if (!within.facets) return { total: within.total, facets: undefined };
  const chosen: string[] = [...conditions.keys()];
  const open = Object.entries(within.facets).filter(([facet]) => !chosen.includes(facet));
  return { total: within.total, facets: Object.fromEntries(open) };
}

type Conditions = ReadonlyMap<Facet, RawBuilder<unknown>>;

/** Each choice as a condition on the columns of a document; the same as its lexemes ask of the index. */
function conditionsOf({ asked, areaIds }: Choices): Conditions {
  const days = asked.when.flatMap((code) => (code === 'weekend' ? ['SA', 'SU'] : [code]));
  const found = new Map<Facet, RawBuilder<unknown>>();
  const add = (facet: Facet, codes: readonly string[], condition: RawBuilder<unknown>) => {
    if (codes.length > 0) found.set(facet, condition);
  };
  add('kind', asked.kinds, sql`kind = any(${[...asked.kinds]}::text[])`);
  add('theme', asked.themes, sql`themes && ${[...asked.themes]}::text[]`);
  add('people', asked.people, sql`(people || access) && ${[...asked.people]}::text[]`);
  add('access', asked.access, sql`(people || access) @> ${[...asked.access]}::text[]`);
  add('language', asked.languages, sql`languages && ${[...asked.languages]}::text[]`);
  add('when', days, sql`moments && ${days}::text[]`);
  add('cost', asked.cost ? [asked.cost] : [], sql`cost_pence <= ${asked.cost === 'free' ? 0 : 500}`);
  add('open_to', asked.openTo, sql`open_to && ${[...asked.openTo]}::text[]`);
  add('area', areaIds, sql`areas && ${[...areaIds]}::uuid[]`);
  return found;
}

async function countWithin(
  db: Db,
  match: Match,
  { conditions, boroughs }: { conditions: Conditions; boroughs: Boroughs },
): Promise<Counted> {
  const all = sql.join([sql`true`, ...conditions.values()], sql` and `);
  const but = (facet: Facet) => {
    const others = [...conditions].filter(([name]) => name !== facet).map(([, condition]) => condition);
    return sql.join([sql`true`, ...others], sql` and `);
  };
  const byCode = (facet: Facet, codes: RawBuilder<unknown>) =>
    sql`select ${facet}::text, code, count(*)::int from few, unnest(${codes}) as code
      where ${facet === 'access' ? all : but(facet)} group by code`;
  const { rows } = await sql<CountRow>`
    with base as materialized (
      select id, kind, themes, people_served as people, access, languages, cost_pence, days || times as moments,
        array_remove(array[case when open_to_volunteers then 'volunteers' end,
          case when taking_referrals then 'referrals' end], null) as open_to, area_ids
      from directory.document where ${fitsAtAll(match)} limit ${countUpTo + 1}),
    few as materialized (
      select *, area_ids || array(select area_id from directory.place
        where document_id = base.id and area_id is not null) as areas
      from base where (select count(*) from base) <= ${countUpTo})
    select 'base' as facet, '' as code, count(*)::int as count from base
    union all select 'all', '', count(*)::int from few where ${all}
    union all select 'kind', kind, count(*)::int from few where ${but('kind')} group by kind
    union all ${byCode('theme', sql`themes`)}
    union all ${byCode('people', sql`people`)}
    union all ${byCode('access', sql`access`)}
    union all ${byCode('language', sql`languages`)}
    union all ${byCode('open_to', sql`open_to`)}
    union all ${byCode('when', sql`moments`)}
    union all select 'when', 'weekend', count(*)::int from few where moments && '{SA,SU}' and ${but('when')}
    union all select 'cost', code, count(*)::int from few, (values ('free', 0), ('up_to_five', 500)) as costs (code, most)
      where cost_pence <= most and ${but('cost')} group by code
    union all select 'area', array_to_string(areas, ' '), count(*)::int from few where ${but('area')} group by areas
    `.execute(db);
  const base = rows.find((row) => row.facet === 'base')?.count ?? 0;
  if (base > countUpTo) return { total: base, facets: undefined };
  const total = rows.find((row) => row.facet === 'all')?.count ?? 0;
  return { total, facets: facetsOf(rows, boroughs) };
}

function facetsOf(rows: readonly CountRow[], boroughs: Boroughs): Facets {
  const of = (facet: Facet) =>
    new Map(rows.filter((row) => row.facet === facet && row.count > 0).map((row) => [row.code, row.count]));
  const facets = Object.fromEntries(facetNames.map((facet) => [facet, of(facet)]));
  return { ...facets, area: byBorough(of('area'), boroughs) };
}

/** From how many are in each set of areas to how many are in each borough, be it wholly, in a part or with others. */
function byBorough(sets: ReadonlyMap<string, number>, boroughsOf: Boroughs): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [ids, count] of sets) {
    const codes = new Set(ids.split(' ').flatMap((id) => boroughsOf.get(id) ?? []));
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return counts;
}

/** Everything in an area by kind and theme. */
export async function countsInArea(
  db: Db,
  areaIds: readonly string[],
): Promise<{ kinds: Map<string, number>; themes: Map<string, number> }> {
  const lexemes = areaIds.map((id) => `'=a:${id}'`).join(' | ');
  const { rows } = await sql<CountRow>`
    with here as materialized (
      select kind, themes from directory.document where words @@ ${lexemes}::tsquery and freshness <> 'none')
    select 'kind' as facet, kind as code, count(*)::int as count from here group by kind
    union all select 'theme', code, count(*)::int from here, unnest(themes) as code group by code`.execute(
    db,
  );
  const of = (facet: string) =>
    new Map(rows.filter((row) => row.facet === facet).map((row) => [row.code, row.count]));
  return { kinds: of('kind'), themes: of('theme') };
}
