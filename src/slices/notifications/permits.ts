import { type Actor, can, isCoordinator, isPerson } from '../../platform/permit.ts';

export const canWriteMessages = can(
  'write messages about what happened',
  'nobody but a job',
  (actor: Actor) => {
    return actor.kind === 'job';
  },
);

export const canNoteBounces = can(
  'mark a mailbox from which mail comes back, or say that it works again',
  'the mail server, by a command of this machine',
  (actor: Actor) => actor.kind === 'job',
);

export const canForgetMail = can('let go of old mail', 'nobody but a job', (actor: Actor) => {
  return actor.kind === 'job';
});

export const canSendAgain = can('have a mail that failed sent again', 'the coordinator', (actor: Actor) =>
  isCoordinator(actor),
);

export const canFollow = can(
  'follow an organisation, and say when to hear of it',
  'whoever is signed in, for themselves',
  (actor: Actor) => isPerson(actor),
);

export const canStopByLink = can(
  'stop all news by mail',
  'the holder of the link in one of them',
  (actor: Actor) => actor.kind !== 'job',
);
