import { can, hasPositionAt, isCoordinator } from '../../platform/permit.ts';

export const canImport = can('load lists that others hold', 'the command line', (actor) => {
  return actor.kind === 'job';
});

export const canSeeImports = can('see which lists were loaded', 'the coordinator', (actor) => {
  return isCoordinator(actor);
});

export const canImportAreas = can('bring in a file of areas through the page', 'the coordinator', (actor) => {
  return isCoordinator(actor);
});

export const canKeepFeeds = can('add, pause and remove feeds of services', 'the coordinator', (actor) => {
  return isCoordinator(actor);
});

export const canReadFeeds = can('read feeds when they are due', 'the network itself', (actor) => {
  return actor.kind === 'job';
});

export const canBringInLists = can('bring in a list through the page', 'the coordinator', (actor) => {
  return isCoordinator(actor);
});

export const canTakeEverything = can(
  'take everything that an organisation keeps here with them',
  'an admin of it',
  (actor, organisationId: string) => hasPositionAt(actor, organisationId, ['admin']),
);
