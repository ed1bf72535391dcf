import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { ChangedGroup, KeptThing, StandingChange, ThingKind } from '../words/import-undo.ts';

/** The next organisations of which something is to be taken back. */
export async function nextToSettle(db: Db, importId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from register.import_change
    where import_id = ${importId} and settled is null and organisation_id is not null
    order by organisation_id desc limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** How many things an import changed, and how many of them it made. */
export async function importedThings(db: Db, importId: string): Promise<{ all: number; made: number }> {
  return db
    .selectFrom('register.import_change')
    .select(({ fn }) => [fn.countAll<number>().as('all')])
    .select(sql<number>`count(*) filter (where was is null)`.as('made'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
}

/** What was kept when an import was taken back, and why. */
export async function keptThings(db: Db, importId: string, limit: number): Promise<KeptThing[]> {
  const { rows } = await sql<KeptThing>`
    select change.kind, change.thing_id as id, change.reason,
      coalesce(organisation.name, service.name, holder.name || ' (its place)', '') as title
    from register.import_change as change
    left join register.organisation on change.kind = 'organisation' and organisation.id = change.thing_id
    left join register.service on change.kind = 'service' and service.id = change.thing_id
    left join register.organisation as holder on change.kind = 'location' and holder.id = change.organisation_id
    where change.import_id = ${importId} and change.settled = 'kept'
    order by title, change.thing_id limit ${limit}`.execute(db);
  return rows;
}

/** What an import did to these organisations and to all that is theirs, beside how it all stands now. */
export async function changedGroups(
  db: Db,
  importId: string,
  organisationIds: readonly string[],
): Promise<ChangedGroup[]> {
  const changes = await standingChanges(db, importId, organisationIds);
  const made = changes.filter(({ isNew }) => isNew);
  const uses = await usesOf(db, importId, idsOf(made, 'organisation'));
  const others = await otherServices(db, importId, organisationIds);
  const servicesInUse = await spokenOf(db, idsOf(made, 'service'));
  return organisationIds.map((organisationId) => ({
    organisationId,
    changes: changes.filter((change) => change.organisationId === organisationId),
    use: uses.get(organisationId),
    otherServices: others.get(organisationId) ?? 0,
    servicesInUse,
  }));
}

function idsOf(changes: readonly StandingChange[], kind: ThingKind): string[] {
  return changes.filter((change) => change.kind === kind).map(({ id }) => id);
}

async function standingChanges(
  db: Db,
  importId: string,
  organisationIds: readonly string[],
): Promise<StandingChange[]> {
  const { rows } = await sql<StandingChange>`
    select kind, thing_id as id, organisation_id as "organisationId", was is null as "isNew",
      state is not null as "isThere", coalesce(state -> 'row' ->> 'name', '') as title,
      coalesce(register.state_digest(state) = became, false) as stands
    from register.import_change,
      lateral (select register.thing_state(kind, thing_id) as state offset 0) as now
    where import_id = ${importId} and settled is null and organisation_id = any(${organisationIds}::uuid[])
    order by kind, thing_id`.execute(db);
  return rows;
}

/** What others began with organisations that an import made. */
async function usesOf(
  db: Db,
  importId: string,
  organisationIds: readonly string[],
): Promise<Map<string, string>> {
  if (organisationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; reason: string }>`
    select asked.id, case
        when exists (select from register.position where position.organisation_id = asked.id)
          or exists (select from register.invitation where invitation.organisation_id = asked.id)
          or exists (select from register.appointment where appointment.organisation_id = asked.id)
          then 'Somebody answers for it by now.'
        when exists (select from register.claim where claim.organisation_id = asked.id)
          then 'Somebody says that it is theirs.'
        when exists (select from register.suggestion where suggestion.organisation_id = asked.id)
          then 'Somebody suggested a change to it.'
        when exists (select from register.centre_answer
            where centre_answer.organisation_id = asked.id or centre_answer.centre_id = asked.id)
          or exists (select from register.cover where cover.centre_id = asked.id)
          or register.used_elsewhere(asked.id)
          or exists (select from register.organisation as other
            where other.home_centre_id = asked.id or other.merged_into = asked.id)
          then 'Others lean on it by now.'
        when exists (select from register.organisation as branch where branch.parent_id = asked.id
          and not exists (select from register.import_change as change where change.import_id = ${importId}
            and change.kind = 'organisation' and change.thing_id = branch.id))
          then 'Another organisation belongs to it.'
      end as reason
    from unnest(${organisationIds}::uuid[]) as asked (id)`.execute(db);
  return new Map(rows.flatMap(({ id, reason }): [string, string][] => (reason ? [[id, reason]] : [])));
}

async function otherServices(
  db: Db,
  importId: string,
  organisationIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; services: number }>`
    select organisation_id as id, count(*) as services from register.service
    where organisation_id = any(${organisationIds}::uuid[])
      and not exists (select from register.import_change as change where change.import_id = ${importId}
        and change.kind = 'service' and change.thing_id = service.id and change.was is null)
    group by organisation_id`.execute(db);
  return new Map(rows.map(({ id, services }) => [id, services]));
}

async function spokenOf(db: Db, serviceIds: readonly string[]): Promise<Set<string>> {
  if (serviceIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('register.suggestion')
    .select('service_id')
    .where('service_id', 'in', serviceIds)
    .execute();
  return new Set(rows.flatMap(({ service_id }) => service_id ?? []));
}

/** What an import changed in records that were there: field by field, some of it. */
export async function changedFields(
  db: Db,
  importId: string,
  limit: number,
): Promise<{ title: string; field: string; was: string; now: string }[]> {
  const { rows } = await sql<{ title: string; field: string; was: string; now: string }>`
    select state -> 'row' ->> 'name' as title, field, left(coalesce(was -> 'row' ->> field, ''), 160) as was,
      left(coalesce(state -> 'row' ->> field, ''), 160) as now
    from register.import_change,
      lateral (select register.thing_state(kind, thing_id) as state offset 0) as now,
      unnest(${shownFields}::text[]) with ordinality as fields (field, place)
    where import_id = ${importId} and was is not null and kind in ('organisation', 'service', 'location')
      and was -> 'row' -> field is distinct from state -> 'row' -> field
    order by thing_id, place limit ${limit}`.execute(db);
  return rows;
}

const shownFields = [
  ...[
    'name',
    'state',
    'status',
    'summary',
    'description',
    'website',
    'phone',
    'email',
    'address',
    'postcode',
  ],
  ...[
    'kind',
    'legal_form',
    'themes',
    'people_served',
    'access',
    'languages',
    'cost_words',
    'age_from',
    'age_to',
  ],
];
