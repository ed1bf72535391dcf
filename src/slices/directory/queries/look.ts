import type { Db } from '../../../platform/db/open.ts';
import { readCursor } from '../rules/cursor.ts';
import { type HowStrict, type Looked, lookFor, nameQuery, queryText } from '../rules/terms.ts';
import type { Asked, Facets, Found } from '../words.ts';
import { type Choices, countChoices } from './counts.ts';
import { exactUpTo, findMatches, type Weights } from './find.ts';
import type { Match, Wording } from './match.ts';

export interface Searched {
  readonly found: Found;
  readonly facets: Facets | undefined;
  /** What had to hold in the end; undefined when nothing fits. */
  readonly match?: Match | undefined;
}

/** A search under way: the same for each reading of its words. */
export interface Look {
  readonly db: Db;
  readonly weights: Weights;
  readonly asked: Asked;
  readonly choices: Choices | undefined;
}

export const nothing: Found = {
  hits: [],
  total: 0,
  totalIsEstimate: false,
  next: undefined,
  forgave: 'nothing',
  correctedTo: undefined,
};

/** One page of what fits one reading of the words, with the counts of choices where they are wanted. */
export async function lookOnce({ db, weights, asked, choices }: Look, match: Match): Promise<Searched> {
  const counted = choices && (await countChoices(db, match, choices));
  if (counted?.total === 0) return { found: nothing, facets: counted.facets };
  const after = asked.after === '' ? undefined : readCursor(asked.after);
  const many = counted && counted.total > exactUpTo;
  const how = { sort: sortOf(asked, match), after, limit: asked.limit, many, weights };
  const { total, hits } = await findMatches(db, { match, ...how });
  const shown = hits.slice(0, asked.limit);
  const last = hits.length > asked.limit ? shown.at(-1) : undefined;
  const found: Found = {
    hits: shown.map((row) => row.hit),
    total: Math.min(total, exactUpTo),
    totalIsEstimate: total > exactUpTo,
    next: last && { key: last.key, id: last.id, seen: (after?.seen ?? 0) + shown.length },
    forgave: 'nothing',
    correctedTo: undefined,
  };
  return { ...(total === 0 ? { found: nothing } : { found, match }), facets: counted?.facets };
}

function sortOf(asked: Asked, match: Match): 'best' | 'distance' {
  if (!match.near) return 'best';
  return asked.sort ?? (match.words ? 'best' : 'distance');
}

/** What was asked, as words to look for. */
export function lookAt({ q, said }: Asked, synonyms: Parameters<typeof lookFor>[1]): Looked | undefined {
  const looked = lookFor(q, synonyms);
  return looked && said !== undefined ? { ...looked, whole: lookFor(said, synonyms) } : looked;
}

/** The words as they are asked of the index, so strictly. */
export function wording(looked: Looked, how: HowStrict): Wording {
  return {
    asTheyStand: looked.onlySmall,
    text: queryText(looked, how),
    whole: looked.whole && queryText(looked.whole),
    nameIs: nameQuery(looked, 'is'),
    nameHolds: nameQuery(looked, 'holds'),
    nameBegins: nameQuery(looked, 'begins'),
    size: looked.plain.split(' ').length,
  };
}
