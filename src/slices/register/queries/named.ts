import type { Db } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { hubId } from './organisation.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The organisation that somebody at the command line means: an id, a whole name, or the hub when nothing is said. */
export async function organisationNamed(db: Db, typed: string): Promise<{ id: string; name: string }> {
  const wanted = typed === '' ? await hubId(db) : typed;
  const found = await db
    .selectFrom('register.organisation')
    .select(['id', 'name'])
    .$if(uuid.test(wanted), (query) => query.where('id', '=', wanted.toLowerCase()))
    .$if(!uuid.test(wanted), (query) =>
      query.where(({ eb, fn }) => eb(fn<string>('lower', ['name']), '=', wanted.toLowerCase())),
    )
    .where('state', '<>', 'merged')
    .orderBy('id')
    .limit(2)
    .execute();
  const [only, other] = found;
  if (!only) throw new NotFound(`organisation as “${typed}”`);
  if (other) throw new Refused('several', `Several organisations are called “${typed}”. Give the id.`);
  return only;
}
