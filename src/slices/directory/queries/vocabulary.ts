import { sql } from 'kysely';
import { known } from '../../../platform/db/known.ts';
import type { Db } from '../../../platform/db/open.ts';
import { synonymsInForce } from '../rules/synonyms.ts';
import { halves, lessLetters } from '../rules/terms.ts';
import { anywhere, type Wording } from './match.ts';
import { synonymGroups } from './synonyms.ts';

/** The list that comes with the product, and what this network made of it. */
export const knownSynonyms = known(allSynonyms);

async function allSynonyms(db: Db): Promise<readonly (readonly string[])[]> {
  return synonymsInForce(await synonymGroups(db));
}

/** A word that was typed, and those of the documents that somebody may have meant by it. */
export interface Alike {
  readonly typed: string;
  readonly words: readonly { word: string; soundsAlike: boolean }[];
  /** It is two words written as one. */
  readonly halves: readonly string[];
}

/**
 * Of words that no document has: others that are the same with a letter or two left out on either side, or that sound
 * the same, and pairs of known words that they are made of. Words that some document has are left out.
 */
export async function wordsAlike(db: Db, typed: readonly string[]): Promise<Alike[]> {
  if (typed.length === 0) return [];
  const given = typed.map((word) => ({ word, less: lessLetters(word), pairs: halves(word) }));
  const { rows } = await sql<Alike>`
    select typed.word as typed, coalesce(alike.words, '[]') as words, array(
        select pair ->> 0 || ' ' || (pair ->> 1) from jsonb_array_elements(pairs) as pair
        where exists (select from directory.word where word = pair ->> 0)
          and exists (select from directory.word where word = pair ->> 1)) as halves
    from jsonb_to_recordset(${JSON.stringify(given)}) as typed (word text, less text[], pairs jsonb),
      lateral (select jsonb_agg(jsonb_build_object('word', word, 'soundsAlike', sounds)) as words from (
        (select distinct spelling.word, dmetaphone(spelling.word) = dmetaphone(typed.word) as sounds
          from directory.spelling where spelling.less = any(typed.less) limit ${alikeMax})
        union
        (select word, true from directory.word
          where dmetaphone(word) = dmetaphone(typed.word) and dmetaphone(word) <> '' limit ${alikeMax})) as near) as alike
    -- Known as it stands, or else in another of its endings: to ask the documents for a usual word reads all that have it.
    where case when exists (select from directory.word where word = typed.word) then false
      else not exists (select from directory.document where words @@ to_tsquery('english', typed.word)) end`.execute(
    db,
  );
  return rows;
}

const alikeMax = 300;

/** Words that look a little like this one, the most alike first. */
export async function wordsLike(db: Db, word: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from directory.word where word % ${word}
    order by similarity(word, ${word}) desc, word limit 20`.execute(db);
  return rows.map((row) => row.word);
}

/**
 * What each of some queries counts for: the logarithm of how rare it is (Spärck Jones 1972), where more than a thousand
 * documents are as many as any.
 */
export async function weighed(
  db: Db,
  words: Wording,
  texts: readonly string[],
): Promise<{ text: string; weight: number }[]> {
  const { rows } = await sql<{ text: string; count: number }>`
    select text, (select count(*) from (
      select from directory.document where document.words @@ ${anywhere(words, sql`text`)} limit ${usual}) as counted)::int as count
    from unnest(${texts}::text[]) as asked (text)`.execute(db);
  return rows.map(({ text, count }) => ({ text, weight: Math.log(1 + usual / (1 + count)) }));
}

const usual = 1000;
