import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused, Stale } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { synonymsAdded, synonymsChanged, synonymsRemoved } from '../events.ts';
import { canEditSynonyms } from '../permits.ts';
import { groupsMax, synonymGroup, synonymGroups } from '../queries/synonyms.ts';
import { builtIn, readSynonyms, sameWords, synonymsInForce, whyNotSynonyms } from '../rules/synonyms.ts';
import type {
  AddSynonyms,
  ChangeSynonyms,
  RemoveSynonyms,
  ReplaceSynonyms,
  SynonymGroup,
} from '../words/synonyms.ts';

/** From the next search on, whoever types one of these words finds the others. */
export async function addSynonyms(ctx: Ctx, input: AddSynonyms): Promise<void> {
  permit(canEditSynonyms(ctx.actor));
  const words = readWords(input.words);

  await ctx.db.transaction(async (tx) => {
    await oneAtATime(tx);
    const own = await synonymGroups(tx);
    if (own.length >= groupsMax)
      throw new Refused('enough', `There are ${groupsMax} groups, and more nobody reads.`);
    refuseTwice(own, words);
    await tx
      .insertInto('directory.synonym_group')
      .values({ id: ctx.newId(), words, changed_at: ctx.now })
      .execute();
    await record(tx, ctx, synonymsAdded, { fields: words });
  });
}

export async function changeSynonyms(ctx: Ctx, id: string, input: ChangeSynonyms): Promise<void> {
  permit(canEditSynonyms(ctx.actor));
  const words = readWords(input.words);

  await ctx.db.transaction(async (tx) => {
    await oneAtATime(tx);
    await refuseStale(tx, id, input.version);
    refuseTwice(
      (await synonymGroups(tx)).filter((one) => one.id !== id),
      words,
    );
    await tx
      .updateTable('directory.synonym_group')
      .set({ words, version: input.version + 1, changed_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await record(tx, ctx, synonymsChanged, { fields: words });
  });
}

/** One that stood in place of a group of the product gives its place back. */
export async function removeSynonyms(ctx: Ctx, id: string, input: RemoveSynonyms): Promise<void> {
  permit(canEditSynonyms(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    await oneAtATime(tx);
    const before = await refuseStale(tx, id, input.version);
    await tx.deleteFrom('directory.synonym_group').where('id', '=', id).execute();
    await record(tx, ctx, synonymsRemoved, { fields: [...before.words] });
  });
}

/** Other words in place of a group that comes with the product; none at all takes it away. */
export async function replaceSynonyms(ctx: Ctx, first: string, input: ReplaceSynonyms): Promise<void> {
  permit(canEditSynonyms(ctx.actor));
  const ours = builtIn(first);
  if (!ours) throw new NotFound('group of words');
  const words = input.words === '' ? [] : readWords(input.words);
  if (sameWords(words, ours)) throw new Refused('unchanged', 'These are the words it has already.');

  await ctx.db.transaction(async (tx) => {
    await oneAtATime(tx);
    const placed = await tx
      .insertInto('directory.synonym_group')
      .values({ id: ctx.newId(), words, instead_of: first, changed_at: ctx.now })
      .onConflict((same) => same.column('instead_of').where('instead_of', '<>', '').doNothing())
      .executeTakeFirst();
    if (placed.numInsertedOrUpdatedRows !== 1n)
      throw new Refused(
        'already_replaced',
        'Somebody has changed this group already. It is among your own now.',
      );
    if (words.length > 0) await record(tx, ctx, synonymsChanged, { fields: words });
    else await record(tx, ctx, synonymsRemoved, { fields: [...ours] });
  });
}

function readWords(typed: string): string[] {
  const words = readSynonyms(typed);
  const why = whyNotSynonyms(words);
  if (why) throw new Invalid({ words: why });
  return words;
}

/** What is sent twice is added once. */
function oneAtATime(tx: Tx): Promise<void> {
  return inTurn(tx, 'synonyms');
}

function refuseTwice(own: readonly SynonymGroup[], words: readonly string[]): void {
  if (synonymsInForce(own).some((group) => sameWords(group, words)))
    throw new Refused('already_there', 'There is a group with just these words already.');
}

async function refuseStale(tx: Tx, id: string, version: number): Promise<SynonymGroup> {
  const before = await synonymGroup(tx, id);
  if (before.version !== version)
    throw new Stale({ words: before.words.join('\n'), version: before.version });
  return before;
}
