import type { Contribution } from '../../platform/contributions.ts';
import { followUpDuty, forgetEntries, forgetLooks, leavingTheLog } from './actions/keeping.ts';
import { uses } from './lists/uses.ts';
import { held } from './queries/held.ts';
import { owned } from './queries/owned.ts';
import { followUps, supportOf } from './queries/panels.ts';

export const contributes: Contribution = {
  slice: 'support',
  uses,
  panels: [followUps],
  organisationPanels: [supportOf],
  duties: [followUpDuty],
  leaving: [leavingTheLog],
  heldAbout: held,
  ownedBy: owned,
  retain: [
    {
      name: 'support-log',
      what: 'What a centre wrote about its support for a group',
      after: 'six years',
      run: forgetEntries,
    },
    {
      name: 'support-looks',
      what: 'That you looked into a support log',
      after: 'two years',
      run: forgetLooks,
    },
  ],
};
