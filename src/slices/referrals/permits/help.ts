import { type Actor, can, hasPositionAt, isPerson } from '../../../platform/permit.ts';

/** At the hub a coordinator answers what came to the hub; elsewhere that rank opens nothing. */
const staff = ['admin', 'worker', 'link-worker', 'coordinator'];

interface Sides {
  readonly organisationId: string;
  readonly takenByOrganisationId: string | null;
}

export const canAskForHelp = can(
  'ask for help, for themselves or for somebody who agrees',
  'anyone',
  (actor: Actor) => actor.kind !== 'job',
);

export const canSeeOwnRequest = can(
  'see how far their request for help is',
  'whoever holds its link',
  (_actor: Actor, holdsLink: boolean) => holdsLink,
);

/** Organisations for which somebody may write down what a caller asks for, or answer. */
export function helpersOf(actor: Actor): string[] {
  const held = actor.positions.filter(({ role }) => staff.includes(role));
  return [...new Set(held.map((one) => one.organisationId))];
}

export const canTakeHelpFor = can(
  'write down a request for help for a caller',
  'workers, admins and link workers, in the name of their organisation',
  (actor: Actor, organisationId: string) => isPerson(actor) && hasPositionAt(actor, organisationId, staff),
);

export const canSeeHelp = can(
  'see a request for help and how far it is',
  'workers, admins and link workers of whoever answers it and of whoever took it',
  (actor: Actor, one: Sides) =>
    hasPositionAt(actor, one.organisationId, staff) || hasPositionAt(actor, one.takenByOrganisationId, staff),
);

export const canAnswerHelp = can(
  'read what somebody who asks for help wrote, take it up and answer it',
  'workers, admins and link workers of whoever it went to, each with a second key',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, staff),
);

export const canForgetHelp = can(
  'let go of what people wrote who asked for help',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
