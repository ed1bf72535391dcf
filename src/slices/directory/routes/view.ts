import type { Ctx } from '../../../platform/ctx.ts';
import type { Link } from '../../../ui/words.tsx';
import { knownBoroughs } from '../../areas/door.ts';
import { access, languages, peopleServed, themes } from '../../register/door.ts';
import type { SearchView } from '../pages/search.tsx';
import { readPlace } from '../queries/place-in-words.ts';
import { placesOf } from '../queries/places.ts';
import { type SearchForPage, searchForPage } from '../queries/search.ts';
import { knownSynonyms } from '../queries/vocabulary.ts';
import { type LookedUp, whereAsked } from '../queries/where.ts';
import { readCursor, writeCursor } from '../rules/cursor.ts';
import {
  areaOptions,
  asWords,
  type ChoiceLabels,
  choiceGroups,
  filterSummary,
} from '../rules/filter-words.ts';
import { gapWords } from '../rules/gap.ts';
import { writeSearch } from '../rules/saved.ts';
import { milesOf, searchTitle, shownWords } from '../rules/say.ts';
import { soughtFor, whyLine } from '../rules/why.ts';
import { directory, type SearchWords } from '../urls.ts';
import type { Asked, Found, PageAsked } from '../words.ts';
import { centreFor } from './centre.ts';
import { carrying, type PageKind, withSheet } from './listed.ts';
import { labels, mapBeside, shownHits } from './shown.ts';

/** A search, looked up and put into words for either page. */
export async function searchView(
  ctx: Ctx,
  { s, ...typed }: PageAsked & { s: readonly string[] },
  pageKind: PageKind,
) {
  const kind = carrying(pageKind, s);
  const given = typed.asWords ? typed : await readPlace(ctx.db, typed);
  const where = await whereAsked(ctx.db.replica, given);
  const kinds = given.kinds.filter((code) => ctx.house.documentsByKind.has(code));
  const asked = { ...given, kinds, ...needsOf(given), area: where.problems.area ? '' : given.area };
  const result = await searchForPage(ctx.db, asked, where);
  const drawn = await put(ctx, { asked, where, result, kind });
  const view = withSheet(drawn, { kind: pageKind, s, asked, hits: result.found.hits });
  const otherReading = given.q === typed.q ? undefined : asWordsAlone(typed, kind);
  return { view: { ...view, otherReading, thanks: given.told }, found: result.found, where };
}

/** Where a place was read out of the words, there is a way to have them as words. */
function asWordsAlone(typed: Asked, kind: PageKind): Link {
  return {
    href: kind.link({ ...asWords(typed), as: 'words' }),
    label: `Look for “${shownWords(typed.q)}” as words`,
  };
}

async function put(
  ctx: Ctx,
  of: { asked: Asked; where: LookedUp; result: SearchForPage; kind: PageKind },
): Promise<Omit<SearchView, 'thanks' | 'otherReading' | 'sheet'>> {
  const { asked, where, result, kind } = of;
  const { found } = result;
  const { near } = where;
  const words = asWords(asked);
  const [boroughs, centre, hits, whys, map] = await Promise.all([
    knownBoroughs(ctx.db),
    centreFor(ctx, near?.areaCode),
    shownHits(ctx, found.hits, near),
    whysOf(ctx, found, asked),
    mapBeside(ctx, { asked, hits: found.hits, near, size: kind.size }),
  ]);
  return {
    title: searchTitle(asked.q, near?.label),
    q: asked.q,
    near: asked.near,
    action: kind.link(),
    keep: keepOf({ ...words, q: undefined, near: undefined }),
    keepBeside: keepOf({
      q: words.q,
      near: words.near,
      way: asked.ways,
      sort: asked.sort,
      fresh: words.fresh,
    }),
    ...countWords(found, asked, where),
    notices: noticesOf(found, asked, where),
    centre,
    centreIsNear: near?.areaCode !== undefined,
    tabs: tabsOf(ctx, of),
    filters: {
      summary: filterSummary(asked, where.areaName),
      groups: choiceGroups(asked, result.facets, choiceLabels(ctx)),
    },
    areas: {
      chosen: asked.area,
      options: areaOptions(withChosen(boroughs, asked, where), result.facets?.area, asked.area),
    },
    hits: hits.map((hit, index) => ({ ...hit, why: whys[index] })),
    map,
    tellMe: found.totalIsEstimate
      ? undefined
      : {
          href: directory.newSearch(writeSearch({ ...asked, after: '' })),
          label: found.total === 0 ? 'Tell me when there is one' : 'Tell me of new ones',
        },
    otherView: { href: kind.other.link(words), label: kind.other.label },
    pager: pagerOf(found, asked, kind),
    ways: waysOn(result, asked, kind),
  };
}

/** Why each is there, where words were looked for. */
export async function whysOf(ctx: Ctx, found: Found, asked: Asked): Promise<string[]> {
  if (asked.q === '') return [];
  const sought = soughtFor(asked.q, found.correctedTo, await knownSynonyms(ctx.db));
  const places = await placesOf(ctx.db.replica, asked.near === '' ? [] : found.hits.map((hit) => hit.id));
  return found.hits.map((hit) => whyLine(hit, { sought, labels, places: places.get(hit.id) ?? 0 }));
}

/** A part of a borough, or a whole region, comes from the address of a page about it. */
function withChosen(boroughs: readonly { code: string; name: string }[], asked: Asked, where: LookedUp) {
  if (asked.area === '' || boroughs.some(({ code }) => code === asked.area)) return boroughs;
  return [...boroughs, { code: asked.area, name: where.areaName ?? asked.area }];
}

/** That English is spoken is no choice. */
const { en: _english, ...otherLanguages } = languages;

function choiceLabels(ctx: Ctx): ChoiceLabels {
  const kinds = Object.fromEntries(ctx.house.documents.map((source) => [source.kind, source.plural]));
  return { kinds, themes, people: peopleServed, access, languages: otherLanguages };
}

/** Old addresses hold what somebody needs among those whom it is for. */
function needsOf({ people, access: needs }: Asked): Pick<Asked, 'people' | 'access'> {
  const isNeed = (code: string) => Object.hasOwn(access, code);
  return {
    people: people.filter((code) => !isNeed(code)),
    access: [...new Set([...needs, ...people.filter(isNeed)])],
  };
}

/** Numbers become text, what is empty goes. */
function keepOf(words: SearchWords): Record<string, string | readonly string[]> {
  const kept: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(words)) {
    if (value === undefined || value === '') continue;
    kept[name] = typeof value === 'number' ? String(value) : value;
  }
  return kept;
}

function countWords(found: Found, asked: Asked, { near }: LookedUp): { count: string; order: string } {
  const count = found.totalIsEstimate ? 'More than 1,000 found' : `${found.total} found`;
  if (!near || found.total === 0) return { count, order: '.' };
  const nearest = (asked.sort ?? (asked.q === '' ? 'distance' : 'best')) === 'distance';
  const order = nearest ? ', nearest first.' : ', the best and nearest first.';
  return { count, order: asked.area === '' ? `${order} Borough borders make no difference.` : order };
}

function noticesOf(found: Found, asked: Asked, where: LookedUp): string[] {
  const said = shownWords(asked.q);
  const forgave: Record<Found['forgave'], string | undefined> = {
    nothing: undefined,
    word_endings: undefined,
    spelling: `Nothing is written like “${said}”, so we looked for “${found.correctedTo ?? ''}”.`,
    some_words: `Nothing has all of “${said}”. These have some of it.`,
  };
  return [where.problems.near, where.problems.area, where.note, forgave[found.forgave]].flatMap((words) =>
    words === undefined ? [] : [shownWords(words, 300)],
  );
}

function tabsOf(ctx: Ctx, { asked, result, kind }: { asked: Asked; result: SearchForPage; kind: PageKind }) {
  const counts = result.facets?.kind;
  const link = (kinds: readonly string[]) => kind.link({ ...asWords(asked), kind: kinds });
  const kinds = ctx.house.documents.flatMap((source) => {
    const current = asked.kinds.length === 1 && asked.kinds[0] === source.kind;
    const count = counts ? (counts.get(source.kind) ?? 0) : undefined;
    if (count === 0 && !current) return [];
    return [{ href: link([source.kind]), label: withCount(source.plural, count), current }];
  });
  const every = counts && [...counts.values()].reduce((sum, count) => sum + count, 0);
  const current = asked.kinds.length === 0;
  return [{ href: link([]), label: withCount('Everything', every), current }, ...kinds];
}

/** Of very many kinds are known, and not how many there are of each. */
function withCount(label: string, count: number | undefined): string {
  return count === undefined ? label : `${label} ${count}`;
}

function pagerOf(found: Found, asked: Asked, kind: PageKind): SearchView['pager'] {
  const seen = asked.after === '' ? 0 : (readCursor(asked.after)?.seen ?? 0);
  const total = found.totalIsEstimate ? 'more than 1,000' : String(found.total);
  const line = `${seen + 1} to ${seen + found.hits.length} of ${total}`;
  if (!found.next) return { line, next: undefined };
  const left = found.totalIsEstimate ? asked.limit : Math.min(asked.limit, found.total - found.next.seen);
  const label = left === 1 ? 'The last one' : `The next ${Math.max(1, left)}`;
  return { line, next: { href: kind.link({ ...asWords(asked), after: writeCursor(found.next) }), label } };
}

function waysOn({ without, nearWords }: SearchForPage, asked: Asked, kind: PageKind): SearchView['ways'] {
  const said = shownWords(asked.q);
  const within =
    asked.withinKm !== undefined && asked.near !== '' ? ` within ${milesOf(asked.withinKm)}` : '';
  const isEmpty = said === '' && asked.near === '' && without === 0;
  return {
    ...(isEmpty
      ? { fact: 'Nothing is published yet.', next: 'The first groups are being asked.' }
      : {
          fact: said === '' ? `Nothing is published here${within}.` : `Nothing found for “${said}”${within}.`,
          next: said === '' ? 'Try a wider area.' : 'Try other words, or a wider area.',
        }),
    without:
      without === 0
        ? undefined
        : {
            href: kind.link({ q: asked.q, near: asked.near }),
            label: `Show ${without} without the filters`,
          },
    words: nearWords.map((word) => ({ href: kind.link({ q: word, near: asked.near }), label: word })),
    canReport: gapWords(asked.q) !== undefined,
  };
}
