import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { servicesImported } from '../events.ts';
import { canImport } from '../permits.ts';
import { knownBySource, knownIds, recordsForImport } from '../queries/import.ts';
import { knownServiceIds, nameKey, servicesByName } from '../queries/import-services.ts';
import { type KnownSource, sourceKey } from '../words/import.ts';
import type { Answer, GivenService, KeptService, MadeService } from '../words/import-services.ts';
import type { ImportOptions } from './import.ts';
import { noting, thingsOf } from './import-journal.ts';
import { insertServices, updateServices } from './import-services-write.ts';
import { writeSources } from './import-write.ts';

/** Takes a batch of services in, in the caller's transaction; their organisations have to be there. */
export async function importServices(
  tx: Tx,
  ctx: Ctx,
  rows: readonly GivenService[],
  options: ImportOptions = {},
): Promise<Answer[]> {
  permit(canImport(ctx.actor));

  const known = await whatIsKnown(tx, rows);
  const plan = planOf(rows, known, ctx.newId);
  const things = thingsOf(
    'service',
    [...plan.made, ...plan.kept].map(({ id }) => id),
  );
  const changed = await noting(tx, options.importId, things, async () => {
    await insertServices(tx, ctx, plan.made);
    const ids = await updateServices(tx, ctx, plan.kept);
    await writeSources(tx, ctx, 'service', plan.sources);
    return ids;
  });
  const serviceIds = [...plan.made.map((one) => one.id), ...changed];
  if (serviceIds.length > 0 && !options.dry) {
    const source = [...new Set(rows.map((row) => row.source))].join(', ');
    await record(tx, ctx, servicesImported, { serviceIds, source });
  }
  return plan.answers.map((answer) => {
    if (typeof answer !== 'object' || !('id' in answer)) return answer;
    if (changed.has(answer.id)) return 'changed';
    return answer.isFirst ? 'matched' : 'unchanged';
  });
}

interface Known {
  sources: Map<string, KnownSource>;
  holders: Map<string, { id: string; claimed: boolean }>;
  ownIds: Set<string>;
  byName: Map<string, string>;
}

async function whatIsKnown(tx: Tx, rows: readonly GivenService[]): Promise<Known> {
  const sources = await knownBySource(tx, 'service', rows);
  const fresh = rows.filter((row) => !sources.get(sourceKey(row))?.digest.equals(row.digest));
  const inLists = fresh.flatMap(({ holder }) => ('source' in holder ? [holder] : []));
  const listed = await knownBySource(tx, 'organisation', inLists);
  const own = await knownIds(
    tx,
    fresh.flatMap(({ holder }) => ('ownId' in holder ? [holder.ownId] : [])),
  );
  const asked = new Map([
    ...[...listed].map(([key, one]): [string, string] => [key, one.thingId]),
    ...[...own].map((id): [string, string] => [id, id]),
  ]);
  const records = await recordsForImport(tx, [...new Set(asked.values())]);
  const holders = new Map<string, { id: string; claimed: boolean }>();
  for (const [key, id] of asked) {
    const found = records.get(id);
    if (found) holders.set(key, found);
  }
  return {
    sources,
    holders,
    ownIds: await knownServiceIds(
      tx,
      fresh.flatMap((row) => row.ownId ?? []),
    ),
    byName: await servicesByName(
      tx,
      [...holders.values()].map((holder) => holder.id),
      [...new Set(rows.map((row) => row.source))],
    ),
  };
}

interface Plan {
  made: MadeService[];
  kept: KeptService[];
  sources: { row: GivenService; id: string; fields: readonly string[] }[];
  answers: (Answer | { id: string; isFirst: boolean })[];
}

function planOf(rows: readonly GivenService[], known: Known, newId: () => string): Plan {
  const plan: Plan = { made: [], kept: [], sources: [], answers: [] };
  for (const row of rows) {
    const before = known.sources.get(sourceKey(row));
    plan.answers.push(before?.digest.equals(row.digest) ? 'unchanged' : take(row, before));
  }
  return plan;

  function take(row: GivenService, before: KnownSource | undefined): Plan['answers'][number] {
    const holder = known.holders.get('ownId' in row.holder ? row.holder.ownId : sourceKey(row.holder));
    if (!holder) return { reason: 'The organisation of this service was not taken in.' };
    const own = row.ownId !== undefined && known.ownIds.has(row.ownId) ? row.ownId : undefined;
    const name = nameKey(holder.id, row.values.name);
    const target = own ?? before?.thingId ?? known.byName.get(name);
    if (target === undefined) {
      const id = row.ownId ?? newId();
      plan.made.push({ id, organisationId: holder.id, row });
      plan.sources.push({ row, id, fields: fieldsOf(row) });
      return 'new';
    }
    const isOwn = own === target;
    const standing = isOwn ? fieldsOf(row) : holder.claimed ? [] : (before?.fields ?? []);
    plan.kept.push({ id: target, row, ...mayWrite(row, standing), ...(isOwn ? { withTimes: false } : {}) });
    if (!isOwn) plan.sources.push({ row, id: target, fields: before?.fields ?? [] });
    return { id: target, isFirst: before === undefined && !isOwn };
  }
}

function fieldsOf(row: GivenService): string[] {
  return [...Object.keys(row.values), ...(row.schedules.length > 0 ? ['schedule'] : [])];
}

function mayWrite(row: GivenService, standing: readonly string[]) {
  const values = Object.fromEntries(Object.entries(row.values).filter(([name]) => standing.includes(name)));
  return { values, withTimes: standing.includes('schedule') };
}
