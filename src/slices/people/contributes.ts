import type { Contribution } from '../../platform/contributions.ts';
import { seen } from './actions/account.ts';
import { heldAboutPerson, sessionOfOptional } from './queries.ts';

export const contributes: Contribution = {
  slice: 'people',
  sessionOf: sessionOfOptional,
  seen,
  heldAbout: [{ table: 'people.person', label: 'Your account', read: heldAboutPerson }],
};
