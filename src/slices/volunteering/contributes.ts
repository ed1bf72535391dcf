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
import { endRoles, hearOfClosing, warnOfEnd } from './actions/moving.ts';
import { roleExpired, roleStateChanged, touchesRole } from './events.ts';
import { brokerageLetters } from './jobs/brokerage-letters.ts';
import { letters } from './jobs/letters.ts';
import { canAnswerIntroduction, canKeepEnquiries } from './permits/brokerage.ts';
import { canKeepRolesFor } from './permits.ts';
import { heldEnquiries, ownedEnquiries } from './queries/brokerage/held.ts';
import { nextExpiry, nextFollowUp } from './queries/brokerage/introductions.ts';
import { brokerageAt, ownVolunteering } from './queries/brokerage/panels.ts';
import { describeEnquiries } from './queries/brokerage/promises.ts';
import { describeChecks } from './queries/checks.ts';
import { nextOver, nextWarning } from './queries/due.ts';
import { held } from './queries/held.ts';
import { owned } from './queries/owned.ts';
import { keptRoles, openRoles } from './queries/panels.ts';
import { touchedRoles } from './queries/touched.ts';
import { roles } from './urls.ts';

export const contributes: Contribution = {
  slice: 'volunteering',
  subscribers: [
    { events: [trustChanged.name], hear: hearOfTrust },
    { events: [organisationStateChanged.name], hear: hearOfClosing },
    { events: [loopClimbed.name], hear: hearOfClimb },
    { events: [roleStateChanged.name, roleExpired.name], hear: hearOfRole },
    stopWhatStandsOnConsent,
  ],
  messages: [...letters, ...brokerageLetters],
  loopKinds: [
    {
      kind: 'role-check',
      label: 'Volunteering role',
      mayAnswer: canKeepRolesFor,
      describe: describeChecks,
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
    { name: 'introductions that nobody opened', next: nextExpiry, run: expireIntroductions },
    { name: 'volunteers after six weeks', next: nextFollowUp, run: askHowItIs },
  ],
  panels: [ownVolunteering],
  documents: [
    {
      kind: 'role',
      label: 'Volunteering role',
      plural: 'Volunteering roles',
      view: 'volunteering.search_document',
      placesView: 'volunteering.search_place',
      touchedBy: [...touchesRole, ...wholeRecord, organisationsImported.name, importUndone.name],
      touched: touchedRoles,
      url: roles.one,
    },
  ],
  organisationPanels: [openRoles, keptRoles, brokerageAt],
  heldAbout: [...held, ...heldEnquiries],
  ownedBy: [...owned, ...ownedEnquiries],
  retain: [
    {
      ...{ name: 'volunteers', what: 'Who asked about volunteering, and what they said', run: forgetAskers },
      after: 'twelve months after it was over',
    },
    {
      ...{ name: 'unsent-questions', what: 'What you wrote about volunteering and did not send' },
      ...{ after: 'a day', run: forgetAnswers },
    },
  ],
};
