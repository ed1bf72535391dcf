import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type PlannedChange, planned } from '../rules/bulk-undo.ts';
import { fieldWords } from '../words/fields.ts';
import { cardsByIds } from './organisation.ts';
import { type ThingKind, versionsOf, writtenNow } from './versions.ts';

const mostThings = 200;

/** Who made a change of an organisation, or of something it offers. */
export async function whoMade(
  db: Db,
  organisationId: string,
  versionId: string,
): Promise<{ personId: string; at: Date }> {
  const row = await db
    .selectFrom('register.version')
    .select(['person_id', 'until_at'])
    .where('id', '=', versionId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row?.person_id) throw new NotFound('change');
  return { personId: row.person_id, at: row.until_at };
}

export interface PlannedThing {
  kind: ThingKind;
  id: string;
  name: string;
  changes: PlannedChange[];
}

/** Everything somebody changed in that time, thing by thing, with what would go back. */
export async function plan(
  db: Db,
  span: { personId: string; from: Date; to: Date },
): Promise<PlannedThing[]> {
  const rows = await db
    .selectFrom('register.version')
    .select(['thing_kind', 'thing_id'])
    .distinct()
    .where('person_id', '=', span.personId)
    .where('until_at', '>=', span.from)
    .where('until_at', '<', span.to)
    .orderBy('thing_id')
    .limit(mostThings)
    .execute();
  const ids = rows.map((row) => row.thing_id);
  const names = await namesOf(db, ids);
  const things: PlannedThing[] = [];
  for (const row of rows) {
    const kind = row.thing_kind === 'service' ? 'service' : 'organisation';
    const { written: now } = await writtenNow(db, kind, row.thing_id);
    const versions = await versionsOf(db, row.thing_id);
    const changes = planned({ kind, versions, now }, span, fieldWords);
    const thing = { kind, id: row.thing_id, name: names.get(row.thing_id) ?? '', changes } as const;
    if (changes.length > 0) things.push(thing);
  }
  return things.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const services = await db
    .selectFrom('register.service')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const cards = [...(await cardsByIds(db, ids)).values()];
  return new Map([...services, ...cards].map(({ id, name }) => [id, name]));
}
