import { type Actor, can, hasPositionAt, isCoordinator } from '../../platform/permit.ts';

const staff = ['admin', 'worker'];

export interface Kept {
  id: string;
  homeCentreId: string | null;
}

/** An admin of it, or its home centre. */
export function keeps(actor: Actor, one: Kept): boolean {
  return hasPositionAt(actor, one.id, ['admin']) || hasPositionAt(actor, one.homeCentreId, staff);
}

interface Two {
  gone: Kept;
  kept: Kept;
  /** The one that goes is a registration that nobody has said yes to. */
  registers: boolean;
}

export const canMerge = can(
  'make one record of two',
  'the home centre of a registration; whoever keeps both records; the coordinator, with a reason',
  (actor: Actor, { gone, kept, registers }: Two) =>
    isCoordinator(actor) ||
    (registers ? hasPositionAt(actor, gone.homeCentreId, staff) : keeps(actor, gone) && keeps(actor, kept)),
);

export const canAskToMerge = can(
  'ask whether two records are one',
  'an admin or the home centre of one of two public records',
  (actor: Actor, { gone, kept, registers }: Two) => !registers && (keeps(actor, gone) || keeps(actor, kept)),
);

export const canAnswerMerge = can(
  'say whether two records are one',
  'an admin of the record that was asked about, or its home centre; the coordinator',
  (actor: Actor, asked: Kept) => keeps(actor, asked) || isCoordinator(actor),
);

export const canKeepMergeFor = can(
  'see that somebody asks whether two records are one',
  'an admin of the organisation; a worker, too, where it is a centre; the coordinator where it is the hub',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, [...staff, 'coordinator']),
);

export const canUndoMerge = can(
  'see what a merger did, and take two records apart again',
  'an admin of the record that stays, the home centre of either, the coordinator; an admin of the other, if it was public',
  (actor: Actor, { gone, kept, registers }: Two) =>
    isCoordinator(actor) ||
    keeps(actor, kept) ||
    hasPositionAt(actor, gone.homeCentreId, staff) ||
    (!registers && keeps(actor, gone)),
);
