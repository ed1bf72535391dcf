import type { Contribution } from '../../platform/contributions.ts';
import {
  importUndone,
  organisationStateChanged,
  organisationsImported,
  trustChanged,
  wholeRecord,
} from '../register/events.ts';
import { hearOfTrust } from './actions/checking.ts';
import { endDays, nextDayOver } from './actions/employers/hosting.ts';
import { beginNight } from './actions/matching/night.ts';
import { hearOfRoles } from './actions/matching/open-roles.ts';
import { forgetBirthdays, forgetOldWishes, leaveWishes } from './actions/matching/wishes.ts';
import { endRoles, hearOfClosing, warnOfEnd } from './actions/moving.ts';
import { touchesRole } from './events.ts';
import { employerMessages } from './jobs/employer-letters.ts';
import { letters } from './jobs/letters.ts';
import { canKeepEmployerDay } from './permits/employers.ts';
import { canKeepRolesFor } from './permits.ts';
import { describeChecks } from './queries/checks.ts';
import { drivesPanel, heldByDrives, ownedByDrives, suggestedPanel } from './queries/drives/held.ts';
import { nextOver, nextWarning } from './queries/due.ts';
import { describeDays, describeHosts } from './queries/employers/days.ts';
import { employerPanel, heldByEmployerDays, ownedByEmployerDays } from './queries/employers/panels.ts';
import { held } from './queries/held.ts';
import { heldByMatching } from './queries/matching/held.ts';
import { nextMatching } from './queries/matching/night.ts';
import { wishesPanel } from './queries/matching/panels.ts';
import { owned } from './queries/owned.ts';
import { keptRoles, openRoles } from './queries/panels.ts';
import { touchedRoles } from './queries/touched.ts';
import { roles } from './urls.ts';

/** After these a role may read differently, or be somewhere else. */
const touching = [...touchesRole, ...wholeRecord, organisationsImported.name, importUndone.name];

export const contributes: Contribution = {
  slice: 'volunteering',
  subscribers: [
    { events: [trustChanged.name], hear: hearOfTrust },
    { events: [organisationStateChanged.name], hear: hearOfClosing },
    { events: touching, hear: hearOfRoles },
  ],
  messages: [...letters, ...employerMessages],
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
  ],
  due: [
    { name: 'last days of roles', next: nextOver, run: endRoles },
    { name: 'last days of roles that are near', next: nextWarning, run: warnOfEnd },
    { name: 'roles that fit people', next: nextMatching, run: beginNight },
    { name: 'employers’ days that are over', next: nextDayOver, run: endDays },
  ],
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
  organisationPanels: [openRoles, keptRoles, drivesPanel, employerPanel],
  panels: [wishesPanel, suggestedPanel],
  heldAbout: [...held, ...heldByMatching, ...heldByDrives, ...heldByEmployerDays],
  leaving: [{ inTheWay: () => Promise.resolve([]), end: leaveWishes }],
  retain: [
    {
      ...{ name: 'wishes', what: 'What you would like to do as a volunteer', run: forgetOldWishes },
      after: 'two years after you changed it last',
    },
    {
      ...{ name: 'birthdays', what: 'The birthday of a young volunteer', run: forgetBirthdays },
      after: 'the day they are 18',
    },
  ],
  ownedBy: [...owned, ownedByDrives, ...ownedByEmployerDays],
};
