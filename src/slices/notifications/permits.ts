import { type Actor, can } from '../../platform/permit.ts';

export const canWriteMessages = can(
  'write messages about what happened',
  'nobody but a job',
  (actor: Actor) => {
    return actor.kind === 'job';
  },
);

export const canForgetMail = can('let go of old mail', 'nobody but a job', (actor: Actor) => {
  return actor.kind === 'job';
});
