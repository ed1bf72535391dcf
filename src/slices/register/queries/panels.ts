import type { Panel } from '../../../platform/contributions.ts';
import { dayWords } from '../../../platform/dates.ts';
import { isCoordinator, isPerson } from '../../../platform/permit.ts';
import { settings } from '../../network/urls.ts';
import { centres, leavings, organisations, register } from '../urls.ts';
import { offeredTo } from './leaving.ts';
import { organisationsOf } from './people.ts';
import { ownDrafts } from './registration.ts';

/** What colleagues who leave ask one to take over. */
export const offers: Panel = {
  title: 'Would you take over?',
  async read(ctx) {
    if (!isPerson(ctx.actor)) return [];
    const offered = await offeredTo(ctx.db.open, ctx.actor.personId);
    return offered.map((one) => ({
      label: one.title,
      href: leavings.one(one.leaving_id),
      note: `${one.name}, until ${dayWords(one.leaves_at, ctx.now)}`,
    }));
  },
};

export const ownOrganisations: Panel = {
  title: 'Your organisations',
  async read(ctx) {
    const held = ctx.actor.positions;
    const rows = await organisationsOf(ctx.db.open, [...new Set(held.map((one) => one.organisationId))]);
    const own = rows.map((row) => ({
      label: row.name,
      href: row.state === 'active' ? organisations.one(row.id, row.name) : register.state(row.id),
      note: standing(row),
    }));
    const queues = rows
      .filter((row) => row.kind === 'centre')
      .flatMap((row) => [
        { label: `Registrations at ${row.name}`, href: centres.registrations(row.id), note: '' },
        { label: `What groups add at ${row.name}`, href: centres.looks(row.id), note: '' },
      ]);
    const hub = isCoordinator(ctx.actor)
      ? [
          { label: 'The hub’s page', href: '/hub', note: 'Queues of the network' },
          { label: 'Settings', href: settings.all(), note: 'Set up the network, and change it' },
        ]
      : [];
    return [...own, ...queues, ...hub];
  },
};

function standing({ state, freshness }: { state: string; freshness: string }): string {
  if (state === 'merged') return 'Part of another record now';
  if (state !== 'active') return 'Not public yet';
  return freshness === 'ok' ? 'Public' : 'Public, wants a check';
}

export const ownRegistrations: Panel = {
  title: 'Registrations you have begun',
  async read(ctx) {
    if (!isPerson(ctx.actor)) return [];
    const drafts = await ctx.db.read(ownDrafts);
    return drafts.map((draft) => ({
      label: String(draft.answers.name ?? 'A group without a name yet'),
      href: register.step(draft.id, 'who'),
      note: 'Kept as you left it',
    }));
  },
};
