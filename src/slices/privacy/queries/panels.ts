import type { Panel } from '../../../platform/contributions.ts';
import { isPerson } from '../../../platform/permit.ts';
import { privacy } from '../urls.ts';
import { basesOf } from './bases.ts';

export const sharedPanel: Panel = {
  title: 'Who has your details?',
  async read(ctx) {
    if (!isPerson(ctx.actor)) return [];
    const { personId } = ctx.actor;
    const bases = await ctx.db.read((db) => basesOf(db, personId));
    if (bases.length === 0) return [];
    const live = bases.filter((one) => one.endedAt === null).length;
    const note = live === 0 ? 'nobody, any more' : live === 1 ? 'one agreement' : `${live} agreements`;
    return [{ label: 'See the list, and stop what you like', href: privacy.shared(), note }];
  },
};
