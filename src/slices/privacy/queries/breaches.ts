import { sql } from 'kysely';
import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { privacy } from '../urls.ts';
import type { Breach, BreachState, Risk } from '../words/breaches.ts';

const columns = [
  'id',
  'code',
  'organisation_id as organisationId',
  'basis_id as basisId',
  'words',
  'found_at as foundAt',
  'found_by_person_id as foundByPersonId',
  'state',
  'risk',
  'judged_why as judgedWhy',
  'judged_at as judgedAt',
  'office_told_at as officeToldAt',
  'people_told_at as peopleToldAt',
  'learned',
  'ended_at as endedAt',
  'version',
] as const;

type Row = Omit<Breach, 'state' | 'risk'> & { state: string; risk: string | null };

function toBreach({ state, risk, ...row }: Row): Breach {
  return { ...row, state: stateFrom(state), risk: riskFrom(risk) };
}

function stateFrom(state: string): BreachState {
  return state === 'judged' || state === 'ended' ? state : 'found';
}

function riskFrom(risk: string | null): Risk | null {
  return risk === 'unlikely' || risk === 'likely' || risk === 'high' ? risk : null;
}

export async function breach(db: Db, id: string): Promise<Breach> {
  const row = await db
    .selectFrom('privacy.breach')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('breach'));
  return toBreach(row);
}

export async function breachInTurn(db: Db, id: string): Promise<Breach> {
  const row = await db
    .selectFrom('privacy.breach')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('breach'));
  return toBreach(row);
}

/** The newest first. */
export async function breachesAt(db: Db, organisationId: string): Promise<Breach[]> {
  const rows = await db
    .selectFrom('privacy.breach')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .orderBy('found_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(toBreach);
}

/** One agreement whose details were seen by whoever should not. */
export interface Affected {
  readonly basisId: string;
  readonly purpose: string;
  readonly items: readonly string[];
  readonly givenOn: string;
  readonly organisationId: string;
}

export async function affectedBy(db: Db, id: string): Promise<Affected[]> {
  const { rows } = await sql<Affected>`
    select basis.id as "basisId", purpose, items, given_on::text as "givenOn", organisation_id as "organisationId"
    from privacy.basis
    where id in (select basis_id from privacy.breach_affects where breach_id = ${id}
      union select basis_id from privacy.breach where id = ${id})
    order by given_on desc, id limit 500`.execute(db);
  return rows;
}

export async function describeBreaches(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('privacy.breach')
    .select(['id', 'code', 'state', 'organisation_id'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, code, state, organisation_id: answersId }) => ({
    thingId: id,
    title: `Breach ${code}`,
    text: 'Details went where they should not. Tell the Office within 72 hours, if it has to know.',
    url: privacy.breach(id),
    action: state === 'found' ? 'Judge it' : 'Tell and close it',
    answersId,
  }));
}
