import { type Actor, can, hasPositionAt, isCoordinator } from '../../../platform/permit.ts';

const finders = ['data-lead', 'admin', 'worker', 'coordinator', 'link-worker', 'trustee'] as const;
const leads = ['data-lead', 'admin'] as const;

export const canReportBreach = can(
  'say that details went where they should not',
  'whoever has a position at the organisation',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, finders),
);

export const canJudgeBreach = can(
  'judge a breach, gather whose details it was, and say who was told',
  'a data lead or admin of the organisation',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, leads),
);

export const canSeeDesk = can(
  'see who looked at details, what people ask and complain about, and the breaches of an organisation',
  'a data lead or admin of it',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, leads),
);

const looksAfterNetwork = (actor: Actor) =>
  actor.positions.some((held) => held.organisationKind === 'hub' && held.role === 'data-lead');

export const canHoldBack = can(
  'hold back what would go by itself, and let it go again',
  'the hub’s data lead',
  looksAfterNetwork,
);

export const canSeeProcessing = can(
  'see the record of processing, and how much would go by itself next',
  'the hub’s data lead and the coordinator',
  (actor: Actor) => looksAfterNetwork(actor) || isCoordinator(actor),
);
