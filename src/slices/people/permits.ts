import { type Actor, can, isPerson } from '../../platform/permit.ts';

export const canSeeOwnPage = can('see and change their own page', 'the person', (actor: Actor) =>
  isPerson(actor),
);

export const canEndSession = can('end a session', 'the person whose session it is', (actor: Actor) =>
  isPerson(actor),
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
