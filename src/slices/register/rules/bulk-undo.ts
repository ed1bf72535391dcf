import type { Version, Written } from '../words/versions.ts';
import { type Change, changesOf, differing, whyNotUndo } from './versions.ts';

interface Past {
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
  { versions, now }: Past,
  span: Span,
  say: (field: string) => string,
): PlannedChange[] {
  let reads = now;
  return changesOf(versions, now)
    .filter(({ at, version }) => version.personId === span.personId && at >= span.from && at < span.to)
    .filter(({ version }) => version.way !== 'undo')
    .map((change) => {
      const isBack = differing(reads, { ...reads, ...before(change) }).length === 0;
      const why = isBack ? 'It reads again as it did before.' : whyNotUndo(change, reads, say);
      if (why === undefined) reads = { ...reads, ...before(change) };
      return { ...change, why };
    });
}

function before(change: Change): Written {
  return Object.fromEntries(change.fields.map((field) => [field, change.before[field]]));
}
