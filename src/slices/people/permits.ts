import { type Actor, can, hasPositionAt, isPerson } from '../../platform/permit.ts';

export const canSeeOwnPage = can('see and change their own page', 'the person', (actor: Actor) =>
  isPerson(actor),
);

export const canViewAs = can(
  'see the pages as the public, somebody of another group or of a funder sees them, without doing anything',
  'whoever has a position',
  (actor: Actor) => isPerson(actor) && actor.positions.length > 0,
);

export const canChangeMailbox = can(
  'change the mailbox of the account',
  'the person, with a second key where there is one, by a link that came to the new mailbox',
  (actor: Actor) => isPerson(actor),
);

export const canUndoMailbox = can(
  'take an account back to the mailbox it had',
  'the holder of the link that came to that mailbox, for seven days',
  (actor: Actor) => actor.kind !== 'job',
);

export const canLetBackIn = can(
  'let somebody back in who lost a key or a mailbox',
  'a job, three days after the second of two people made sure; a command of whoever runs the machine',
  (actor: Actor) => actor.kind === 'job',
);

export const canCloseAccount = can(
  'close the account',
  'the person, once nothing is left that only they look after',
  (actor: Actor) => isPerson(actor),
);

export const canEndSession = can('end a session', 'the person whose session it is', (actor: Actor) =>
  isPerson(actor),
);

export const canKeepKeys = can(
  'add, name and remove second keys',
  'the person whose keys they are; once there is one, it has to be shown just before',
  (actor: Actor) => isPerson(actor),
);

export const canShowSecondKey = can(
  'show a second key',
  'whoever is signed in, in their own session',
  (actor: Actor) => isPerson(actor),
);

export const canPassInPractice = can(
  'go on as if a second key had been shown',
  'anyone at this machine, in a practice network only',
  (_actor: Actor, where: { practice: boolean; loopback: boolean }) => where.practice && where.loopback,
);

export const canSignInAs = can(
  'sign in as somebody of the cast',
  'anyone at this machine, in a practice network only',
  (_actor: Actor, practice: boolean) => practice,
);

export const canBringIn = can(
  'bring a person in without asking them',
  'a command or the first filling',
  (actor: Actor) => {
    return actor.kind === 'job';
  },
);

export const canForgetSignIns = can(
  'let go of old codes and sessions',
  'nobody but a job',
  (actor: Actor) => {
    return actor.kind === 'job';
  },
);

/** Bodies with a department for accounts. A name on the sign-in page is trusted, so not everybody may put one there. */
const withProviders = ['centre', 'hub', 'public', 'national', 'practice'];

export const canSetProvider = can(
  'say where the people of an organisation sign in elsewhere',
  'an admin of a centre, the hub, a public or national body or a practice, with a second key shown just before',
  (actor: Actor, organisationId: string) =>
    actor.positions.some(
      (held) =>
        held.organisationId === organisationId &&
        ['admin', 'coordinator'].includes(held.role) &&
        withProviders.includes(held.organisationKind),
    ),
);

export const canLinkAccount = can(
  'link an account at their organisation, and take the link away',
  'whoever has a position there, once a second key was shown where there is one',
  (actor: Actor, organisationId: string) => isPerson(actor) && hasPositionAt(actor, organisationId),
);
