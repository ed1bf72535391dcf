import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { type Actor, isPerson, permit } from '../../../platform/permit.ts';
import { type Organisation, organisation } from '../../register/door.ts';
import { role } from '../queries/roles.ts';
import { isShown } from '../rules/lifecycle.ts';
import type { Role } from '../words/role.ts';

type May = (actor: Actor, group: Organisation) => boolean;

const publicStates = ['active', 'paused', 'closing', 'closed'];

/** Whoever is signed out signs in first, whatever is behind the address, so that it gives nothing away. */
export function mustBeSomebody(ctx: Ctx): void {
  permit(isPerson(ctx.actor));
}

/** A group for those who post its roles. To all others one that is not public is not there. */
export async function keptGroup(ctx: Ctx, id: string, may: May): Promise<Organisation> {
  mustBeSomebody(ctx);
  const group = await organisation(ctx.db.open, id);
  permit(may(ctx.actor, group), { hidden: !publicStates.includes(group.state) });
  if (group.mergedInto !== null)
    throw new Refused('merged', `${group.name} is part of another record now, and is looked after there.`);
  return group;
}

/** A role for those who keep it; of one that was merged, those who keep the other record. */
export async function keptRole(ctx: Ctx, id: string, may: May): Promise<{ one: Role; owner: Organisation }> {
  mustBeSomebody(ctx);
  const one = await role(ctx.db.open, id);
  const owner = await ownerOf(ctx, one);
  permit(may(ctx.actor, owner), { hidden: !isPublicRole(one, owner) });
  return { one, owner };
}

export async function ownerOf(ctx: Ctx, one: Role): Promise<Organisation> {
  const own = await organisation(ctx.db.open, one.organisationId);
  return own.mergedInto === null ? own : organisation(ctx.db.open, own.mergedInto);
}

export function isPublicRole(one: Role, owner: Organisation): boolean {
  return isShown(one.state) && owner.state === 'active';
}
