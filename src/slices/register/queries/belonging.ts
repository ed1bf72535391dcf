import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Belonging } from '../words/belonging.ts';

const columns = [
  'id',
  'organisation_id',
  'parent_id',
  'link',
  'asked_by_parent',
  'person_id',
  'state',
  'reason',
  'made_at',
] as const;

export async function belonging(db: Db, id: string): Promise<Belonging> {
  const row = await db
    .selectFrom('register.belonging')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('question'));
  return toBelonging(row);
}

/** What waits for a yes, on either side. */
export async function waitingBelongings(db: Db, organisationId: string): Promise<Belonging[]> {
  const rows = await db
    .selectFrom('register.belonging')
    .select(columns)
    .where('state', '=', 'waiting')
    .where((is) => is.or([is('organisation_id', '=', organisationId), is('parent_id', '=', organisationId)]))
    .orderBy('made_at')
    .execute();
  return rows.map(toBelonging);
}

/** What waits for the other side of a part, if anything. */
export async function openBelonging(db: Db, organisationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('register.belonging')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row?.id;
}

/** Whether `parentId` is itself, at any distance, a part of `organisationId`. */
export async function wouldCircle(db: Db, organisationId: string, parentId: string): Promise<boolean> {
  const { rows } = await sql<{ circles: boolean }>`
    with recursive above as (
      select id, parent_id from register.organisation where id = ${parentId}
      union
      select whole.id, whole.parent_id from register.organisation as whole join above on whole.id = above.parent_id)
    select exists (select from above where id = ${organisationId}) as circles`.execute(db);
  return rows[0]?.circles ?? false;
}

/** Everything that is part of it, public or not. */
export function partsOf(db: Db, parentId: string) {
  return db
    .selectFrom('register.organisation')
    .select(['id', 'name', 'state', 'parent_link', 'home_centre_id'])
    .where('parent_id', '=', parentId)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();
}

/** Public records whose name begins so, or is the same but for “the”, “of” and the like. */
export async function namedLike(
  db: Db,
  typed: string,
  exceptId: string,
): Promise<{ id: string; name: string; summary: string }[]> {
  const begins = `${typed.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: string; name: string; summary: string }>`
    select id, name, summary from register.organisation
    where state = 'active' and kind not in ('centre', 'hub') and id <> ${exceptId}
      and (lower(name) like ${begins} or register.core_name(name) = register.core_name(${typed}))
    order by lower(name), id limit 10`.execute(db);
  return rows;
}

interface Row {
  id: string;
  organisation_id: string;
  parent_id: string;
  link: string;
  asked_by_parent: boolean;
  person_id: string;
  state: string;
  reason: string;
  made_at: Date;
}

function toBelonging(row: Row): Belonging {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    parentId: row.parent_id,
    link: row.link === 'branch' ? 'branch' : 'member',
    askedByParent: row.asked_by_parent,
    personId: row.person_id,
    state: row.state,
    reason: row.reason,
    madeAt: row.made_at,
  };
}
