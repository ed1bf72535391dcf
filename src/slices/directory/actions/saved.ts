import type { Ctx } from '../../../platform/ctx.ts';
import { nextMorning } from '../../../platform/dates.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { searchesChanged } from '../events.ts';
import { canForgetStopLinks, canSaveSearches, canStopSearchesByLink } from '../permits.ts';
import { foundNow, personByStopLink } from '../queries/saved.ts';
import { whereAsked } from '../queries/where.ts';
import { readSearch, searchName, writeSearch } from '../rules/saved.ts';
import type { ChangeSearch, SaveSearch } from '../words/saved.ts';

/** More than that, and nobody remembers what the letters are about. */
const searchesMax = 20;

/**
 * Keeps a search; what it finds now is no news. The record says that somebody did, and not what was looked for: that can
 * say a lot about oneself.
 */
export async function saveSearch(ctx: Ctx, input: SaveSearch): Promise<void> {
  permit(canSaveSearches(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  const asked = readSearch(input.search);
  if (!asked)
    throw new Refused('no_search', 'This is no search. Search again, then press “Tell me of new ones”.');
  const query = writeSearch({ ...asked, after: '' });
  const found = await foundNow(ctx, query);
  if ('lost' in found) throw new Refused('finds_nothing', `${found.lost} Change the search, then save it.`);
  const where = await whereAsked(ctx.db.replica, asked);
  const title = searchName(asked, where.near?.label, where.areaName);

  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `saved searches ${personId}`);
    const others = await tx
      .selectFrom('directory.saved_search')
      .select('id')
      .where('person_id', '=', personId)
      .where('query', '<>', query)
      .execute();
    if (others.length >= searchesMax)
      throw new Refused('enough', `You have saved ${searchesMax} searches. Stop one of them first.`);
    const { how } = input;
    const due_at = nextMorning(ctx.now, how === 'weekly');
    await tx
      .insertInto('directory.saved_search')
      .values({
        ...{ id: ctx.newId(), person_id: personId, query, title, how },
        ...{ since: ctx.now, known: [...found.ids], due_at },
      })
      .onConflict((same) => same.columns(['person_id', 'query']).doUpdateSet({ how, due_at }))
      .execute();
    await record(tx, ctx, searchesChanged, { how });
  });
}

/** Another time to hear of it, or the end of it. */
export async function changeSearch(ctx: Ctx, id: string, { how }: ChangeSearch): Promise<void> {
  permit(canSaveSearches(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    if (how === 'stop') {
      await tx
        .deleteFrom('directory.saved_search')
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .execute();
    } else {
      const changed = await tx
        .updateTable('directory.saved_search')
        .set({ how, due_at: nextMorning(ctx.now, how === 'weekly') })
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new NotFound('search');
    }
    await record(tx, ctx, searchesChanged, { how });
  });
}

/** Stops all of it for whoever holds the link of a letter. */
export async function stopSearchesByLink(ctx: Ctx, token: string): Promise<void> {
  permit(canStopSearchesByLink(ctx.actor));
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const personId = await personByStopLink(tx, hash);
    await tx.deleteFrom('directory.saved_search').where('person_id', '=', personId).execute();
    await record(tx, ctx, searchesChanged, { how: 'stop' });
  });
}

/** When an account is closed. */
export async function stopSearches(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  permit(ctx.actor.personId === personId);
  await tx.deleteFrom('directory.saved_search').where('person_id', '=', personId).execute();
}

/** The links under letters of long ago. */
export function forgetStopLinks(ctx: Ctx): Promise<number> {
  permit(canForgetStopLinks(ctx.actor));
  const before = daysAgo(ctx, 183);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('directory.stop_link')
      .select('token_hash')
      .where('made_at', '<', before)
      .limit(limit);
    const gone = await tx.deleteFrom('directory.stop_link').where('token_hash', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}
