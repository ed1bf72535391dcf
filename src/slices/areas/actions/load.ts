import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { areasLoaded, linesLoaded, outcodesLoaded, postcodesLoaded } from '../events.ts';
import { canBringAreas, canLoadAreas } from '../permits.ts';
import type { NewArea, NewLine, NewOutcode, NewPostcode, Tally } from '../words.ts';
import { fillMiddles, fillOutcodes, putAreas, putOutcodes, putPostcodes, refuseLostParents } from './put.ts';

/** Rows in one statement and one transaction: some tenths of a second, so nobody waits long for a lock. */
export const postcodesAtOnce = 10_000;

/** Makes the areas and renews those whose code is known. What a file leaves out (an outline, a middle) stays. */
export function loadAreas(ctx: Ctx, areas: readonly NewArea[], source = ''): Promise<Tally> {
  return ctx.db.transaction((tx) => takeAreas(tx, ctx, areas, source));
}

/** The same in the caller's transaction. `source` is the attribution that the owner of the file asks for. */
export async function takeAreas(tx: Tx, ctx: Ctx, areas: readonly NewArea[], source: string): Promise<Tally> {
  permit(canLoadAreas(ctx.actor) || canBringAreas(ctx.actor));

  await refuseLostParents(tx, areas);
  const tally = await putAreas(tx, ctx, areas, source);
  if (tally.new + tally.changed > 0) {
    await record(tx, ctx, areasLoaded, { codes: areas.map((area) => area.code), source });
  }
  return tally;
}

/** Takes postcodes as they come, in batches, holding no more than one in memory. */
export async function loadPostcodes(
  ctx: Ctx,
  rows: AsyncIterable<NewPostcode> | Iterable<NewPostcode>,
  source = '',
): Promise<Tally> {
  const total = { new: 0, changed: 0, unchanged: 0 };
  for await (const batch of batches(rows)) {
    addTo(total, await ctx.db.transaction((tx) => takePostcodes(tx, ctx, batch, source)));
  }
  await ctx.db.transaction((tx) => settlePostcodes(tx, ctx));
  return total;
}

export async function takePostcodes(
  tx: Tx,
  ctx: Ctx,
  batch: readonly NewPostcode[],
  source: string,
): Promise<Tally> {
  permit(canLoadAreas(ctx.actor));

  const tally = await putPostcodes(tx, batch);
  if (tally.new + tally.changed > 0) {
    await record(tx, ctx, postcodesLoaded, { new: tally.new, changed: tally.changed, source });
  }
  return tally;
}

/** After the last postcode: areas without a middle get that of theirs, and so do first halves that no file named. */
export async function settlePostcodes(tx: Tx, ctx: Ctx): Promise<void> {
  permit(canLoadAreas(ctx.actor));

  // A whole country is more than a page may ask of the database, and nobody waits for this.
  await sql`set local statement_timeout = '5min'`.execute(tx);
  await fillMiddles(tx, ctx);
  await fillOutcodes(tx);
}

export function loadOutcodes(ctx: Ctx, outcodes: readonly NewOutcode[], source = ''): Promise<Tally> {
  return ctx.db.transaction((tx) => takeOutcodes(tx, ctx, outcodes, source));
}

export async function takeOutcodes(
  tx: Tx,
  ctx: Ctx,
  outcodes: readonly NewOutcode[],
  source: string,
): Promise<Tally> {
  permit(canLoadAreas(ctx.actor));

  const tally = await putOutcodes(tx, outcodes);
  if (tally.new + tally.changed > 0) {
    await record(tx, ctx, outcodesLoaded, { new: tally.new, changed: tally.changed, source });
  }
  return tally;
}

/** The lines of the map, in place of those there were. */
export async function loadLines(ctx: Ctx, lines: readonly NewLine[]): Promise<void> {
  permit(canLoadAreas(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const given = lines.map((line) => ({ id: ctx.newId(), ...line }));
    await sql`delete from areas.line`.execute(tx);
    await sql`insert into areas.line (id, kind, name, shape)
      select id, kind, name, shape
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as given (id uuid, kind text, name text, shape jsonb)`.execute(tx);
    await record(tx, ctx, linesLoaded, { lines: lines.length });
  });
}

async function* batches(rows: AsyncIterable<NewPostcode> | Iterable<NewPostcode>) {
  let batch: NewPostcode[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < postcodesAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function addTo(total: Tally, more: Tally): void {
  total.new += more.new;
  total.changed += more.changed;
  total.unchanged += more.unchanged;
}
