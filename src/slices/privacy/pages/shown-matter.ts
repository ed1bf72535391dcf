import type { Problems, Values } from '../../../ui/form.tsx';
import type { MatterMove } from '../rules/matters.ts';
import type { Matter, MatterNote } from '../words/matters.ts';

/** What the pages of a request or complaint show. */
export interface MatterProps {
  one: Matter;
  notes: readonly MatterNote[];
  /** Who answers, and whom it is about. */
  names: ReadonlyMap<string, string>;
  now: Date;
  values?: Values | undefined;
  problems?: Problems | undefined;
  /** The move whose form comes back; the others are as they were. */
  refused?: MatterMove | undefined;
}
