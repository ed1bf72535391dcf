import type { Contribution } from '../../platform/contributions.ts';
import { signposted } from './queries/panels.ts';

export const contributes: Contribution = {
  slice: 'referrals',
  organisationPanels: [signposted],
};
