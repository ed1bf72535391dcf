import type { Ctx } from '../../../platform/ctx.ts';
import { areaAndAbove, areaByCodeOptional } from '../../areas/door.ts';
import { knownNetwork } from '../../network/door.ts';
import type { ShownCentre } from '../pages/search.tsx';
import { coverOfOptional } from '../queries/centres.ts';

/** Who answers for a place: its own centre, the one next door, or the hub until there is one. */
export async function centreFor(ctx: Ctx, areaCode: string | undefined): Promise<ShownCentre> {
  const db = ctx.db.open;
  const area = areaCode === undefined ? undefined : await areaByCodeOptional(db, areaCode);
  const around = area ? await areaAndAbove(db, area.id) : [];
  const cover = await coverOfOptional(
    db,
    around.map(({ id }) => id),
  );
  if (cover) {
    const source = ctx.house.documentsByKind.get('organisation');
    return {
      name: cover.centreName,
      phone: cover.phone,
      href: source?.url(cover.centreId, cover.centreName),
      because: cover.own
        ? undefined
        : `${cover.areaName} has no centre of its own; its neighbour answers for it.`,
    };
  }
  const { hubName, hubPhone } = await knownNetwork(ctx.db);
  const because = area && `No centre answers for ${area.name} yet, so the hub does.`;
  return { name: hubName, phone: hubPhone, href: undefined, because };
}
