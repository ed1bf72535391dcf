import { type Actor, can } from '../../../platform/permit.ts';

export const canImportRoles = can(
  'bring in volunteering roles of a list that others hold',
  'nobody but a job, or the command line',
  (actor: Actor) => actor.kind === 'job',
);
