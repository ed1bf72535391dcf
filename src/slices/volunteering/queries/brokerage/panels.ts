import type { OrganisationPanel, PanelRow } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import { isPerson } from '../../../../platform/permit.ts';
import { canAnswerIntroduction, canKeepEnquiries } from '../../permits/brokerage.ts';
import { enquiries, introductions, volunteering } from '../../urls.ts';
import { enquiriesOf, ownEnquiries } from './enquiries.ts';
import { introductionsTo } from './introductions.ts';

/** The way to one’s own, once there is something. */
export async function ownVolunteering(ctx: Ctx): Promise<PanelRow[]> {
  if (!isPerson(ctx.actor)) return [];
  const { personId, email = '' } = ctx.actor;
  const own = await ctx.db.read((db) => ownEnquiries(db, { personId, email }));
  if (own.length === 0) return [];
  const open = own.filter((one) => one.closedAt === null).length;
  return [{ label: 'What you asked, and how far it is', href: volunteering.own(), note: `${open} open` }];
}

/** Where enquiries come in at a centre, and introductions at a group. */
export const brokerageAt: OrganisationPanel = {
  title: 'People who would like to volunteer',
  async read(ctx, { id, kind }) {
    if (!isPerson(ctx.actor)) return [];
    if (['centre', 'hub'].includes(kind)) {
      if (!canKeepEnquiries(ctx.actor, id)) return [];
      const open = await ctx.db.read((db) => enquiriesOf(db, { centreIds: [id], isOver: false }));
      return [
        { label: 'Enquiries', href: enquiries.list(), note: `${open.length} open` },
        { label: 'Write one down', href: enquiries.take(id), note: 'somebody rang or came in' },
      ];
    }
    if (!canAnswerIntroduction(ctx.actor, id)) return [];
    const rows = await ctx.db.read((db) => introductionsTo(db, [id]));
    return rows.length === 0
      ? []
      : [{ label: 'Introduced to you', href: introductions.list(), note: `${rows.length} open` }];
  },
};
