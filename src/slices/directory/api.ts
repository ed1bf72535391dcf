import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { EdgeError } from '../../platform/errors.ts';
import { api, json, kept, type Route } from '../../platform/http/route.ts';
import { placesStarting } from '../areas/door.ts';
import { access, days, languages, peopleServed, themes, waysIn } from '../register/door.ts';
import { readPlace } from './queries/place-in-words.ts';
import { search } from './queries/search.ts';
import { namesStarting } from './queries/suggest.ts';
import { knownSynonyms } from './queries/vocabulary.ts';
import { whereAsked } from './queries/where.ts';
import { readCursor, writeCursor } from './rules/cursor.ts';
import { asWords } from './rules/filter-words.ts';
import { plain } from './rules/terms.ts';
import { type Sought, soughtFor, whyFound } from './rules/why.ts';
import { directory } from './urls.ts';
import { ApiSearch, ApiSuggest, type Asked, type Hit, type Suggestion, whenCodes } from './words.ts';

const suggestMax = 7;
const labels = { themes, people: { ...peopleServed, ...access }, days };

const Item = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  url: z.url(),
  summary: z.string(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  distance_m: z.number().int().nullable(),
  distance_is_band: z.boolean(),
  checked_at: z.iso.datetime().nullable(),
  freshness: z.enum(['ok', 'due', 'old', 'none']),
  why: z.array(z.string()),
});

const SearchAnswer = z.object({
  items: z.array(Item),
  meta: z.object({
    total: z.number().int(),
    total_is_estimate: z.boolean(),
    next: z.url().nullable(),
    corrected_to: z.string().nullable(),
    near: z.object({ label: z.string(), lat: z.number(), lon: z.number() }).nullable(),
  }),
});

const SuggestAnswer = z.object({
  items: z.array(z.object({ value: z.string(), label: z.string(), note: z.string() })),
});

export const routes: readonly Route[] = [
  kept(
    api('/api/v1/search', { query: ApiSearch, answers: SearchAnswer }, async (ctx, { query: given }) => {
      refuseUnknown(ctx, given);
      const query = await readPlace(ctx.db, given);
      const where = await whereAsked(ctx.db.replica, query);
      for (const [name, problem] of Object.entries(where.problems)) throw badParameter(name, problem);
      const found = await search(ctx.db, query, where);
      const { near } = where;
      const sought = soughtFor(query.q, found.correctedTo, await knownSynonyms(ctx.db));
      const next =
        found.next &&
        directory.apiSearch({ ...asWords(query), ...rest(query), after: writeCursor(found.next) });
      const body: z.infer<typeof SearchAnswer> = {
        items: found.hits.map((hit) => item(ctx, hit, { asked: query, sought })),
        meta: {
          total: found.total,
          total_is_estimate: found.totalIsEstimate,
          next: next === undefined ? null : ctx.publicUrl + next,
          corrected_to: found.correctedTo ?? null,
          near: near ? { label: near.label, lat: near.lat, lon: near.lon } : null,
        },
      };
      return json(body);
    }),
  ),

  kept(
    api('/api/v1/suggest', { query: ApiSuggest, answers: SuggestAnswer }, async (ctx, { query }) => {
      const words = query.of === 'places' ? [] : await wordsFor(ctx, query.q);
      const places = query.of === 'words' ? [] : await placesFor(ctx, query.q);
      const body: z.infer<typeof SuggestAnswer> = { items: [...words, ...places].slice(0, suggestMax) };
      return json(body);
    }),
  ),
];

/** The limit is carried on only when it was asked for. */
function rest(asked: Asked) {
  return asked.limit === 20 ? {} : { limit: asked.limit };
}

function item(ctx: Ctx, hit: Hit, of: { asked: Asked; sought: Sought }): z.infer<typeof Item> {
  const { id, kind, name, summary, place, freshness } = hit;
  const path = ctx.house.documentsByKind.get(kind)?.url(id, name) ?? directory.search({ q: name });
  return {
    ...{ id, kind, name, url: ctx.publicUrl + path, summary },
    organisation: { id: hit.organisationId, name: hit.organisationName },
    distance_m: place?.distanceM ?? null,
    distance_is_band: place?.distanceM !== undefined && place.isBand,
    checked_at: hit.checkedAt?.toISOString() ?? null,
    freshness,
    why: whyFound(hit, of.asked, { sought: of.sought, labels }),
  };
}

function refuseUnknown(ctx: Ctx, asked: Asked): void {
  const lists: [string, readonly string[], readonly string[]][] = [
    ['kind', asked.kinds, [...ctx.house.documentsByKind.keys()]],
    ['theme', asked.themes, Object.keys(themes)],
    ['people', asked.people, Object.keys(labels.people)],
    ['access', asked.access, Object.keys(access)],
    ['language', asked.languages, Object.keys(languages)],
    ['when', asked.when, whenCodes],
    ['way', asked.ways, Object.keys(waysIn)],
    ['open_to', asked.openTo, ['volunteers', 'referrals']],
  ];
  for (const [name, given, known] of lists) {
    const stranger = given.find((code) => !known.includes(code));
    if (stranger) throw badParameter(name, `${stranger} is none of ${known.join(', ')}`);
  }
  if (asked.after !== '' && !readCursor(asked.after))
    throw badParameter('after', 'is no place to go on from');
}

function badParameter(name: string, why: string): EdgeError {
  return new EdgeError(400, 'bad_parameter', `${name}: ${why}`);
}

/** Subjects first, because they find more; then names. */
async function wordsFor(ctx: Ctx, typed: string): Promise<Suggestion[]> {
  const words = plain(typed);
  const subjects = Object.values(themes).filter((label) => ` ${plain(label)}`.includes(` ${words}`));
  const named = await namesStarting(ctx.db.replica, typed, suggestMax);
  return [
    ...subjects.slice(0, 2).map((label) => ({ value: label, label, note: 'Subject' })),
    ...named.map(({ kind, name }) => ({
      ...{ value: name, label: name },
      note: ctx.house.documentsByKind.get(kind)?.label ?? '',
    })),
  ];
}

async function placesFor(ctx: Ctx, typed: string): Promise<Suggestion[]> {
  const places = await placesStarting(ctx.db.replica, typed, suggestMax);
  return places.map(({ label, note }) => ({ value: label, label, note }));
}
