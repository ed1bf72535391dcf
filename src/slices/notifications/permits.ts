import { type Actor, can, isCoordinator } from '../../platform/permit.ts';

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
