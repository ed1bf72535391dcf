import type { Db } from '../../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../../platform/errors.ts';
import { hubId, type Organisation, organisation } from '../../../register/door.ts';
import { role } from '../../queries/roles.ts';
import { isShown } from '../../rules/lifecycle.ts';
import type { Role } from '../../words/role.ts';

/** What somebody asks about: a role of a group, or a centre for advice alone. */
export interface Target {
  readonly role: Role | undefined;
  readonly group: Organisation | undefined;
  readonly centreId: string;
  readonly centreName: string;
}

export type About = { readonly roleId: string } | { readonly centreId: string };

/** A role that nobody may see is not there; of one that everybody sees but that is not open it says so. */
export async function targetOf(db: Db, about: About): Promise<Target> {
  if ('centreId' in about) {
    const centre = await organisation(db, about.centreId);
    if (centre.state !== 'active' || !['centre', 'hub'].includes(centre.kind)) throw new NotFound('centre');
    return { role: undefined, group: undefined, centreId: centre.id, centreName: centre.name };
  }
  const one = await role(db, about.roleId);
  const own = await organisation(db, one.organisationId);
  const group = own.mergedInto === null ? own : await organisation(db, own.mergedInto);
  if (!isShown(one.state) || group.state !== 'active') throw new NotFound('role');
  const centre = await organisation(db, group.homeCentreId ?? (await hubId(db)));
  return { role: one, group, centreId: centre.id, centreName: centre.name };
}

export function mustBeOpen({ role: one, group }: Target): void {
  if (!one || one.state === 'live') return;
  throw new Refused('not_open', `${group?.name ?? 'The group'} looks for nobody for this just now.`);
}
