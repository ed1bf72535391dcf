import type { Ctx } from '../../../../platform/ctx.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { cardsByIds, organisation } from '../../../register/door.ts';
import type { Turn } from '../../pages/brokerage/say.ts';
import { turnOptional } from '../../queries/brokerage/promises.ts';
import { roleOptional } from '../../queries/roles.ts';
import type { Enquiry, EnquiryStep } from '../../words/brokerage/enquiry.ts';
import type { Role } from '../../words/role.ts';

/** What an enquiry is about, and with whom. */
export async function subjectOf(
  db: Db,
  one: Pick<Enquiry, 'roleId' | 'centreId'>,
): Promise<{ role: Role | undefined; group: string; groupPhone: string; centre: string }> {
  const role = one.roleId ? await roleOptional(db, one.roleId) : undefined;
  const own = role && (await organisation(db, role.organisationId));
  const group = own?.mergedInto ? await organisation(db, own.mergedInto) : own;
  const centre = (await cardsByIds(db, [one.centreId])).get(one.centreId)?.name ?? '';
  return { role, group: group?.name ?? '', groupPhone: group?.phone ?? '', centre };
}

export async function turnOf(db: Db, ctx: Ctx, one: Enquiry): Promise<Turn | undefined> {
  const loop = await turnOptional(db, one.id);
  if (!loop) return undefined;
  const { name } = (await cardsByIds(db, [loop.aboutOrganisationId])).get(loop.aboutOrganisationId) ?? {
    name: 'The group',
  };
  return { who: name, until: loop.firstDueAt, isLate: loop.firstDueAt < ctx.now };
}

export async function namesIn(db: Db, steps: readonly EnquiryStep[]): Promise<ReadonlyMap<string, string>> {
  const ids = steps.flatMap((step) => step.organisationId ?? []);
  const cards = await cardsByIds(db, [...new Set(ids)]);
  return new Map([...cards].map(([id, { name }]) => [id, name]));
}
