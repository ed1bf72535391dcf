import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import type { Board, BoardMatch, Covering, Spare } from '../../words/board.ts';

export async function board(db: Db, id: string): Promise<Board> {
  const row = await db
    .selectFrom('referrals.board')
    .select(['id', 'name', 'theme', 'area_id', 'organisation_id'])
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow(notFound('board'));
  const { id: boardId, name, theme } = row;
  return { id: boardId, name, theme, areaId: row.area_id, organisationId: row.organisation_id };
}

export async function memberIds(db: Db, boardId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('referrals.board_member')
    .select('organisation_id')
    .where('board_id', '=', boardId)
    .orderBy('added_at')
    .orderBy('organisation_id')
    .execute();
  return rows.map((row) => row.organisation_id);
}

/** The boards that these organisations are members of. */
export async function boardsOf(
  db: Db,
  organisationIds: readonly string[],
): Promise<{ id: string; name: string; members: number }[]> {
  const { rows } = await sql<{ id: string; name: string; members: number }>`
    select board.id, board.name,
      (select count(*)::integer from referrals.board_member as other where other.board_id = board.id) as members
    from referrals.board
    where closed_at is null and exists (select from referrals.board_member as mine
      where mine.board_id = board.id and mine.organisation_id = any(${[...organisationIds]}::uuid[]))
    order by board.name, board.id limit 100`.execute(db);
  return rows;
}

/** Who could join: those who coordinate. Whoever is no member yet, by name. */
export async function couldJoin(db: Db, boardId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from register.organisation_card
    where kind in ('public', 'practice', 'centre', 'hub') and state = 'active'
      and id not in (select organisation_id from referrals.board_member where board_id = ${boardId})
    union
    select service.organisation_id, service.organisation_name
    from register.search_document as service
      join referrals.board on board.id = ${boardId} and board.theme = any(service.themes)
    where service.kind = 'service' and service.status = 'open' and service.freshness <> 'none'
      and service.organisation_id not in (select organisation_id from referrals.board_member where board_id = ${boardId})
    order by name, id limit 300`.execute(db);
  return rows;
}

/** Services of a theme, for each of these areas that they come to, as a whole or in a part. */
export async function coveringOf(db: Db, theme: string, areaIds: readonly string[]): Promise<Covering[]> {
  const { rows } = await sql<Covering>`
    select area.id as "areaId", service.id as "serviceId", service.name as "serviceName",
      service.organisation_name as by
    from areas.area_card as area
    join register.search_document as service on service.kind = 'service' and ${theme} = any(service.themes)
      and service.status = 'open' and service.freshness <> 'none'
      and exists (select from areas.area_card as there where there.id = any(service.area_ids)
        and (there.id = area.id or there.id = area.parent_id or there.parent_id = area.id))
    where area.id = any(${[...areaIds]}::uuid[])
    order by service.name, service.id limit 2000`.execute(db);
  return rows;
}

/** Free places of a theme, the most first; what was said as nought is no place. */
export async function spareOf(db: Db, theme: string): Promise<Spare[]> {
  const { rows } = await sql<Spare>`
    select service.id as "serviceId", service.name as "serviceName",
      service.organisation_id as "organisationId", service.organisation_name as by,
      capacity.places, capacity.said_at as "saidAt"
    from referrals.capacity
    join register.search_document as service on service.id = capacity.service_id and service.kind = 'service'
    where ${theme} = any(service.themes) and service.status = 'open' and capacity.places > 0
    order by capacity.places desc, service.name, service.id limit 200`.execute(db);
  return rows;
}

/** What a group said of its own services. */
export async function placesOf(
  db: Db,
  organisationId: string,
): Promise<Map<string, { places: number; saidAt: Date }>> {
  const rows = await db
    .selectFrom('referrals.capacity')
    .select(['service_id', 'places', 'said_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map((row) => [row.service_id, { places: row.places, saidAt: row.said_at }]));
}

/** How many asked and there was nothing, by area. Counts alone; pages round them. */
export async function unmetIn(
  db: Db,
  of: { theme: string; codes: readonly string[]; since: Date },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ area_code: string; times: number }>`
    select area_code, times
    from referrals.unmet_in(${of.theme}, ${[...of.codes]}::text[], ${of.since})`.execute(db);
  return new Map(rows.map((row) => [row.area_code, row.times]));
}

export async function noticesOn(
  db: Db,
  boardId: string,
  day: string,
): Promise<{ id: string; words: string; by: string }[]> {
  const { rows } = await sql<{ id: string; words: string; by: string }>`
    select notice.id, notice.words, card.name as by
    from referrals.notice join register.organisation_card as card on card.id = notice.organisation_id
    where notice.board_id = ${boardId} and notice.on_day = ${day}::date
    order by notice.made_at desc, notice.id limit 50`.execute(db);
  return rows;
}

export async function matchesOn(db: Db, boardId: string): Promise<BoardMatch[]> {
  const rows = await db
    .selectFrom('referrals.board_match')
    .select(matchColumns)
    .where('board_id', '=', boardId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(toMatch);
}

export async function matchInTurn(db: Db, id: string): Promise<BoardMatch> {
  const row = await db
    .selectFrom('referrals.board_match')
    .select(matchColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('match'));
  return toMatch(row);
}

export async function matchesById(db: Db, ids: readonly string[]): Promise<BoardMatch[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('referrals.board_match')
    .select(matchColumns)
    .where('id', 'in', ids)
    .execute();
  return rows.map(toMatch);
}

const matchColumns = [
  ...(['id', 'board_id', 'area_id', 'service_id', 'organisation_id', 'by_organisation_id'] as const),
  ...(['places', 'state'] as const),
] as const;

function toMatch(row: {
  id: string;
  board_id: string;
  area_id: string;
  service_id: string;
  organisation_id: string;
  by_organisation_id: string;
  places: number;
  state: string;
}): BoardMatch {
  return {
    ...{ id: row.id, boardId: row.board_id, areaId: row.area_id, serviceId: row.service_id },
    ...{ organisationId: row.organisation_id, byOrganisationId: row.by_organisation_id },
    places: row.places,
    state: (['agreed', 'declined'] as const).find((one) => one === row.state) ?? 'asked',
  };
}
