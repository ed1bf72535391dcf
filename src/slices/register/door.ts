export { addQuestion, makeBody, type NewBody, type NewQuestion } from './actions/centre.ts';
export { linkForFirstCoordinator } from './actions/first-coordinator.ts';
export { type ImportOptions, importOrganisations } from './actions/import.ts';
export { markGone } from './actions/import-gone.ts';
export { nameOwner } from './actions/import-owner.ts';
export { setParents } from './actions/import-parents.ts';
export { importLinks, importLocations } from './actions/import-places.ts';
export { importServices } from './actions/import-services.ts';
export { takeBack } from './actions/import-undo.ts';
export { mergeRecords } from './actions/merging.ts';
export { importCharities } from './actions/official.ts';
export { ownerAt } from './actions/owner.ts';
export { invitePerson } from './actions/people.ts';
export { separateRecords } from './actions/separating.ts';
export { access, languages, waysIn } from './lists/access.ts';
export { days } from './lists/days.ts';
export { organisationKinds } from './lists/kinds.ts';
export { peopleServed } from './lists/people-served.ts';
export { themes } from './lists/themes.ts';
export { cardWords } from './pages/card.ts';
export { namedLike, openBelonging } from './queries/belonging.ts';
export { candidates } from './queries/candidates.ts';
export { cardFacts } from './queries/cards.ts';
export { exportedOrganisations, exportedServices } from './queries/export.ts';
export { goneFromList } from './queries/gone.ts';
export { changedFields, importedThings, keptThings } from './queries/import-undo.ts';
export { logoOf } from './queries/logo.ts';
export { mergeSide, mergeValues } from './queries/merging.ts';
export { organisationNamed } from './queries/named.ts';
export { cardsByIds, hubId, organisation } from './queries/organisation.ts';
export { holders } from './queries/people.ts';
export { picturesOf } from './queries/pictures.ts';
export { mailboxesOf, mailboxOf } from './queries/receivers.ts';
export { centreIdsOf } from './queries/registration.ts';
export { servicesOf } from './queries/services.ts';
export { freshnessWords } from './rules/freshness.ts';
export { changedSince, differingFields, isRegistration, takenAtFirst, whyNotMerge } from './rules/merging.ts';
export { isSampled, waitsForLook } from './rules/trusting.ts';
export { organisationColumns, serviceColumns } from './words/export.ts';
export { fieldWords, valueWords } from './words/fields.ts';
export type { GivenOrganisation, GivenPlace, GivenValues, Identifier, Outcome } from './words/import.ts';
export type {
  Answer,
  GivenLink,
  GivenLocation,
  GivenSchedule,
  GivenService,
  GivenServiceValues,
} from './words/import-services.ts';
export type { KeptThing } from './words/import-undo.ts';
export { MergeDone, type MergeField, type MergeSide, mergeFields } from './words/merging.ts';
export type { GivenCharity } from './words/official.ts';
export { InvitePosition } from './words/positions.ts';
export type { Freshness, Organisation } from './words/records.ts';
