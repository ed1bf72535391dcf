import {
  type GivenOrganisation,
  type KnownRecord,
  type KnownSource,
  type Outcome,
  sourceKey,
} from '../words/import.ts';
import { afterMerge, fieldsOf, isChange, type Merge, mergeRow, recordOf } from './import.ts';

/** What the register knows of the rows of a batch. */
export interface Known {
  sources: Map<string, KnownSource>;
  identifiers: Map<string, string>;
  ids: Set<string>;
  records: Map<string, KnownRecord>;
}

/** What is to be written for a batch. */
export interface Plan {
  made: { id: string; row: GivenOrganisation }[];
  merged: { id: string; row: GivenOrganisation; merge: Merge }[];
  /** Rows of the source table, whether or not the record changed. */
  sources: { row: GivenOrganisation; id: string; fields: readonly string[] }[];
  touched: Set<string>;
  outcomes: Outcome[];
}

/** Row by row, in the order of the file, so that two rows of one batch can mean the same organisation. */
export function planOf(rows: readonly GivenOrganisation[], known: Known, newId: () => string): Plan {
  const plan: Plan = { made: [], merged: [], sources: [], touched: new Set(), outcomes: [] };
  for (const row of rows) {
    const before = known.sources.get(sourceKey(row));
    plan.outcomes.push(isDone(row, before) ? 'unchanged' : take(row, before));
  }
  return plan;

  function take(row: GivenOrganisation, before: KnownSource | undefined): Outcome {
    const target = targetOf(row, known);
    const met = target === undefined ? undefined : known.records.get(target);
    if (!met) return make(row);

    const merge = mergeRow(row, met, before);
    const changes = isChange(merge);
    if (changes || before === undefined) remember(row, met.id);
    if (changes) {
      plan.merged.push({ id: met.id, row, merge });
      plan.touched.add(met.id);
      known.records.set(met.id, afterMerge(met, merge));
    }
    if (row.ownId !== met.id) keepSource(row, met.id, merge.fields);
    if (before || row.ownId === met.id) return changes ? 'changed' : 'unchanged';
    return 'matched';
  }

  function make(row: GivenOrganisation): Outcome {
    const id = row.ownId ?? newId();
    plan.made.push({ id, row });
    plan.touched.add(id);
    known.records.set(id, recordOf(id, row));
    known.ids.add(id);
    remember(row, id);
    keepSource(row, id, fieldsOf(row));
    return 'new';
  }

  function keepSource(row: GivenOrganisation, id: string, fields: readonly string[]): void {
    plan.sources.push({ row, id, fields });
    known.sources.set(sourceKey(row), { thingId: id, digest: row.digest, fields });
  }

  function remember(row: GivenOrganisation, id: string): void {
    for (const { scheme, number } of row.identifiers) {
      const key = `${scheme}-${number}`;
      if (!known.identifiers.has(key)) known.identifiers.set(key, id);
    }
  }
}

export function isDone(row: GivenOrganisation, before: KnownSource | undefined): boolean {
  return before?.digest.equals(row.digest) ?? false;
}

export function targetOf(row: GivenOrganisation, known: Omit<Known, 'records'>): string | undefined {
  if (row.ownId !== undefined && known.ids.has(row.ownId)) return row.ownId;
  const before = known.sources.get(sourceKey(row));
  if (before) return before.thingId;
  const key = row.identifiers
    .map(({ scheme, number }) => `${scheme}-${number}`)
    .find((one) => known.identifiers.has(one));
  return key === undefined ? undefined : known.identifiers.get(key);
}
