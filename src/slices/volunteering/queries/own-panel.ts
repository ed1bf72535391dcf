import type { Panel } from '../../../platform/contributions.ts';
import { ownVolunteering } from './brokerage/panels.ts';
import { wishesPanel } from './matching/panels.ts';

/** One list for a volunteer: what they asked, what fits, and what they would like. */
export const volunteeringPanel: Panel = {
  title: 'Volunteering',
  read: async (ctx) => [...(await ownVolunteering(ctx)), ...(await wishesPanel(ctx))],
};
