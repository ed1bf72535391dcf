import type { Contribution } from '../../platform/contributions.ts';
import { loopClimbed } from '../loops/events.ts';
import {
  importUndone,
  organisationStateChanged,
  organisationsImported,
  trustChanged,
  wholeRecord,
} from '../register/events.ts';
import {
  askHowItIs,
  expireIntroductions,
  forgetAnswers,
  forgetAskers,
  hearOfClimb,
  hearOfRole,
} from './actions/brokerage/clockwork.ts';
import { stopWhatStandsOnConsent } from './actions/brokerage/stopping.ts';
import { hearOfTrust } from './actions/checking.ts';
import { endDays, nextDayOver } from './actions/employers/hosting.ts';
import { beginNight } from './actions/matching/night.ts';
import { hearOfRoles } from './actions/matching/open-roles.ts';
import { forgetBirthdays, forgetOldWishes, leaveWishes } from './actions/matching/wishes.ts';
import { endRoles, hearOfClosing, warnOfEnd } from './actions/moving.ts';
import { roleExpired, roleStateChanged, touchesRole } from './events.ts';
import { brokerageLetters } from './jobs/brokerage-letters.ts';
import { employerMessages } from './jobs/employer-letters.ts';
import { letters } from './jobs/letters.ts';
import { uses } from './lists/uses.ts';
import { canAnswerIntroduction, canKeepEnquiries } from './permits/brokerage.ts';
import { canKeepEmployerDay } from './permits/employers.ts';
import { canKeepRolesFor } from './permits.ts';
import { heldEnquiries, ownedEnquiries } from './queries/brokerage/held.ts';
import { nextExpiry, nextFollowUp } from './queries/brokerage/introductions.ts';
import { brokerageAt } from './queries/brokerage/panels.ts';
import { describeEnquiries } from './queries/brokerage/promises.ts';
import { describeChecks } from './queries/checks.ts';
import { drivesPanel, heldByDrives, ownedByDrives, suggestedPanel } from './queries/drives/held.ts';
import { nextOver, nextWarning } from './queries/due.ts';
import { describeDays, describeHosts } from './queries/employers/days.ts';
import { employerPanel, heldByEmployerDays, ownedByEmployerDays } from './queries/employers/panels.ts';
import { held } from './queries/held.ts';
import { heldByMatching } from './queries/matching/held.ts';
import { nextMatching } from './queries/matching/night.ts';
import { volunteeringPanel } from './queries/own-panel.ts';
import { owned } from './queries/owned.ts';
import { keptRoles, openRoles } from './queries/panels.ts';
import { touchedRoles } from './queries/touched.ts';
import { roles } from './urls.ts';

/** After these a role may read differently, or be somewhere else. */
const touching = [...touchesRole, ...wholeRecord, organisationsImported.name, importUndone.name];

export const contributes: Contribution = {
  slice: 'volunteering',
  uses,
  subscribers: [
    { events: [trustChanged.name], hear: hearOfTrust },
    { events: [organisationStateChanged.name], hear: hearOfClosing },
    { events: touching, hear: hearOfRoles },
    { events: [loopClimbed.name], hear: hearOfClimb },
    { events: [roleStateChanged.name, roleExpired.name], hear: hearOfRole },
    stopWhatStandsOnConsent,
  ],
  messages: [...letters, ...employerMessages, ...brokerageLetters],
  loopKinds: [
    {
      kind: 'role-check',
      label: 'Volunteering role',
      mayAnswer: canKeepRolesFor,
      describe: describeChecks,
    },
    {
      ...{ kind: 'employer-day', label: 'Employer’s day', mayAnswer: canKeepEmployerDay },
      describe: describeDays,
    },
    {
      ...{ kind: 'employer-host', label: 'How the day was', mayAnswer: canKeepEmployerDay },
      describe: describeHosts,
    },
    {
      ...{ kind: 'enquiry', label: 'Volunteering enquiry', mayAnswer: canKeepEnquiries },
      describe: describeEnquiries,
    },
    {
      ...{ kind: 'introduction', label: 'Volunteer introduced', mayAnswer: canAnswerIntroduction },
      describe: describeEnquiries,
    },
    {
      ...{ kind: 'placement', label: 'Volunteer before the start', mayAnswer: canAnswerIntroduction },
      describe: describeEnquiries,
    },
  ],
  due: [
    { name: 'last days of roles', next: nextOver, run: endRoles },
    { name: 'last days of roles that are near', next: nextWarning, run: warnOfEnd },
    { name: 'roles that fit people', next: nextMatching, run: beginNight },
    { name: 'employers’ days that are over', next: nextDayOver, run: endDays },
    { name: 'introductions that nobody opened', next: nextExpiry, run: expireIntroductions },
    { name: 'volunteers after six weeks', next: nextFollowUp, run: askHowItIs },
  ],
  panels: [volunteeringPanel, suggestedPanel],
  documents: [
    {
      kind: 'role',
      label: 'Volunteering role',
      plural: 'Volunteering roles',
      view: 'volunteering.search_document',
      placesView: 'volunteering.search_place',
      touchedBy: touching,
      touched: touchedRoles,
      url: roles.one,
    },
  ],
  organisationPanels: [openRoles, keptRoles, brokerageAt, drivesPanel, employerPanel],
  heldAbout: [...held, ...heldEnquiries, ...heldByMatching, ...heldByDrives, ...heldByEmployerDays],
  leaving: [{ inTheWay: () => Promise.resolve([]), end: leaveWishes }],
  retain: [
    {
      ...{ name: 'volunteers', what: 'Who asked about volunteering, and what they said', run: forgetAskers },
      after: 'twelve months after it was over',
    },
    {
      ...{ name: 'unsent-questions', what: 'What you wrote about volunteering and did not send' },
      ...{ after: 'a day', run: forgetAnswers },
    },
    {
      ...{ name: 'wishes', what: 'What you would like to do as a volunteer', run: forgetOldWishes },
      after: 'two years after you changed it last',
    },
    {
      ...{ name: 'birthdays', what: 'The birthday of a young volunteer', run: forgetBirthdays },
      after: 'the day they are 18',
    },
  ],
  ownedBy: [...owned, ...ownedEnquiries, ownedByDrives, ...ownedByEmployerDays],
};
