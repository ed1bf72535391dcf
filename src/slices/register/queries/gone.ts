import type { Db } from '../../../platform/db/open.ts';

/** Services that a list had and no longer has, that are not closed and that nobody keeps, the newest first. */
export function goneFromList(
  db: Db,
  source: string,
  limit: number,
): Promise<{ id: string; name: string; goneAt: Date | null }[]> {
  return db
    .selectFrom('register.source')
    .innerJoin('register.service', 'register.service.id', 'register.source.thing_id')
    .innerJoin('register.organisation', 'register.organisation.id', 'register.service.organisation_id')
    .select(['register.service.id', 'register.service.name', 'register.source.gone_at as goneAt'])
    .where('source', '=', source)
    .where('thing_kind', '=', 'service')
    .where('gone_at', 'is not', null)
    .where('status', '<>', 'retired')
    .where('claimed', '=', false)
    .orderBy('gone_at', 'desc')
    .orderBy('register.service.id')
    .limit(limit)
    .execute();
}

/** The lists that had a service and no longer have it, while no other list has it. */
export async function listsThatLost(db: Db, serviceId: string): Promise<{ source: string; at: Date }[]> {
  const rows = await db
    .selectFrom('register.source')
    .select(['source', 'gone_at'])
    .where('thing_id', '=', serviceId)
    .execute();
  if (rows.some((row) => row.gone_at === null)) return [];
  return rows.flatMap(({ source, gone_at }) => (gone_at ? [{ source, at: gone_at }] : []));
}
