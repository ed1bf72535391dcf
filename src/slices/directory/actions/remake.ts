import { sql } from 'kysely';
import type { DocumentSource } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db, Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob } from '../../../platform/record.ts';
import { canRemakeDocuments } from '../permits.ts';
import { batch, remakeDocuments, view } from './documents.ts';

/** Whoever changes what a document is made of counts on: the next start then makes all of them again. */
export const form = 2;

/**
 * Every document of every source again, in batches, while the old ones are still found; what is no longer published goes
 * at the end. Whoever is stopped half-way goes on there. Returns how many were made.
 */
export async function rebuildDocuments(ctx: Ctx, end?: AbortSignal): Promise<number> {
  permit(canRemakeDocuments(ctx.actor));
  await ctx.db.transaction((tx) => begin(tx, ctx.house.documents));
  let made = 0;
  for (const source of ctx.house.documents) {
    for (let more = true; more; ) {
      end?.throwIfAborted();
      const count = await ctx.db.transaction((tx) => nextBatch(tx, source));
      made += count;
      more = count === batch;
    }
  }
  await ctx.db.transaction((tx) => finish(tx, ctx.house.documents));
  return made;
}

/** Lists what there is to make, unless a making was stopped that is gone on with. */
async function begin(tx: Tx, sources: readonly DocumentSource[]): Promise<void> {
  const { under_way } = await tx
    .selectFrom('directory.remake')
    .select('under_way')
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (under_way) return;
  await tx
    .updateTable('directory.remake')
    .set((row) => ({ round: row('round', '+', 1), under_way: true }))
    .execute();
  for (const source of sources) {
    await sql`insert into directory.to_make (kind, id)
      select kind, id from ${view(source.view)} as published where kind = ${source.kind}`.execute(tx);
  }
}

async function nextBatch(tx: Tx, source: DocumentSource): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with next as (select kind, id from directory.to_make where kind = ${source.kind} order by id limit ${batch})
    delete from directory.to_make using next where to_make.kind = next.kind and to_make.id = next.id
    returning next.id`.execute(tx);
  await remakeDocuments(
    tx,
    source,
    rows.map((row) => row.id),
  );
  return rows.length;
}

/** What was not made this time is not published any more, and words that nothing has are no help for typing. */
async function finish(tx: Tx, sources: readonly DocumentSource[]): Promise<void> {
  for (const source of sources) await removeUnpublished(tx, source);
  await sql`with gone as (
      delete from directory.word using directory.remake where word.round < remake.round returning word)
    delete from directory.spelling where word in (select word from gone)`.execute(tx);
  await tx.updateTable('directory.remake').set({ form, under_way: false }).execute();
}

/**
 * What was not made this time is looked for once more, each by its id: it may have been published by somebody whose change
 * was under way when the list of what there is to make was written.
 */
async function removeUnpublished(tx: Tx, { kind, view: of }: DocumentSource): Promise<void> {
  await sql`with older as materialized (
      select id from directory.document, directory.remake
      where kind = ${kind} and document.round < remake.round)
    delete from directory.document where id in (select id from older where not exists (
      select from ${view(of)} as published where published.id = older.id and published.kind = ${kind} offset 0))`.execute(
    tx,
  );
}

/** A program that makes documents in another way than those that are there has them all made again, once. */
export async function nextRemake(db: Db, until: Date): Promise<Date | undefined> {
  const { form: made, asked } = await db
    .selectFrom('directory.remake')
    .select(['form', 'asked'])
    .executeTakeFirstOrThrow();
  return made < form && asked < form ? until : undefined;
}

export async function askForRemake(ctx: Ctx): Promise<number> {
  if (!(await nextRemake(ctx.db.open, ctx.now))) return 0;
  await ctx.db.transaction(async (tx) => {
    await tx.updateTable('directory.remake').set({ asked: form }).execute();
    await addJob(tx, 'rebuild-documents', {}, 'rebuild-documents');
  });
  return 1;
}
