import {
  type MergeDone,
  type MergeField,
  type MergePlace,
  type MergeValues,
  mergeFields,
} from '../words/merging.ts';
import type { Organisation } from '../words/records.ts';

type Record_ = Pick<Organisation, 'name' | 'kind' | 'state' | 'id'>;

const beforeItsFirstDay: readonly string[] = ['submitted', 'in_review', 'returned'];
const standing: readonly string[] = ['active', 'paused'];

/** A registration that nobody has said yes to. */
export function isRegistration(one: Pick<Organisation, 'state'>): boolean {
  return beforeItsFirstDay.includes(one.state);
}

/** Why two records cannot become one, in the sentence a person reads. */
export function whyNotMerge(gone: Record_, kept: Record_): string | undefined {
  if (gone.id === kept.id) return 'These are one record already.';
  if ([gone, kept].some(({ kind }) => kind === 'centre' || kind === 'hub'))
    return 'Centres and the hub are not merged. The coordinator looks after the list of centres.';
  if (gone.state === 'merged') return `${gone.name} was merged already.`;
  if (!standing.includes(kept.state)) return `${kept.name} is not public, so nothing can be merged into it.`;
  if (![...beforeItsFirstDay, ...standing].includes(gone.state))
    return `${gone.name} is ${gone.state}, so it stays as it is.`;
  return undefined;
}

type Valued = Readonly<Record<string, unknown>>;

/** The fields in which the other record says something, and something else. */
export function differingFields(gone: Valued, kept: Valued): MergeField[] {
  return mergeFields.filter(
    (field) => plain(gone[field]) !== '' && plain(gone[field]) !== plain(kept[field]),
  );
}

/** For each field the value that somebody checked last wins; one that says nothing never does (model D6). */
export function takenAtFirst(
  gone: { values: Valued; checkedAt: Date | null },
  kept: { values: Valued; checkedAt: Date | null },
): MergeField[] {
  const isNewer = (gone.checkedAt?.getTime() ?? 0) > (kept.checkedAt?.getTime() ?? 0);
  return differingFields(gone.values, kept.values).filter(
    (field) => field === 'areas' || isNewer || plain(kept.values[field]) === '',
  );
}

const width = { hidden: 0, area: 1, public: 2 };

/** An address that either side keeps to itself is not seen by more people afterwards (model D6). */
export function narrower(taken: MergePlace, other: MergePlace | undefined): MergePlace {
  if (!other || other.postcode !== taken.postcode || width[taken.shown] <= width[other.shown]) return taken;
  return { ...taken, shown: other.shown };
}

/** Fields that somebody changed after the merger: they stay as they are when it is undone. */
export function changedSince(done: Pick<MergeDone, 'set'>, now: MergeValues): string[] {
  const later: Valued = now;
  return Object.entries(done.set).flatMap(([field, value]) =>
    plain(value) === plain(later[field]) ? [] : [field],
  );
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).sort().join(', ');
  if (value !== null && typeof value === 'object') return Object.values(value).map(String).join(', ');
  return String(value ?? '');
}
