import type { OrganisationPanel, Panel } from '../../../platform/contributions.ts';
import { dayOf, dayWords } from '../../../platform/dates.ts';
import { isPerson } from '../../../platform/permit.ts';
import { cardsByIds } from '../../register/door.ts';
import { entryKinds } from '../lists/kinds.ts';
import { bodiesOf, canLookIntoLog, canReadLog, canReadOwnLog } from '../permits.ts';
import { supportLog } from '../urls.ts';
import { entriesAbout, followUpsOf } from './entries.ts';

const kinds: Readonly<Record<string, string>> = entryKinds;

/** What somebody is to follow up, on their own page; the day that comes first stands first. */
export const followUps: Panel = {
  title: 'To follow up',
  async read(ctx) {
    const { personId } = ctx.actor;
    const centreIds = bodiesOf(ctx.actor);
    if (!isPerson(ctx.actor) || personId === undefined || centreIds.length === 0) return [];
    const [rows, all] = await ctx.db.read(async (db) => [
      await followUpsOf(db, { centreIds, personId }, 20),
      await cardsByIds(db, centreIds),
    ]);
    const today = dayOf(ctx.now);
    const own = rows.map((row) => ({
      label: row.organisationName,
      href: `${supportLog.of(row.organisationId)}#timeline`,
      note: `${(row.followUpOn ?? '') < today ? 'Was due' : 'Due'} ${dayWords(new Date(`${row.followUpOn}T12:00:00Z`), ctx.now)}: ${row.words.slice(0, 60)}`,
    }));
    const ofCentres = [...all.values()].map((centre) => ({
      label: `Everything ${centre.name} follows up`,
      href: supportLog.ofCentre(centre.id),
      note: '',
    }));
    return [...own, ...ofCentres];
  },
};

/** The way to the log, and the last thing that was done, before somebody rings. */
export const supportOf: OrganisationPanel = {
  title: 'Support',
  async read(ctx, about) {
    if (about.kind === 'centre' || about.kind === 'hub') return [];
    const row = { label: 'Support log', href: supportLog.of(about.id) };
    if (canReadLog(ctx.actor) || canReadOwnLog(ctx.actor, about.id)) {
      const bodies = bodiesOf(ctx.actor);
      const as = canReadLog(ctx.actor) ? 'centres' : 'group';
      const [last, name] = await ctx.db.read(async (db) => {
        const [found] = await entriesAbout(db, about.id, { bodies, as }, 1);
        const cards = await cardsByIds(db, found ? [found.centreId] : []);
        return [found, found && cards.get(found.centreId)?.name];
      });
      if (!last) return [{ ...row, note: 'Nothing is written there yet' }];
      const day = dayWords(new Date(`${last.onDay}T12:00:00Z`), ctx.now);
      const what = last.withdrawnAt ? 'An entry that was withdrawn' : (kinds[last.kind] ?? last.kind);
      return [{ ...row, note: `Last: ${what}, ${day}, ${name}` }];
    }
    return canLookIntoLog(ctx.actor) ? [{ ...row, note: 'Opens with a reason' }] : [];
  },
};
