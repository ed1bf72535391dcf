import type { OrganisationPanel } from '../../../platform/contributions.ts';
import { organisation } from '../../register/door.ts';
import { services } from '../../register/urls.ts';
import { canSeeCounts, canSeeRoundCounts } from '../permits.ts';
import { quarterBegan, roundTimesWords, timesWords } from '../rules.ts';
import { countsOf } from './counts.ts';

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
