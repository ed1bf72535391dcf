import type { Db } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';
import { holders } from './people.ts';

/** The mailboxes of those who hold these positions there. Only a job may see them all. */
export async function mailboxesOf(
  db: Db,
  organisationId: string,
  roles: readonly string[],
): Promise<string[]> {
  const held = await holders(db, organisationId, roles);
  const people = await personsByIds(db, [...new Set(held.map((one) => one.personId))]);
  return people.map((one) => one.email);
}

export async function mailboxOf(db: Db, personId: string): Promise<string[]> {
  return (await personsByIds(db, [personId])).map((one) => one.email);
}
