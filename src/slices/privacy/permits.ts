import { type Actor, can, hasPositionAt, isPerson } from '../../platform/permit.ts';

const staff = ['admin', 'worker', 'link-worker'];

export const canSeeOwnShared = can(
  'see who has their details and who looked at them',
  'the person, with an account or by their own link',
  (actor: Actor, holdsLink: boolean) => isPerson(actor) || holdsLink,
);

export const canWithdraw = can(
  'stop their details being used and passed on',
  'the person; a worker of whoever passed them on or got them, when the person says so; a job after a restore',
  (
    actor: Actor,
    basis: { personId: string | null; organisationIds: readonly string[]; holdsLink: boolean },
  ) =>
    basis.holdsLink ||
    actor.kind === 'job' ||
    (isPerson(actor) &&
      (actor.personId === basis.personId ||
        basis.organisationIds.some((id) => hasPositionAt(actor, id, staff)))),
);

export const canLetGo = can(
  'say that details of somebody who withdrew are gone',
  'an admin or worker of whoever got them',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, staff),
);

export const canForgetBases = can(
  'let go of old records of consent and of who looked',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
