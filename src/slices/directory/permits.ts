import { can, isCoordinator, isPerson } from '../../platform/permit.ts';

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

export const canSaveSearches = can(
  'save a search, and say when to hear what is new in it',
  'whoever is signed in, for themselves',
  (actor) => isPerson(actor),
);

export const canStopSearchesByLink = can(
  'stop all letters about searches',
  'the holder of the link in one of them',
  (actor) => actor.kind !== 'job',
);

export const canLookForNews = can(
  'look by what others have saved, and write to them',
  'nobody but a job',
  (actor) => {
    return actor.kind === 'job';
  },
);

export const canForgetStopLinks = can('let go of old links under letters', 'nobody but a job', (actor) => {
  return actor.kind === 'job';
});
