import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { filterText } from '../rules/filters.ts';
import type { Asked, Facets } from '../words.ts';
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

/** How many there are of each kind, theme, people and time, before any of these is chosen. */
export async function countChoices(db: Db, match: Match): Promise<Counted> {
  const { rows } = await sql<CountRow>`
    with base as materialized (
      select kind, themes, people_served || access as people, days || times as moments
      from directory.document where ${fitsAtAll(match)} limit ${countUpTo + 1})
    select 'all' as facet, '' as code, count(*)::int as count from base
    union all select 'kind', kind, count(*)::int from base group by kind
    union all select 'theme', code, count(*)::int from base, unnest(themes) as code group by code
    union all select 'people', code, count(*)::int from base, unnest(people) as code group by code
    union all select 'when', code, count(*)::int from base, unnest(moments) as code group by code
    union all select 'when', 'weekend', count(*)::int from base where moments && '{SA,SU}'`.execute(db);
  const total = rows.find((row) => row.facet === 'all')?.count ?? 0;
  if (total > countUpTo) return { total, facets: undefined };
  const of = (facet: string) =>
    new Map(rows.filter((row) => row.facet === facet && row.count > 0).map((row) => [row.code, row.count]));
  const facets = { kind: of('kind'), theme: of('theme'), people: of('people'), when: of('when') };
  return { total, facets };
}

/** The filters that stay while choices are counted: where, not what. */
export function baseFilters(asked: Asked, areaIds: readonly string[]): string {
  return filterText({ ...asked, kinds: [], themes: [], people: [], when: [] }, areaIds);
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
