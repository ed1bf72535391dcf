import { type Actor, can, isCoordinator } from '../../platform/permit.ts';

export const canMakeNetwork = can('make the network', 'nobody by a page; the first start does', (actor) => {
  return actor.kind === 'job';
});

export const canReadMetrics = can(
  'read the numbers of the server',
  'this machine, and whoever shows the token',
  (_actor, from: { direct: boolean; showsToken: boolean }) => from.direct || from.showsToken,
);

export const canSeeBackups = can('see how the backups went', 'the coordinator', (actor: Actor) =>
  isCoordinator(actor),
);

export const canMoveClock = can(
  'move network time on',
  'anyone at this machine, in a practice network only',
  (actor, practice: boolean) => {
    return practice && actor.kind !== 'link';
  },
);

export const canChangeSettings = can(
  'change the network’s words, promise, clocks and looks, and open its front door',
  'the coordinator',
  (actor) => isCoordinator(actor),
);
