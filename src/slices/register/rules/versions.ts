import { placeFields } from '../words/suggestions.ts';
import type { Version, Written } from '../words/versions.ts';

export interface Change {
  id: string;
  at: Date;
  version: Version;
  before: Written;
  after: Written;
  fields: readonly string[];
}

/** Each change, the newest first: what stood there before, and what has stood there since. */
export function changesOf(versions: readonly Version[], now: Written): Change[] {
  return versions
    .map((version, index) => {
      const after = versions[index + 1]?.was ?? now;
      const fields = differing(version.was, after);
      return { id: version.id, at: version.untilAt, version, before: version.was, after, fields };
    })
    .reverse();
}

export function differing(one: Written, other: Written): string[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].filter((field) => plain(one[field]) !== plain(other[field]));
}

/** How it read at a moment; undefined before it was there. */
export function asItWas(
  given: { versions: readonly Version[]; now: Written; createdAt: Date },
  at: Date,
): Written | undefined {
  if (at < given.createdAt) return undefined;
  return given.versions.find((version) => version.untilAt > at)?.was ?? given.now;
}

/**
 * What others may read of a version. An address is shown while it was public and still is: what somebody hides
 * afterwards is hidden in the past, too.
 */
export function openWords(was: Written, now: Written): Written {
  if (was.address_shown === 'public' && now.address_shown === 'public') return was;
  const hidden = [...placeFields, 'address_shown'];
  return Object.fromEntries(Object.entries(was).filter(([field]) => !hidden.includes(field)));
}

const notOnTheForm: readonly string[] = ['kind', 'state', 'parent', 'trusted'];

/** Why a change cannot be taken back, in the sentence a person reads. */
export function whyNotUndo(
  change: Pick<Change, 'fields' | 'after'>,
  now: Written,
  say: (field: string) => string,
): string | undefined {
  if (change.fields.length === 0) return 'Nothing differs any more.';
  const other = change.fields.filter((field) => notOnTheForm.includes(field));
  if (other.length > 0)
    return 'What it is, whether it is open, trusted and what it is part of are changed on their own pages.';
  const later = change.fields.filter((field) => plain(change.after[field]) !== plain(now[field]));
  if (later.length === 0) return undefined;
  return `${later.map(say).join(', ')}: changed again since. Undo the later change first, or write it anew.`;
}

/** Values of a version as a form would send them. */
export function asTyped(was: Written): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(was).map(([field, value]) => {
      if (field === 'opens' || field === 'closes') return [field, plain(value).slice(0, 5)];
      if (typeof value === 'boolean') return [field, value ? 'yes' : ''];
      return [field, Array.isArray(value) ? value : plain(value)];
    }),
  );
}

/** The fields of a change as a form would send them to have them read as before; what was not there is not sent. */
export function backTo({ before, fields }: Pick<Change, 'before' | 'fields'>): Record<string, unknown> {
  const typed = asTyped(before);
  return Object.fromEntries(fields.map((field) => [field, typed[field]]));
}

function plain(value: unknown): string {
  return Array.isArray(value) ? value.map(String).sort().join(',') : String(value ?? '');
}
