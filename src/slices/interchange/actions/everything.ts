import { cellOf, csvLine } from '../../../platform/csv.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { slug } from '../../../platform/words.ts';
import { everythingTaken } from '../events.ts';
import { canTakeEverything } from '../permits.ts';
import { type Owner, ownedBy, ownPictures } from '../queries/everything.ts';
import { type OwnedTable, readMe } from '../rules/everything.ts';

/** All that an organisation keeps here as one archive of open files; that it was taken stays in the record. */
export async function takeEverything(ctx: Ctx, owner: Owner): Promise<{ name: string; bytes: Uint8Array }> {
  permit(canTakeEverything(ctx.actor, owner.id));

  const [tables, pictures] = await ctx.db.read(async (db) => [
    await ownedBy(db, ctx.house.ownedBy, owner.id),
    await ownPictures(db, owner.id),
  ]);
  const { strToU8, zipSync } = await import('fflate');
  const text = (words: string): [Uint8Array, { level: 6 }] => [strToU8(words), { level: 6 }];
  const about = readMe({ owner, tables, pictures: pictures.map(({ file }) => file), madeAt: ctx.now });
  const files = {
    'READ-ME.txt': text(about),
    'everything.json': text(asJson(ctx, owner, tables)),
    ...Object.fromEntries(tables.map((table) => [`${table.file}.csv`, text(asCsv(table))])),
    // A picture is as small as it gets already.
    ...Object.fromEntries(pictures.map(({ file, body }) => [file, [body, { level: 0 }] as const])),
  };
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const what = { organisationId: owner.id, files: Object.keys(files), rows };
  await ctx.db.transaction((tx) => record(tx, ctx, everythingTaken, what, { organisationId: owner.id }));
  const name = `${slug(owner.name)}-${dayOf(ctx.now)}`;
  return {
    name: `${name}.zip`,
    bytes: zipSync(
      Object.fromEntries(
        Object.entries(files).map(([file, [body, how]]) => [`${name}/${file}`, [body, how]]),
      ),
      { mtime: ctx.now },
    ),
  };
}

/** With the mark at its front without which Excel takes é for two letters. */
function asCsv({ rows }: OwnedTable): string {
  const [first] = rows;
  const columns = first ? Object.keys(first) : [];
  const lines = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return csvLine(columns.map((column) => cellOf(column, values.get(column))));
  });
  return `\uFEFF${csvLine(columns)}${lines.join('')}`;
}

function asJson({ now }: Ctx, { id, name }: Owner, tables: readonly OwnedTable[]): string {
  const all = Object.fromEntries(tables.map(({ file, label, rows }) => [file, { label, rows }]));
  return JSON.stringify({ made_at: now, organisation: { id, name }, tables: all }, null, 2);
}
