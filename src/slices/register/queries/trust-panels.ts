import type { OrganisationPanel } from '../../../platform/contributions.ts';
import { dayWords } from '../../../platform/dates.ts';
import { canSeeTrust, canTrust } from '../permits/trusting.ts';
import { canChangeRecord } from '../permits.ts';
import { organisations, services } from '../urls.ts';
import { organisation } from './organisation.ts';
import { unseenServices } from './trusting.ts';

/** What a group added that nobody but its keepers sees yet. */
export const notLiveYet: OrganisationPanel = {
  title: 'Not live yet',
  async read(ctx, about) {
    const one = await organisation(ctx.db.open, about.id);
    if (!canChangeRecord(ctx.actor, one)) return [];
    const unseen = await unseenServices(ctx.db.open, about.id);
    const looks = canTrust(ctx.actor, one);
    return unseen.map((row) => ({
      label: row.name,
      href: looks ? services.look(row.service_id) : services.one(row.service_id, row.name),
      note: row.state === 'returned' ? `Sent back: ${row.reason}` : 'Its home centre looks at it first',
    }));
  },
};

/** Whether what it adds goes live at once: for its people and for centres, never a mark for the public. */
export const trustOf: OrganisationPanel = {
  title: 'What it adds',
  async read(ctx, about) {
    if (about.kind === 'centre' || about.kind === 'hub') return [];
    const one = await organisation(ctx.db.open, about.id);
    if (!canSeeTrust(ctx.actor, one) || (one.state !== 'active' && one.state !== 'paused')) return [];
    const label = one.trusted ? 'Goes live at once' : 'Is looked at first by its home centre';
    const note = one.trustedAt
      ? `Trusted since ${dayWords(one.trustedAt, ctx.now)}: ${one.trustedReason}`
      : '';
    const href = canTrust(ctx.actor, one) ? organisations.trust(one.id) : organisations.history(one.id);
    return [{ label, href, note }];
  },
};
