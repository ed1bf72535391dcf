import type { OrganisationPanel, Panel } from '../../../platform/contributions.ts';
import { dayWords } from '../../../platform/dates.ts';
import { isPerson } from '../../../platform/permit.ts';
import { canSeeDesk, canSeeProcessing } from '../permits/breaches.ts';
import { privacy } from '../urls.ts';
import { topics } from '../words/matters.ts';
import { basesOf } from './bases.ts';
import { mattersOf } from './matters.ts';

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

/** What somebody asked or complained about while they were signed in. */
export const mattersPanel: Panel = {
  title: 'What you asked us',
  async read(ctx) {
    if (!isPerson(ctx.actor)) return [];
    const { personId } = ctx.actor;
    const all = await ctx.db.read((db) => mattersOf(db, personId));
    return all.map((one) => ({
      label: topics[one.kind][one.topic] ?? one.code,
      href: privacy.matter(one.id),
      note: one.state === 'answered' ? 'answered' : `an answer by ${dayWords(one.dueAt, ctx.now)}`,
    }));
  },
};

/** On the page of an organisation, for whoever looks after its data. */
export const deskPanel: OrganisationPanel = {
  title: 'Looking after data',
  read(ctx, { id }) {
    if (!canSeeDesk(ctx.actor, id)) return Promise.resolve([]);
    const network = canSeeProcessing(ctx.actor)
      ? [
          {
            label: 'What is used, and how long it is kept',
            href: privacy.processing(),
            note: 'for the whole network',
          },
        ]
      : [];
    const note = 'requests, complaints, breaches, who looked';
    return Promise.resolve([
      { label: 'What people ask, and what went wrong', href: privacy.desk(id), note },
      ...network,
    ]);
  },
};
