import { type Actor, can, hasPositionAt } from '../../../platform/permit.ts';

const staff = ['admin', 'worker', 'link-worker'];

export const canKeepPlan = can(
  'keep the plan of one person over several services, and see all of it',
  'link workers, workers and admins of whoever sent the referrals; each service sees its own alone',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, staff),
);

export const canAskToTalk = can(
  'ask to talk with whoever else helps a referred person',
  'link workers, workers and admins of the service, while it helps',
  (actor: Actor, receiverId: string) => hasPositionAt(actor, receiverId, staff),
);
