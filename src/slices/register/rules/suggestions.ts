import { type Changes, placeFields } from '../words/suggestions.ts';

type Form = Readonly<Record<string, unknown>>;

/** A hidden address is nobody’s to suggest: it would tell that there is one. */
export function openToAll(current: Form): Form {
  const isShown = current.address_shown === 'public' && current.postcode !== '';
  const left = Object.entries(current).filter(
    ([field]) => field !== 'address_shown' && (isShown || !placeFields.includes(field)),
  );
  return Object.fromEntries(left);
}

/** What differs, field by field; what stands in the form but not in `current` is not looked at. */
export function changesBetween(current: Form, typed: Form): Changes {
  const differs = Object.keys(current).filter((field) => !same(current[field], typed[field]));
  return Object.fromEntries(
    differs.map((field) => [field, { before: current[field] ?? '', after: typed[field] ?? '' }]),
  );
}

export interface Standing {
  field: string;
  /** As it was when somebody suggested the change, as it is, as it should be. */
  before: unknown;
  now: unknown;
  after: unknown;
  /** Somebody changed the field since, so it wants a second look. */
  movedOn: boolean;
  /** It says already what was suggested. */
  stands: boolean;
}

export function standingOf(changes: Changes, current: Form): Standing[] {
  return Object.entries(changes).map(([field, { before, after }]) => ({
    ...{ field, before, after, now: current[field] },
    movedOn: !same(before, current[field]),
    stands: same(after, current[field]),
  }));
}

/** Whether all, some or none of what was suggested was taken. */
export function answerOf(changes: Changes, taken: readonly string[]): 'done' | 'partly' {
  return taken.length === Object.keys(changes).length ? 'done' : 'partly';
}

function same(one: unknown, other: unknown): boolean {
  return asText(one) === asText(other);
}

/** Lists say the same in any order. */
function asText(value: unknown): string {
  return Array.isArray(value) ? value.map(String).sort().join(',') : String(value ?? '');
}
