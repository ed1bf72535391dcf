import type { Contribution } from '../../platform/contributions.ts';
import {
  importUndone,
  organisationStateChanged,
  organisationsImported,
  trustChanged,
  wholeRecord,
} from '../register/events.ts';
import { hearOfTrust } from './actions/checking.ts';
import { endRoles, hearOfClosing, warnOfEnd } from './actions/moving.ts';
import { touchesRole } from './events.ts';
import { letters } from './jobs/letters.ts';
import { canKeepRolesFor } from './permits.ts';
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
  ],
  messages: letters,
  loopKinds: [
    {
      kind: 'role-check',
      label: 'Volunteering role',
      mayAnswer: canKeepRolesFor,
      describe: describeChecks,
    },
  ],
  due: [
    { name: 'last days of roles', next: nextOver, run: endRoles },
    { name: 'last days of roles that are near', next: nextWarning, run: warnOfEnd },
  ],
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
  organisationPanels: [openRoles, keptRoles],
  heldAbout: held,
  ownedBy: owned,
};
