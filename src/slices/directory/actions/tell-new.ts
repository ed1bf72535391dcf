import { sql } from 'kysely';
import type { Letter, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { nextMorning } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personsByIds } from '../../people/door.ts';
import { searchesFound } from '../events.ts';
import { canLookForNews } from '../permits.ts';
import { dueSearches, foundNow, peopleWithDueSearches, tellingOf } from '../queries/saved.ts';
import { newThingsLetter, withinTheLetter } from '../rules/new-things.ts';
import { directory } from '../urls.ts';
import { type NewOfSearch, type SavedSearch, SearchesFound } from '../words/saved.ts';

/** What a search knows is kept within bounds: the newest of what it found. */
const knownMax = 3000;

/** Looks again by each search that is due, and lets one letter be written to each person for whom there is news. */
export async function lookForNews(ctx: Ctx): Promise<number> {
  permit(canLookForNews(ctx.actor));
  const people = await peopleWithDueSearches(ctx.db.open, ctx.now);
  for (const personId of people) await lookForOne(ctx, personId);
  return people.length;
}

async function lookForOne(ctx: Ctx, personId: string): Promise<void> {
  const searches = await dueSearches(ctx.db.open, personId, ctx.now);
  const looked: { search: SavedSearch; known: string[]; news: string[] }[] = [];
  for (const search of searches) {
    const found = await foundNow(ctx, search.query);
    const ids = 'ids' in found ? found.ids : [];
    const before = new Set(search.known);
    const news = ids.filter((id) => !before.has(id));
    looked.push({ search, news, known: [...new Set([...ids, ...search.known])].slice(0, knownMax) });
  }
  await ctx.db.transaction(async (tx) => {
    for (const { search, known, news } of looked) {
      await tx
        .updateTable('directory.saved_search')
        .set((row) => ({
          known,
          telling: sql<string[]>`${row.ref('telling')} || ${news}::uuid[]`,
          due_at: nextMorning(ctx.now, search.how === 'weekly'),
        }))
        .$if(news.length > 0, (update) => update.set({ told_at: ctx.now }))
        .where('id', '=', search.id)
        .execute();
    }
    const searchIds = looked.filter(({ news }) => news.length > 0).map(({ search }) => search.id);
    if (searchIds.length > 0) await record(tx, ctx, searchesFound, { searchIds });
  });
}

/** The letter about them: what has been taken down meanwhile is not told. */
export async function writeNews(tx: Tx, ctx: Ctx, event: Recorded): Promise<Letter[]> {
  permit(canLookForNews(ctx.actor));
  const { searchIds } = SearchesFound.parse(event.payload);
  const telling = (await tellingOf(tx, searchIds)).filter(({ things }) => things.length > 0);
  // What two mornings found before a letter was written stands in one; then there is nothing to tell.
  await tx.updateTable('directory.saved_search').set({ telling: [] }).where('id', 'in', searchIds).execute();
  const [first] = telling;
  if (!first) return [];
  const [person] = await personsByIds(tx, [first.personId]);
  if (!person) return [];
  const token = ctx.newToken();
  await tx
    .insertInto('directory.stop_link')
    .values({ token_hash: hashOf(token), person_id: person.id, made_at: ctx.machineNow })
    .execute();
  const stopUrl = ctx.publicUrl + directory.stopSearches(token);
  const letter = newThingsLetter({
    searches: withinTheLetter(telling.map((one) => newOf(ctx, one))),
    searchesUrl: ctx.publicUrl + directory.searches(),
    stopUrl,
  });
  return [{ to: person.email, ...letter, stopUrl, why: 'You get this because you saved a search.' }];
}

function newOf(
  ctx: Ctx,
  { title, query, things }: Awaited<ReturnType<typeof tellingOf>>[number],
): NewOfSearch {
  return {
    title,
    url: ctx.publicUrl + directory.searchAgain(query),
    things: things.map((thing) => ({
      ...thing,
      url: ctx.publicUrl + (ctx.house.documentsByKind.get(thing.kind)?.url(thing.id, thing.name) ?? ''),
    })),
    more: 0,
  };
}
