import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../platform/permit.ts';

const staff = ['admin', 'worker'] as const;

export interface Kept {
  id: string;
  homeCentreId: string | null;
}

export const canRegister = can('register a group', 'whoever is signed in', (actor: Actor) => isPerson(actor));

/** Paused and closed ones say so, so they are public, too. */
export const publicStates = ['active', 'paused', 'closing', 'closed'];

export const canSeeHistory = can(
  'read who changed what in a record, and how it read on a day',
  'its people, its home centre and the coordinator; once it is public, a worker or admin of any centre',
  (actor: Actor, organisation: Kept & { state: string; mergedFrom: string }) =>
    hasPositionAt(actor, organisation.id) ||
    hasPositionAt(actor, organisation.homeCentreId, staff) ||
    isCoordinator(actor) ||
    ([organisation.state, organisation.mergedFrom].some((state) => publicStates.includes(state)) &&
      actor.positions.some(
        (held) => held.organisationKind === 'centre' && (held.role === 'admin' || held.role === 'worker'),
      )),
);

export const canTakeForms = can(
  'register a group that rings or writes on paper, and note that it is right',
  'a worker or admin of the centre that takes it',
  (actor: Actor, centreId: string) =>
    actor.positions.some(
      (held) =>
        held.organisationId === centreId &&
        held.organisationKind === 'centre' &&
        (held.role === 'admin' || held.role === 'worker'),
    ),
);

export const canSeeRegistration = can(
  'see how a registration stands',
  'the group’s own people, the centres it asked, and the coordinator',
  (actor: Actor, organisationId: string, centreIds: readonly string[]) =>
    hasPositionAt(actor, organisationId) ||
    centreIds.some((centreId) => hasPositionAt(actor, centreId, staff)) ||
    isCoordinator(actor),
);

export const canAnswerRegistration = can(
  'answer a registration for a centre',
  'a worker or admin of that centre',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId, staff),
);

export const canTellCentre = can(
  'answer what a centre asked',
  'an admin of the group',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin']),
);

export const canChangeRecord = can(
  'change an organisation and its services',
  'an admin of it, or a worker or admin of its home centre',
  (actor: Actor, organisation: Kept) =>
    hasPositionAt(actor, organisation.id, ['admin']) ||
    hasPositionAt(actor, organisation.homeCentreId, staff),
);

export const canAnswerBelonging = can(
  'say whether one organisation is part of another',
  'an admin of the one that was asked, or its home centre; the coordinator where there is no centre',
  (actor: Actor, asked: Kept) =>
    canChangeRecord(actor, asked) || (asked.homeCentreId === null && isCoordinator(actor)),
);

export const canCheckRecord = can(
  'say that a record is still right',
  'its people, its home centre, or the holder of a mailed link',
  (actor: Actor, organisation: Kept) =>
    hasPositionAt(actor, organisation.id, staff) || hasPositionAt(actor, organisation.homeCentreId, staff),
);

export const canAskForCheck = can(
  'ask a group by mail whether its record is still right',
  'the coordinator, once a week',
  (actor: Actor) => isCoordinator(actor),
);

export const canCheckByLink = can(
  'say by a mailed link that a record is still right',
  'the holder of the link',
  (actor: Actor, organisationId: string, linkFor: string) =>
    actor.kind !== 'job' && organisationId === linkFor,
);

export const canSeeUnpublished = can(
  'see a record that is not public',
  'its people, the centres it asked, its home centre and the coordinator',
  (actor: Actor, organisation: Kept, centreIds: readonly string[]) =>
    canChangeRecord(actor, organisation) || canSeeRegistration(actor, organisation.id, centreIds),
);

export const canSeePeople = can(
  'see who holds which position',
  'the organisation’s own people and its home centre',
  (actor: Actor, organisation: Kept) =>
    hasPositionAt(actor, organisation.id) || hasPositionAt(actor, organisation.homeCentreId, staff),
);

export const canInvite = can(
  'invite somebody and end a position',
  'an admin of the organisation, with a second key shown just before',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin', 'coordinator']),
);

export const canRuleSecondKeys = can(
  'see who has which second key, take the list away, and ask for one from everybody there',
  'an admin of the organisation, or the coordinator for the hub; with a second key shown just before',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin', 'coordinator']),
);

export const canMakeSure = can(
  'make sure that somebody lost a key or a mailbox, as one of two, and stop that',
  'an admin of the organisation or of its home centre, or the coordinator; with a second key shown just before',
  (actor: Actor, organisation: Kept) =>
    hasPositionAt(actor, organisation.id, ['admin', 'coordinator']) ||
    hasPositionAt(actor, organisation.homeCentreId, ['admin']) ||
    isCoordinator(actor),
);

export const canStopByLink = can(
  'stop that somebody is let back in',
  'the holder of the link that came to the mailbox it is about',
  (actor: Actor) => actor.kind !== 'job',
);

export const canLetIn = can(
  'let in whom two people made sure of',
  'nobody but a job, three days later',
  (actor: Actor) => actor.kind === 'job',
);

export const canPlanLeaving = can(
  'say when somebody leaves and who takes over what',
  'the person, or an admin of the organisation',
  (actor: Actor, one: { organisationId: string; personId: string }) =>
    (isPerson(actor) && actor.personId === one.personId && hasPositionAt(actor, one.organisationId)) ||
    canInvite(actor, one.organisationId),
);

export const canAnswerHandover = can(
  'take something over from somebody who leaves, or decline it',
  'the colleague who was asked',
  (actor: Actor, one: { organisationId: string; takerId: string }) =>
    isPerson(actor) && actor.personId === one.takerId && hasPositionAt(actor, one.organisationId),
);

export const canReadBrief = can(
  'read what somebody new has to know',
  'whoever has a position at the organisation',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId),
);

export const canAppoint = can(
  'give a page to somebody new after two checks, and undo it',
  'a worker or admin of its home centre, and the coordinator',
  (actor: Actor, organisation: Kept) =>
    hasPositionAt(actor, organisation.homeCentreId, staff) || isCoordinator(actor),
);

export const canObject = can(
  'say that an appointment is wrong',
  'whoever was told of it by mail',
  (actor: Actor) => actor.kind !== 'job',
);

export const canEndLeavings = can(
  'end positions on the day that was set',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);

export const canAcceptInvitation = can(
  'accept an invitation',
  'the person whose mailbox it was sent to, signed in with it; the first coordinator by the link that the start prints',
  (actor: Actor, invited: string) => isPerson(actor) && (invited === '' || actor.email === invited),
);

export const canAskQuestions = can(
  'write the centre’s own questions',
  'an admin of that centre',
  (actor: Actor, centreId: string) => hasPositionAt(actor, centreId, ['admin']),
);

export const canNameOwners = can(
  'say how the owner of a list is to be named',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canImport = can(
  'load lists that others hold',
  'the command line',
  (actor: Actor) => actor.kind === 'job',
);

export const canMakeCentre = can(
  'make centres and give them areas',
  'the first filling and the command line',
  (actor: Actor) => {
    return actor.kind === 'job';
  },
);

export const canSetUpCentres = can(
  'add centres, invite their people, and say who answers for which area',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canForget = can(
  'let go of old links, invitations, drafts and reply addresses',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
