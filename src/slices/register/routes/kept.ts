import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { type Actor, isPerson, permit } from '../../../platform/permit.ts';
import { canSeeHistory, publicStates } from '../permits.ts';
import { organisation } from '../queries/organisation.ts';
import { service } from '../queries/services.ts';
import type { Organisation } from '../words/records.ts';

export function isPublic(one: Organisation): boolean {
  return publicStates.includes(one.state);
}

/** It was merged into another record, and its old address was known. */
export function wasPublic(one: Organisation): boolean {
  return publicStates.includes(one.mergedFrom);
}

/** Whoever is signed out signs in first, whatever is behind the address, so that it gives nothing away. */
export function mustBeSomebody(ctx: Ctx): void {
  permit(isPerson(ctx.actor));
}

/** A record for those who keep it. To all others one that is not public is not there. */
export async function keptRecord(
  ctx: Ctx,
  id: string,
  may: (actor: Actor, one: Organisation) => boolean,
): Promise<Organisation> {
  mustBeSomebody(ctx);
  const one = await organisation(ctx.db.open, id);
  permit(may(ctx.actor, one), { hidden: !isPublic(one) });
  if (may !== canSeeHistory) refuseMerged(one);
  return one;
}

export async function keptService(ctx: Ctx, id: string, may: (actor: Actor, one: Organisation) => boolean) {
  mustBeSomebody(ctx);
  const found = await service(ctx.db.open, id);
  const owner = await organisation(ctx.db.open, found.organisationId);
  const isShown = isPublic(owner) && found.status !== 'retired' && found.status !== 'draft';
  permit(may(ctx.actor, owner), { hidden: !isShown });
  if (may !== canSeeHistory) refuseMerged(owner);
  return found;
}

/** What became part of another record is kept as it was, so that the two can be taken apart. */
function refuseMerged(one: Organisation): void {
  if (one.mergedInto === null) return;
  throw new Refused('merged', `${one.name} is part of another record now, and is looked after there.`);
}
