import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisationsImported } from '../events.ts';
import { canImport } from '../permits.ts';
import { knownByIdentifier, knownBySource, knownIds, recordsForImport } from '../queries/import.ts';
import { isDone, type Known, planOf, targetOf } from '../rules/import-plan.ts';
import { type GivenOrganisation, type Outcome, sourceKey } from '../words/import.ts';
import { noting, thingsOf } from './import-journal.ts';
import { writeRecords } from './import-write.ts';

export interface ImportOptions {
  /** Nothing follows from it: the caller takes everything back. */
  dry?: boolean;
  /** It is noted under this import what changes, so that it can be taken back. */
  importId?: string | undefined;
}

/** Takes a batch of rows into the register, in the caller's transaction, and says of each what came of it. */
export async function importOrganisations(
  tx: Tx,
  ctx: Ctx,
  rows: readonly GivenOrganisation[],
  options: ImportOptions = {},
): Promise<Outcome[]> {
  permit(canImport(ctx.actor));

  const known = await whatIsKnown(tx, rows);
  const plan = planOf(rows, known, ctx.newId);
  const things = thingsOf('organisation', plan.sources.map(({ id }) => id).concat([...plan.touched]));
  await noting(tx, options.importId, things, () => writeRecords(tx, ctx, plan));
  if (plan.touched.size > 0 && !options.dry) {
    const organisationIds = [...plan.touched];
    const source = [...new Set(rows.map((row) => row.source))].join(', ');
    await record(tx, ctx, organisationsImported, { organisationIds, source });
  }
  return plan.outcomes;
}

async function whatIsKnown(tx: Tx, rows: readonly GivenOrganisation[]): Promise<Known> {
  const sources = await knownBySource(tx, 'organisation', rows);
  const fresh = rows.filter((row) => !isDone(row, sources.get(sourceKey(row))));
  const identifiers = await knownByIdentifier(
    tx,
    fresh.flatMap((row) => row.identifiers),
  );
  const ids = await knownIds(
    tx,
    fresh.flatMap((row) => row.ownId ?? []),
  );
  const met = new Set(fresh.flatMap((row) => targetOf(row, { sources, identifiers, ids }) ?? []));
  return { sources, identifiers, ids, records: await recordsForImport(tx, [...met]) };
}
