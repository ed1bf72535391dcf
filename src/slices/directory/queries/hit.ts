import { type RawBuilder, sql } from 'kysely';
import type { Hit } from '../words.ts';
import type { Match } from './match.ts';

/** What is shown of a document and of the place that counts. */
export interface FoundRow {
  id: string;
  kind: string;
  organisation_id: string;
  name: string;
  organisation_name: string;
  organisation_kind: string;
  other_names: string;
  summary: string;
  themes: string[];
  people_served: string[];
  access: string[];
  days: string[];
  times: string[];
  status: string;
  way_in: string;
  cost_pence: number | null;
  cost_words: string;
  freshness: string;
  checked_at: Date | null;
  distance: number | null;
  precise: boolean | null;
  x: number | null;
  y: number | null;
  lat: number | null;
  lon: number | null;
  place_words: string | null;
  place_area_id: string | null;
}

export interface FoundHit {
  readonly hit: Hit;
  readonly key: [number, number];
  readonly id: string;
}

/** The columns of a document that are shown. */
export const documentColumns: RawBuilder<unknown> = sql`document.id, kind, organisation_id, name, organisation_name,
  organisation_kind, other_names, summary, themes, people_served, access, days, times, status, way_in, cost_pence,
  cost_words, freshness, checked_at`;

export function foundHit(row: FoundRow, match: Match, key: [number, number]): FoundHit {
  return { hit: toHit(row, match), key, id: row.id };
}

function toHit(row: FoundRow, match: Match): Hit {
  return {
    id: row.id,
    kind: row.kind,
    organisationId: row.organisation_id,
    name: row.name,
    organisationName: row.organisation_name,
    organisationKind: row.organisation_kind,
    otherNames: row.other_names,
    summary: row.summary,
    themes: row.themes,
    peopleServed: row.people_served,
    access: row.access,
    days: row.days,
    times: row.times,
    status: row.status,
    wayIn: row.way_in,
    costPence: row.cost_pence,
    costWords: row.cost_words,
    freshness: freshnessOf(row.freshness),
    checkedAt: row.checked_at,
    place: placeOf(row, match),
  };
}

function placeOf(row: FoundRow, match: Match): Hit['place'] {
  const { x, y, lat, lon } = row;
  if (x === null || y === null || lat === null || lon === null) return undefined;
  return {
    distanceM: match.near && row.distance !== null ? Math.round(row.distance) : undefined,
    isBand: row.precise === false,
    x,
    y,
    lat,
    lon,
    words: row.place_words ?? '',
    areaId: row.place_area_id,
  };
}

function freshnessOf(value: string): Hit['freshness'] {
  return value === 'ok' || value === 'due' || value === 'old' ? value : 'none';
}
