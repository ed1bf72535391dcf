import { sql } from 'kysely';
import type { LoopWords } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import { employerDays } from '../../urls/employers.ts';
import { type DayState, dayStates, type EmployerDay, type Offer } from '../../words/employers.ts';

function days(db: Db) {
  return db
    .selectFrom('volunteering.employer_request as day')
    .innerJoin('register.organisation_card as employer', 'employer.id', 'day.organisation_id')
    .select([
      'day.id',
      'day.organisation_id',
      'employer.name',
      'employer.home_centre_id',
      'day.title',
      'day.words',
    ])
    .select([
      'size',
      'on_day',
      'skills',
      'budget_pence',
      'area_id',
      'day.state',
      'state_reason',
      'owed_pence',
    ])
    .select(['day.version']);
}

export async function employerDay(db: Db, id: string): Promise<EmployerDay> {
  const row = await days(db).where('day.id', '=', id).executeTakeFirstOrThrow(notFound('employer’s day'));
  return toDay(row);
}

/** All that are not over, and those that were lately; the soonest first. */
export async function employerDaysFrom(db: Db, from: string): Promise<EmployerDay[]> {
  const rows = await days(db)
    .where('on_day', '>=', from)
    .orderBy('on_day')
    .orderBy('day.id')
    .limit(200)
    .execute();
  return rows.map(toDay);
}

/** Those that may be over, the first first. */
export async function daysOver(db: Db, limit: number): Promise<EmployerDay[]> {
  const rows = await days(db)
    .where('day.state', 'in', ['open', 'agreed'])
    .orderBy('on_day')
    .orderBy('day.id')
    .limit(limit)
    .execute();
  return rows.map(toDay);
}

export async function offersFor(db: Db, dayId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('volunteering.employer_offer as offer')
    .innerJoin('register.organisation_card as host', 'host.id', 'offer.organisation_id')
    .select([
      'offer.id',
      'offer.organisation_id',
      'host.name',
      'host.home_centre_id',
      'places',
      'cost_each_pence',
    ])
    .select(['words', 'risk_words', 'risk_checked_at', 'agreed_places', 'offer.state', 'state_reason'])
    .select(['employer_useful', 'employer_words', 'host_useful', 'host_words'])
    .where('request_id', '=', dayId)
    .orderBy('offer.made_at')
    .orderBy('offer.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, organisationId: row.organisation_id, organisationName: row.name ?? '' },
    ...{ homeCentreId: row.home_centre_id, places: row.places, costEachPence: row.cost_each_pence },
    ...{ words: row.words, riskWords: row.risk_words, riskCheckedAt: row.risk_checked_at },
    ...{ agreedPlaces: row.agreed_places, isReady: row.state === 'offered', stateReason: row.state_reason },
    ...{ employerUseful: row.employer_useful, employerWords: row.employer_words },
    ...{ hostUseful: row.host_useful, hostWords: row.host_words },
  }));
}

/** Which of these organisations work in one of these areas. */
export async function workingIn(
  db: Db,
  ids: readonly string[],
  areaIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from register.search_document
    where kind = 'organisation' and id = any(${[...ids]}::uuid[]) and area_ids && ${[...areaIds]}::uuid[]`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** What an open day waits for. */
export async function describeDays(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await days(db).where('day.id', 'in', ids).execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name ?? '',
    text: row.state === 'held' ? `${row.title}: say how it was.` : `${row.title}, ${row.size} people.`,
    url: employerDays.one(row.id),
    action: row.state === 'held' ? 'Say how it was' : 'Look at the places',
    lookUrl: employerDays.one(row.id),
  }));
}

/** What a host still has to say. */
export async function describeHosts(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('volunteering.employer_offer as offer')
    .innerJoin('volunteering.employer_request as day', 'day.id', 'request_id')
    .innerJoin('register.organisation_card as employer', 'employer.id', 'day.organisation_id')
    .select(['offer.id', 'day.id as day_id', 'day.title', 'employer.name'])
    .where('offer.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name ?? '',
    text: `${row.title}: say how it was.`,
    url: employerDays.one(row.day_id),
    action: 'Say how it was',
    lookUrl: employerDays.one(row.day_id),
  }));
}

type Row = Awaited<ReturnType<ReturnType<typeof days>['execute']>>[number];

function toDay(row: Row): EmployerDay {
  return {
    ...{ id: row.id, organisationId: row.organisation_id, organisationName: row.name ?? '' },
    ...{ homeCentreId: row.home_centre_id, title: row.title, words: row.words, size: row.size },
    ...{ onDay: row.on_day, skills: row.skills, budgetPence: row.budget_pence, areaId: row.area_id },
    ...{ state: stateOf(row.state), stateReason: row.state_reason, owedPence: row.owed_pence },
    version: row.version,
  };
}

function stateOf(state: string): DayState {
  const known = Object.keys(dayStates).find((one) => one === state);
  return known === 'agreed' || known === 'held' || known === 'closed' || known === 'cancelled'
    ? known
    : 'open';
}
