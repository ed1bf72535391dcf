import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { organisation } from '../../register/door.ts';
import type { Followable } from '../words.ts';

/** The kinds of record that can change without being gone. */
const states = ['active', 'paused'];

/** Whom somebody wants to follow, if everybody may read of it. */
export async function followable(db: Db, what: Pick<Followable, 'kind' | 'id'>): Promise<Followable> {
  if (what.kind === 'service') return { ...what, name: await serviceName(db, what.id) };
  const one = await organisation(db, what.id);
  if (!states.includes(one.state)) throw new NotFound('organisation');
  return { ...what, name: one.name };
}

async function serviceName(db: Db, id: string): Promise<string> {
  const row = await db
    .selectFrom('register.search_document')
    .select(sql<string>`name`.as('name'))
    .where('id', '=', id)
    .where('kind', '=', 'service')
    .executeTakeFirst();
  if (!row) throw new NotFound('service');
  return row.name;
}
