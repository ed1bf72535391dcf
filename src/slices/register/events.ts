import { event } from '../../platform/words.ts';

type About = { organisationId: string };

export const organisationRegistered = event<About & { centreIds: string[] }>(
  'register.organisation_registered',
);
export const organisationPublished = event<About>('register.organisation_published');
export const organisationReturned = event<About & { centreId: string }>('register.organisation_returned');
export const organisationRefused = event<About & { centreId: string }>('register.organisation_refused');
export const organisationChanged = event<About & { fields: string[] }>('register.organisation_changed');
export const organisationStateChanged = event<About & { state: string }>(
  'register.organisation_state_changed',
);
export const organisationsImported = event<{ organisationIds: string[]; source: string }>(
  'register.organisations_imported',
);
/** One batch of an import that was taken back. */
export const importUndone = event<{
  importId: string;
  organisationIds: string[];
  serviceIds: string[];
  undone: number;
  kept: number;
}>('register.import_undone');
export const servicesImported = event<{ serviceIds: string[]; source: string }>('register.services_imported');
/** The list they came from no longer has them. */
export const servicesGone = event<{ serviceIds: string[]; source: string }>('register.services_gone');

export const centreAnswered = event<About & { centreId: string; answer: string }>('register.centre_answered');
export const centreAsked = event<About & { centreId: string }>('register.centre_asked');
export const centreTold = event<About & { centreId: string }>('register.centre_told');
export const foundNotTheSame = event<About & { otherIds: string[] }>('register.found_not_the_same');
export const appealMade = event<About & { appealId: string }>('register.appeal_made');
export const appealAnswered = event<About & { appealId: string; answer: string }>('register.appeal_answered');

export const serviceAdded = event<About & { serviceId: string }>('register.service_added');
export const serviceChanged = event<About & { serviceId: string; fields: string[] }>(
  'register.service_changed',
);

/** Something new waits for the first look of the home centre; it answers, or looks at what went live at once. */
export const serviceAsked = event<About & { serviceId: string }>('register.service_asked');
export const serviceAnswered = event<About & { serviceId: string; answer: string }>(
  'register.service_answered',
);
export const trustChanged = event<About & { trusted: boolean }>('register.trust_changed');

export const recordChecked = event<About & { serviceIds: string[] }>('register.record_checked');
export const freshnessChanged = event<About & { serviceIds: string[]; own: boolean; freshness: string }>(
  'register.freshness_changed',
);

type Recovery = About & { recoveryId: string; personId: string };

export const recoveryAsked = event<Recovery & { lost: string }>('register.recovery_asked');
export const recoveryAgreed = event<Recovery>('register.recovery_agreed');
export const recoveryStopped = event<Recovery & { by: 'one of the checkers' | 'the person' | 'link' | 'us' }>(
  'register.recovery_stopped',
);
export const recoveryDone = event<Recovery>('register.recovery_done');

/** Whether everybody with a place there needs a second key. */
export const secondKeyRule = event<About & { required: boolean }>('register.second_key_rule');
export const personInvited = event<About & { invitationId: string; role: string }>('register.person_invited');
export const invitationAccepted = event<About & { personId: string; role: string }>(
  'register.invitation_accepted',
);
export const invitationRevoked = event<About & { invitationId: string }>('register.invitation_revoked');
export const positionGiven = event<About & { personId: string; role: string }>('register.position_given');
export const positionEnded = event<About & { personId: string; role: string }>('register.position_ended');

export const leavingBegun = event<About & { leavingId: string; personId: string }>('register.leaving_begun');
export const leavingChanged = event<About & { leavingId: string }>('register.leaving_changed');
export const leavingCalledOff = event<About & { leavingId: string; personId: string }>(
  'register.leaving_called_off',
);
export const leavingStuck = event<About & { leavingId: string; personId: string }>('register.leaving_stuck');
export const leavingEnded = event<About & { leavingId: string; personId: string }>('register.leaving_ended');
export const handoverOffered = event<About & { leavingId: string; personId: string; things: number }>(
  'register.handover_offered',
);
export const handoverAnswered = event<About & { leavingId: string; handoverId: string; answer: string }>(
  'register.handover_answered',
);
export const appointmentMade = event<About & { appointmentId: string }>('register.appointment_made');
export const appointmentConfirmed = event<About & { appointmentId: string }>(
  'register.appointment_confirmed',
);
export const appointmentEnded = event<About & { appointmentId: string; state: string }>(
  'register.appointment_ended',
);

export const organisationClaimed = event<About & { claimId: string }>('register.organisation_claimed');
export const claimAnswered = event<About & { claimId: string; answer: string }>('register.claim_answered');
export const formTaken = event<About & { centreId: string; how: string }>('register.form_taken');
export const takenConfirmed = event<About & { how: string }>('register.taken_confirmed');
export const belongingAsked = event<About & { belongingId: string }>('register.belonging_asked');
export const belongingAnswered = event<About & { belongingId: string; answer: string }>(
  'register.belonging_answered',
);
type Merged = About & { goneId: string; organisationIds: string[]; serviceIds: string[] };

/** Two records became one; the organisation is the one that stays. */
export const organisationMerged = event<Merged>('register.organisation_merged');
export const organisationSeparated = event<Merged>('register.organisation_separated');
export const belongingChanged = event<
  About & { organisationIds: string[]; parentId: string | null; link: string }
>('register.belonging_changed');
/** What somebody changed in a time was taken back. */
export const changesTakenBack = event<{ personId: string; taken: number; kept: number }>(
  'register.changes_taken_back',
);
/** The only person who runs a page was not here for months. */
export const quietAdminReminded = event<About>('register.quiet_admin_reminded');
export const quietTold = event<About>('register.quiet_told');
export const claimProved = event<About & { claimId: string }>('register.claim_proved');
export const claimObjected = event<About & { claimId: string }>('register.claim_objected');
export const changeSuggested = event<About & { suggestionId: string }>('register.change_suggested');
export const suggestionHeld = event<About & { suggestionId: string; signs: string[] }>(
  'register.suggestion_held',
);
export const suggestionProved = event<About & { suggestionId: string; by: 'work' | 'code' }>(
  'register.suggestion_proved',
);
export const suggestionJudged = event<About & { suggestionId: string; answer: string }>(
  'register.suggestion_judged',
);
export const suggestionAnswered = event<About & { suggestionId: string; answer: string }>(
  'register.suggestion_answered',
);
export const centreMade = event<About & { areaCodes: string[] }>('register.centre_made');
export const coverChanged = event<{ areaCodes: string[] }>('register.cover_changed');
export const questionAdded = event<About & { questionId: string }>('register.question_added');
export const questionRetired = event<About & { questionId: string }>('register.question_retired');
export const checkAsked = event<About & { serviceIds: string[]; freshness: string }>('register.check_asked');

/** After these all that is said of a record may read differently. */
export const wholeRecord = [
  organisationPublished,
  organisationChanged,
  organisationStateChanged,
  organisationMerged,
  organisationSeparated,
  recordChecked,
  freshnessChanged,
  centreMade,
  belongingChanged,
  serviceAdded,
  serviceChanged,
].map((event) => event.name);
