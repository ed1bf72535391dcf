import { type Actor, can, hasPositionAt, isCoordinator } from '../../../platform/permit.ts';
import type { Kept } from '../permits.ts';

const staff = ['admin', 'worker'] as const;

export const canTrust = can(
  'trust a group so that what it offers goes live at once, take that back, and look at what waits',
  'a worker or admin of its home centre; the coordinator where there is none',
  (actor: Actor, one: Kept) =>
    hasPositionAt(actor, one.homeCentreId, staff) || (one.homeCentreId === null && isCoordinator(actor)),
);

export const canSeeTrust = can(
  'see whether a group is trusted, and why',
  'its people, and a worker or admin of any centre; the coordinator',
  (actor: Actor, one: Kept) =>
    hasPositionAt(actor, one.id) ||
    isCoordinator(actor) ||
    actor.positions.some(
      (held) => held.organisationKind === 'centre' && (held.role === 'admin' || held.role === 'worker'),
    ),
);
