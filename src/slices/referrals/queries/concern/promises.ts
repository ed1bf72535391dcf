import type { LoopWords, OrganisationPanel, Panel } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { canNameLeads, canSetSafetyNumbers } from '../../permits/concern.ts';
import { concerns } from '../../urls.ts';
import { concernsAt, leastOfConcerns } from './concerns.ts';
import { leadsAt, leadsOfActor } from './leads.ts';

/** That one waits, and nothing else. Whoever is no lead finds there whom to ring. */
export async function describeConcerns(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  return (await leastOfConcerns(db, ids)).map((row) => ({
    thingId: row.id,
    title: row.code,
    text: 'Somebody is worried about a person’s safety. A named lead looks at it today.',
    url: concerns.one(row.id),
    action: 'Look at it',
    answersId: row.organisationId,
  }));
}

export const ownConcerns: Panel = {
  title: 'Concerns',
  async read(ctx) {
    const open = await ctx.db.read(async (db) => {
      const ids = await leadsOfActor(db);
      if (ids.length === 0) return undefined;
      return (await concernsAt(db, ids)).filter(({ state }) => state === 'open').length;
    });
    if (open === undefined) return [];
    return [{ label: 'What you lead', href: concerns.list(), note: `${open} open` }];
  },
};

export const safetyPanel: OrganisationPanel = {
  title: 'Safeguarding',
  async read(ctx, { id }) {
    if (!canNameLeads(ctx.actor, id)) return [];
    const named = (await leadsAt(ctx.db.open, [id])).length;
    const note = named === 0 ? 'nobody is named yet; worries go to the centre or the hub' : `${named} named`;
    const numbers = canSetSafetyNumbers(ctx.actor, id);
    return [
      { label: 'Safeguarding leads', href: concerns.leads(id), note },
      ...(numbers ? [{ label: 'Numbers to ring', href: concerns.areaNumbers(id), note: 'by area' }] : []),
    ];
  },
};
