import { problemsOf } from '../../../platform/words.ts';
import { ChangeOrganisation, ChangeService } from '../words/records.ts';
import type { Version, Written } from '../words/versions.ts';
import { asTyped, backTo, type Change, changesOf, differing, whyNotUndo } from './versions.ts';

interface Past {
  kind: 'organisation' | 'service';
  versions: readonly Version[];
  now: Written;
}

interface Span {
  personId: string;
  from: Date;
  to: Date;
}

export type PlannedChange = Change & {
  /** Why it stays as it is; undefined where it goes back. */
  why: string | undefined;
};

/**
 * What somebody changed about a thing in that time, the newest first, and what would become of each if they were taken
 * back in this order: the second look is at how the thing reads once the first has gone back.
 */
export function planned(
  { kind, versions, now }: Past,
  span: Span,
  say: (field: string) => string,
): PlannedChange[] {
  let reads = now;
  return changesOf(versions, now)
    .filter(({ at, version }) => version.personId === span.personId && at >= span.from && at < span.to)
    .filter(({ version }) => version.way !== 'undo')
    .map((change) => {
      const why = whyStays(kind, change, reads, say);
      if (why === undefined) reads = { ...reads, ...before(change) };
      return { ...change, why };
    });
}

function whyStays(
  kind: Past['kind'],
  change: Change,
  reads: Written,
  say: (field: string) => string,
): string | undefined {
  const isBack = differing(reads, { ...reads, ...before(change) }).length === 0;
  if (isBack) return 'It reads again as it did before.';
  return whyNotUndo(change, reads, say) ?? whyFormRefuses(kind, change, reads);
}

/** What a page has to say today may be more than it had to say when it was written. */
function whyFormRefuses(kind: Past['kind'], change: Change, reads: Written): string | undefined {
  const form = kind === 'organisation' ? ChangeOrganisation : ChangeService;
  const typed = { ...asTyped(reads), ...withoutAnswer(kind, reads) };
  const asked = Object.keys(form.shape).map((field) => [field, typed[field]]);
  const next = form.safeParse({ ...Object.fromEntries(asked), ...backTo(change), version: 1 });
  if (next.success) return undefined;
  return `Its form would not take it today. ${[...new Set(Object.values(problemsOf(next.error)))].join(' ')}`;
}

/** A form opens with an answer where the record has none yet: no place, or a service before its first look. */
function withoutAnswer(kind: Past['kind'], reads: Written): Record<string, unknown> {
  if (kind === 'organisation') return reads.address_shown ? {} : { address_shown: 'public' };
  return reads.status === 'draft' ? { status: 'open' } : {};
}

function before(change: Change): Written {
  return Object.fromEntries(change.fields.map((field) => [field, change.before[field]]));
}
