import type { Ctx } from '../../../../platform/ctx.ts';
import { permit } from '../../../../platform/permit.ts';
import { areaIdsWithin } from '../../../areas/door.ts';
import { cardsByIds } from '../../../register/door.ts';
import { canHost, canSeeEmployerDay } from '../../permits/employers.ts';
import { employerDay, workingIn } from '../../queries/employers/days.ts';
import type { EmployerDay } from '../../words/employers.ts';
import { mustBeSomebody } from '../kept.ts';

/** Groups the reader may offer for: those they run, where the day is shared with them. */
export async function hostsFor(ctx: Ctx, day: EmployerDay): Promise<{ id: string; name: string }[]> {
  const ids = ctx.actor.positions.map(({ organisationId }) => organisationId);
  const cards = await cardsByIds(ctx.db.open, [...new Set(ids)]);
  const own = [...cards.values()].filter(
    (card) =>
      card.id !== day.organisationId &&
      ['group', 'informal', 'national'].includes(card.kind) &&
      canHost(ctx.actor, { id: card.id, homeCentreId: null }),
  );
  if (day.areaId === null || own.length === 0) return own;
  const areaIds = await areaIdsWithin(ctx.db.open, day.areaId);
  const near = await workingIn(
    ctx.db.open,
    own.map(({ id }) => id),
    areaIds,
  );
  return own.filter(({ id }) => near.includes(id));
}

/** A day for whoever may see it; to all others it is not there. */
export async function seenDay(ctx: Ctx, id: string) {
  mustBeSomebody(ctx);
  const day = await employerDay(ctx.db.open, id);
  const hosts = await hostsFor(ctx, day);
  permit(canSeeEmployerDay(ctx.actor, day.organisationId, hosts.length > 0), { hidden: true });
  return { day, hosts };
}
