import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { BoardLoop, BoardQuery, EndCount, KindCount } from '../words/board.ts';

/** The whole network, or what a centre and the organisations it looks after have to answer or have in hand. */
export type Scope = { centreId?: string };

/** States and ages of which something has to be said; `markOf` of loops has the words. */
const marked = sql<boolean>`about_organisation_id in (select id from register.organisation_card
  where state in ('closed', 'refused', 'closing', 'paused')
    or (freshness = 'none' and kind not in ('centre', 'hub')))`;

const owned = sql<boolean>`exists (select from register.standing_holder as holder
  where holder.organisation_id = loop.owner_organisation_id and holder.person_id = loop.owner_person_id)`;

function within({ centreId }: Scope): RawBuilder<boolean> {
  if (centreId === undefined) return sql`true`;
  return sql`(owner_organisation_id = ${centreId} or about_organisation_id = any(array(
    select id from register.organisation_card where home_centre_id = ${centreId} or id = ${centreId})))`;
}

function chosen(query: BoardQuery, now: Date): RawBuilder<boolean>[] {
  const [at, id] = query.after.split('.');
  return [
    ...(query.kind ? [sql<boolean>`kind = ${query.kind}`] : []),
    ...(query.step ? [sql<boolean>`climb_step = ${Number(query.step)}`] : []),
    ...(query.when === 'late' ? [sql<boolean>`first_due_at < ${now}`] : []),
    ...(query.when === 'in-time' ? [sql<boolean>`first_due_at >= ${now}`] : []),
    ...(query.only === 'unowned' ? [sql<boolean>`not ${owned}`] : []),
    ...(query.only === 'marked' ? [marked] : []),
    ...(id ? [sql<boolean>`(first_due_at, id) > (${new Date(Number(at))}::timestamptz, ${id}::uuid)`] : []),
  ];
}

type FlatRow = Omit<BoardLoop, 'owner' | 'about'> & {
  ownerId: string;
  ownerName: string;
  ownerPhone: string;
  aboutId: string;
  aboutName: string;
  aboutPhone: string;
  aboutKind: string;
  aboutState: string;
  aboutFreshness: string;
};

/** The latest first: what was promised longest ago is at the top, whatever is late before what is in time. */
export async function boardLoops(
  db: Db,
  scope: Scope,
  asked: { query: BoardQuery; now: Date; limit: number },
): Promise<BoardLoop[]> {
  const where = sql.join([within(scope), ...chosen(asked.query, asked.now)], sql` and `);
  const { rows } = await sql<FlatRow>`
    select loop.id, loop.kind, loop.thing_id as "thingId", climb_step as "climbStep", opened_at as "openedAt",
      due_at as "dueAt", first_due_at as "firstDueAt", owner_since as "ownerSince", ${owned} as owned,
      loop.owner_organisation_id as "ownerId", coalesce(keeper.name, '') as "ownerName",
      coalesce(keeper.phone, '') as "ownerPhone",
      loop.about_organisation_id as "aboutId", coalesce(about.name, '') as "aboutName",
      coalesce(about.phone, '') as "aboutPhone", coalesce(about.kind, '') as "aboutKind",
      coalesce(about.state, '') as "aboutState", coalesce(about.freshness, '') as "aboutFreshness"
    from (select * from loops.open_loop as loop where ${where} order by first_due_at, id limit ${asked.limit}) as loop
    left join register.organisation_card as keeper on keeper.id = loop.owner_organisation_id
    left join register.organisation_card as asked on asked.id = loop.about_organisation_id
    left join register.organisation_card as about on about.id = coalesce(asked.merged_into, asked.id)
    order by first_due_at, loop.id`.execute(db);
  return rows.map(({ ownerId, ownerName, ownerPhone, aboutId, aboutName, aboutPhone, ...row }) => ({
    ...row,
    owner: { id: ownerId, name: ownerName, phone: ownerPhone },
    about: {
      ...{ id: aboutId, name: aboutName, phone: aboutPhone },
      ...{ kind: row.aboutKind, state: row.aboutState, freshness: row.aboutFreshness },
    },
  }));
}

/** How many are open, and late, by kind and step. */
export async function openCounts(db: Db, scope: Scope, now: Date): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    select kind, climb_step as "climbStep", count(*)::integer as open,
      (count(*) filter (where first_due_at < ${now}))::integer as late
    from loops.open_loop where ${within(scope)} group by kind, climb_step order by kind, climb_step`.execute(
    db,
  );
  return rows;
}

/** How many have nobody: their owner holds no position where it is, so that it stands in no inbox of theirs. */
export async function unownedCount(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ unowned: number }>`
    select coalesce(sum(promises), 0)::integer as unowned
    from (select owner_organisation_id, owner_person_id, count(*) as promises from loops.open_loop
      where ${within(scope)} group by owner_organisation_id, owner_person_id) as loop
    where not ${owned}`.execute(db);
  return rows[0]?.unowned ?? 0;
}

/** How many wait for an organisation that has closed or paused, or whose record nobody has checked for long. */
export async function markedCount(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ marked: number }>`
    select count(*)::integer as marked from loops.open_loop where ${within(scope)} and ${marked}`.execute(db);
  return rows[0]?.marked ?? 0;
}

/** How those ended that ended since then, by kind. */
export async function endCounts(db: Db, scope: Scope, since: Date): Promise<EndCount[]> {
  const about = scope.centreId
    ? sql`about_organisation_id = any(array(select id from register.organisation_card
        where home_centre_id = ${scope.centreId} or id = ${scope.centreId}))`
    : sql`true`;
  const { rows } = await sql<EndCount>`
    select kind, end_reason as "endReason", count(*)::integer as times from loops.ended_loop
    where ended_at >= ${since} and ${about} group by kind, end_reason order by kind, times desc, end_reason`.execute(
    db,
  );
  return rows;
}
