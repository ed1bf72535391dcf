import type { PanelRow } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays } from '../../../../platform/dates.ts';
import { canSayWishes } from '../../permits/matching.ts';
import { volunteer } from '../../urls/matching.ts';
import { newMatches } from './night.ts';
import { volunteerOptional } from './volunteer.ts';

const newDays = 7;

/** The way to one’s own wishes, and how many roles are new among what fits. */
export async function wishesPanel(ctx: Ctx): Promise<PanelRow[]> {
  if (!canSayWishes(ctx.actor)) return [];
  const { personId = '' } = ctx.actor;
  const { one, fresh } = await ctx.db.read(async (db) => ({
    one: await volunteerOptional(db, personId),
    fresh: await newMatches(db, personId, addDays(ctx.now, -newDays)),
  }));
  const said = one === undefined ? 'say it once, and see what fits' : 'only you see it';
  const wishes = { label: 'What I would like to do', href: volunteer.wishes(), note: said };
  if (one === undefined) return [wishes];
  const note = fresh.length === 0 ? 'the best first' : `${fresh.length} new this week`;
  return [{ label: 'Roles that fit me', href: volunteer.matches(), note }, wishes];
}
