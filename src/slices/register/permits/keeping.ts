import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../../platform/permit.ts';
import { canChangeRecord, type Kept } from '../permits.ts';

const staff = ['admin', 'worker'] as const;

/** The centre that somebody works for, if any. */
export function centreOf(actor: Actor): string | undefined {
  const works = (held: Actor['positions'][number]) =>
    held.organisationKind === 'centre' && (held.role === 'admin' || held.role === 'worker');
  return actor.positions.find(works)?.organisationId;
}

export const canClaim = can(
  'say that an imported record is theirs',
  'whoever is signed in',
  (actor: Actor) => {
    return isPerson(actor);
  },
);

export const canProveClaim = can(
  'say that somebody who claims a record belongs to it',
  'the holder of the link that went to the address on the record',
  (actor: Actor) => actor.kind !== 'job',
);

export const canObjectToClaim = can(
  'say that a claim of a record is wrong',
  'an admin of it',
  (actor: Actor, claim: { organisationId: string }) => hasPositionAt(actor, claim.organisationId, ['admin']),
);

export const canAppealClaim = can(
  'ask the hub to look again at a declined claim',
  'whoever made the claim',
  (actor: Actor, claim: { personId: string }) => isPerson(actor) && actor.personId === claim.personId,
);

export const canKeepFor = can(
  'answer claims and suggested changes',
  'a worker or admin of the home centre; the coordinator where there is none',
  (actor: Actor, homeCentreId: string | null) =>
    hasPositionAt(actor, homeCentreId, [...staff, 'coordinator']),
);

export const canKeepRecordsFor = can(
  'see that a change was suggested to an organisation or its groups',
  'an admin of it; a worker, too, where it is a centre; the coordinator where it is the hub',
  (actor: Actor, organisationId: string) =>
    hasPositionAt(actor, organisationId, ['admin', 'coordinator']) ||
    actor.positions.some(
      (held) =>
        held.organisationId === organisationId &&
        held.role === 'worker' &&
        held.organisationKind === 'centre',
    ),
);

export const canAnswerSuggestion = can(
  'answer a suggested change',
  'an admin of the organisation or its home centre; the coordinator where there is no centre',
  (actor: Actor, organisation: Kept) =>
    canChangeRecord(actor, organisation) || (organisation.homeCentreId === null && isCoordinator(actor)),
);

export const canSuggestEdit = can(
  'suggest what should stand in a record, field by field',
  'whoever is signed in',
  (actor: Actor) => isPerson(actor),
);

export const canSeeSuggestion = can(
  'see what became of a suggested change',
  'whoever made it, while signed in',
  (actor: Actor, made: { personId: string | null }) => isPerson(actor) && actor.personId === made.personId,
);

export const canSuggest = can('say that something is wrong', 'anyone', () => true);

export const canProveSent = can(
  'show that no program sent what was held, by work of the browser or a code by e-mail',
  'whoever sent it, by the address they were led to',
  (actor: Actor) => actor.kind !== 'job',
);

export const canSeeToQuiet = can(
  'write to the only person who runs a page and was not here for months, or to its home centre',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canTakeAllBack = can(
  'take back everything somebody changed in a time, after looking at it',
  'the coordinator, with a second key and a reason',
  (actor: Actor) => isCoordinator(actor),
);

export const canAppeal = can(
  'ask the hub to look again at a refusal',
  'an admin of the group that was refused',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin']),
);

export const canAnswerAppeal = can('answer an appeal', 'the coordinator, with a reason', (actor: Actor) => {
  return isCoordinator(actor);
});

export const canJudgeHeld = can(
  'read what was held back, and let it through or call it spam',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);
