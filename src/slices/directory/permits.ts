import { can, isCoordinator } from '../../platform/permit.ts';

export const canReportGap = can('say that something is missing here', 'anyone', () => true);

export const canRemakeDocuments = can(
  'make all search documents again',
  'nobody by a page; a job or a command does',
  (actor) => actor.kind === 'job',
);

export const canSeeUnmet = can('see what people looked for and did not find', 'the coordinator', (actor) =>
  isCoordinator(actor),
);

export const canEditSynonyms = can('say which words mean the same in a search', 'the coordinator', (actor) =>
  isCoordinator(actor),
);
