import { sql } from 'kysely';
import { known } from '../../../platform/db/known.ts';
import type { Db } from '../../../platform/db/open.ts';
import { synonyms } from '../lists/synonyms.ts';
import { plain } from '../rules/terms.ts';

/** Our own list, and what this network has added to it. */
export const knownSynonyms = known(allSynonyms);

async function allSynonyms(db: Db): Promise<readonly (readonly string[])[]> {
  const rows = await db.selectFrom('directory.synonym').select(['word', 'also']).limit(2000).execute();
  return [...synonyms, ...rows.map(({ word, also }) => [plain(word), plain(also)])];
}

/** Whether any document has this word, in any of its endings. */
export async function isKnownWord(db: Db, word: string): Promise<boolean> {
  const { rows } = await sql`
    select from directory.document where words @@ to_tsquery('english', ${word}) limit 1`.execute(db);
  return rows.length > 0;
}

/** Words of the documents that look like this one, the most alike first. */
export async function wordsLike(db: Db, word: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from directory.word where word % ${word}
    order by similarity(word, ${word}) desc, word limit 20`.execute(db);
  return rows.map((row) => row.word);
}

/** Short words have too few trigrams to look alike: those with the same first letter and about the same length. */
export async function shortWordsLike(db: Db, word: string): Promise<string[]> {
  const first = word.slice(0, 1);
  const { rows } = await sql<{ word: string }>`
    select word from directory.word
    where word >= ${first} and word < ${`${first}~`} and length(word) between ${word.length - 1} and ${word.length + 1}
    order by word limit 2000`.execute(db);
  return rows.map((row) => row.word);
}
