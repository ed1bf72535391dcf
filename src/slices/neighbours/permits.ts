import { type Actor, can, hasPositionAt, isCoordinator, isPerson } from '../../platform/permit.ts';

const staff = ['admin', 'worker'];
const keepers = [...staff, 'coordinator'];

/** Groups and others that do something for people; a centre knows its groups by its own work. */
function isGroup(kind: string): boolean {
  return kind !== 'centre' && kind !== 'hub';
}

/** The organisations for which somebody may say hello. */
export function greetersOf(actor: Actor): string[] {
  const held = actor.positions.filter((one) => isGroup(one.organisationKind) && staff.includes(one.role));
  return [...new Set(held.map((one) => one.organisationId))];
}

export const canSeeNeighbours = can(
  'see which groups could be worth knowing',
  'whoever is signed in, for the groups whose admin or worker they are',
  (actor: Actor) => isPerson(actor),
);

export const canSayHello = can(
  'say hello to other groups, say which ones their own group knows, and whether it takes hellos',
  'an admin or worker of the group',
  (actor: Actor, organisationId: string) => greetersOf(actor).includes(organisationId),
);

/** The group that was greeted, and the organisation that keeps the promise now: it may have climbed. */
interface Greeted {
  toId: string;
  keptBy: string | undefined;
}

export const canAnswerHello = can(
  'answer a hello',
  'an admin or worker of the group; once it is late also whoever it has climbed to, for what the group told them',
  (actor: Actor, { toId, keptBy }: Greeted) =>
    hasPositionAt(actor, toId, staff) || (keptBy !== undefined && hasPositionAt(actor, keptBy, keepers)),
);

export const canKeepHelloFor = can(
  'see that a hello waits for an answer',
  'an admin or worker of the organisation it is with; the coordinator where that is the hub',
  (actor: Actor, organisationId: string) => hasPositionAt(actor, organisationId, keepers),
);

export const canSeeHello = can(
  'look at a hello',
  'the two groups, and whoever it has climbed to; the coordinator, without the words',
  (actor: Actor, { fromId, ...greeted }: Greeted & { fromId: string }) =>
    hasPositionAt(actor, fromId, staff) || canAnswerHello(actor, greeted) || isCoordinator(actor),
);

export const canSeeWhoIsAlone = can(
  'see which groups know no other group',
  'the coordinator',
  (actor: Actor) => isCoordinator(actor),
);

export const canEditPairs = can('say which needs go together', 'the coordinator', (actor: Actor) =>
  isCoordinator(actor),
);

export const canForgetHellos = can(
  'let go of old hellos',
  'nobody but a job',
  (actor: Actor) => actor.kind === 'job',
);
