import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../../platform/permit.ts';
import { receiverMayKnowWho, receiverMayRead } from '../rules/referral.ts';
import type { Referral } from '../words/referral.ts';

const staff = ['admin', 'worker', 'link-worker'];

/** Organisations for which somebody may refer people. */
export function sendersOf(actor: Actor): string[] {
  const held = actor.positions.filter(({ role }) => staff.includes(role));
  return [...new Set(held.map((one) => one.organisationId))];
}

export const canRefer = can(
  'refer a person to a service',
  'a link worker, worker or admin of an organisation that has accepted the sharing terms',
  (actor: Actor) => isPerson(actor) && sendersOf(actor).length > 0,
);

export const canReferFor = can(
  'refer people in the name of an organisation',
  'its link workers, workers and admins',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, staff),
);

export const canAcceptTerms = can(
  'accept the network’s sharing terms for an organisation',
  'its admin',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin']),
);

export const canSeeReferral = can(
  'see a referral and how far it is',
  'link workers, workers and admins of its two sides and of whoever it was made for',
  (actor: Actor, one: Pick<Referral, 'organisationId' | 'receiverId' | 'behalfId' | 'state'>) =>
    hasPositionAt(actor, one.organisationId, staff) ||
    (one.state !== 'draft' &&
      (hasPositionAt(actor, one.receiverId, staff) || hasPositionAt(actor, one.behalfId, staff))),
);

export const canSeeOutline = can(
  'see from whom to whom an open referral goes and how far it is, without the person',
  'the coordinator; the staff of whoever has its promise now, and of the home centre of whoever owes the answer',
  (actor: Actor, promise: { ownerId: string; homeCentreId: string | null }) =>
    isCoordinator(actor) ||
    [promise.ownerId, promise.homeCentreId].some((id) => hasPositionAt(actor, id, staff)),
);

export const canAnswerReferral = can(
  'open and answer a referral, and tell what became of it',
  'link workers, workers and admins of the organisation whose service it is for',
  (actor: Actor, receiverId: string) => hasPositionAt(actor, receiverId, staff),
);

export const canReadNeed = can(
  'read what a referred person needs, and their story',
  'whoever sent it; the receiver until it declines or it is over; neither while it is on hold',
  (actor: Actor, one: Pick<Referral, 'organisationId' | 'receiverId' | 'state'>) =>
    (one.state !== 'on_hold' && hasPositionAt(actor, one.organisationId, staff)) ||
    (receiverMayRead(one.state) && hasPositionAt(actor, one.receiverId, staff)),
);

export const canReadDetails = can(
  'see who a referred person is and how to reach them',
  'whoever sent it; the receiver once it has opened it, until it declines or it is over; neither while it is on hold',
  (actor: Actor, one: Pick<Referral, 'organisationId' | 'receiverId' | 'state'>) =>
    (one.state !== 'on_hold' && hasPositionAt(actor, one.organisationId, staff)) ||
    (receiverMayKnowWho(one.state) && hasPositionAt(actor, one.receiverId, staff)),
);

export const canSeeNamesOnBehalf = can(
  'see whose the referrals of a practice are',
  'link workers, workers and admins of the practice, each with a second key of their own',
  (actor: Actor, behalfId: string) => actor.strength === 'strong' && hasPositionAt(actor, behalfId, staff),
);

export const canMoveReferrals = can(
  'close referrals whose message back was there long enough, and let go of old stories',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
