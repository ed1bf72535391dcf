import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { personsByIds } from '../../people/door.ts';

/** Names of those near the reader, by their ids. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const persons = await personsByIds(db, [...new Set(ids)]);
  return new Map(persons.map(({ id, name }) => [id, name]));
}

/** The public name of an organisation, or not found. */
export async function nameOf(ctx: Ctx, db: Db, organisationId: string): Promise<string> {
  const name = (await ctx.house.bodies.namesOf(db, [organisationId])).get(organisationId);
  if (name === undefined) throw new NotFound('organisation');
  return name;
}
