import type { OrganisationPanel, Panel } from '../../../platform/contributions.ts';
import { organisation } from '../../register/door.ts';
import { services } from '../../register/urls.ts';
import { views } from '../lists/reasons.ts';
import { canAcceptTerms, sendersOf } from '../permits/referral.ts';
import { canSeeCounts, canSeeRoundCounts } from '../permits/signpost.ts';
import { quarterBegan, roundTimesWords, timesWords } from '../rules/signpost.ts';
import { plans, referrals } from '../urls.ts';
import { countsOf } from './counts.ts';
import { referralRows } from './referrals.ts';
import { acceptedTerms } from './terms.ts';

/** How often its services were put on a sheet. Those who hold the record see the figure, the hub a round one. */
export const signposted: OrganisationPanel = {
  title: 'Signposted here',
  async read(ctx, about) {
    const { homeCentreId } = await organisation(ctx.db.open, about.id);
    const isExact = canSeeCounts(ctx.actor, { id: about.id, homeCentreId });
    if (!isExact && !canSeeRoundCounts(ctx.actor)) return [];
    const rows = await countsOf(ctx.db.open, about.id, quarterBegan(ctx.now));
    return rows.map(({ id, name, times }) => ({
      label: name,
      href: services.one(id, name),
      note: isExact ? timesWords(times) : roundTimesWords(times),
    }));
  },
};

/** The way to the lists, for whoever refers people or is sent some. */
export const ownReferrals: Panel = {
  title: 'Referrals',
  async read(ctx) {
    const organisationIds = sendersOf(ctx.actor);
    const accepted = await acceptedTerms(ctx.db.open, organisationIds);
    if (accepted.size === 0) return [];
    const rows = await ctx.db.read(async (db) => {
      const open = async (of: keyof typeof views) =>
        (await referralRows(db, { of, organisationIds, isOpen: true })).length;
      return [
        { of: 'received', open: await open('received') },
        { of: 'sent', open: await open('sent') },
        { of: 'behalf', open: await open('behalf') },
      ] as const;
    });
    const open = rows
      .filter(({ of, open }) => of !== 'behalf' || open > 0)
      .map(({ of, open }) => ({ label: views[of], href: referrals.list(of), note: `${open} open` }));
    return [...open, { label: 'Plans over several services', href: plans.list(), note: '' }];
  },
};

export const termsPanel: OrganisationPanel = {
  title: 'Referrals with consent',
  async read(ctx, { id }) {
    if (!canAcceptTerms(ctx.actor, id)) return [];
    const accepted = await acceptedTerms(ctx.db.open, [id]);
    const note = accepted.has(id) ? 'accepted' : 'not accepted yet; without them nobody can refer to you';
    return [{ label: 'Sharing terms', href: referrals.terms(id), note }];
  },
};
