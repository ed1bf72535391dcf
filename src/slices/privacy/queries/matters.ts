import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Matter, MatterKind, MatterNote, MatterState } from '../words/matters.ts';

const columns = [
  'id',
  'kind',
  'topic',
  'code',
  'words',
  'name',
  'email',
  'phone',
  'person_id as personId',
  'about_organisation_id as aboutOrganisationId',
  'organisation_id as organisationId',
  'how',
  'taken_by_person_id as takenByPersonId',
  'signs',
  'state',
  'got_at as gotAt',
  'taken_up_at as takenUpAt',
  'identity',
  'due_at as dueAt',
  'waits_since as waitsSince',
  'extended_at as extendedAt',
  'outcome',
  'answer',
  'answered_at as answeredAt',
  'version',
] as const;

type Row = Omit<Matter, 'kind' | 'state'> & { kind: string; state: string };

function toMatter({ kind, state, ...row }: Row): Matter {
  return { ...row, kind: kindFrom(kind), state: stateFrom(state) };
}

function kindFrom(kind: string): MatterKind {
  return kind === 'complaint' ? kind : 'rights-request';
}

function stateFrom(state: string): MatterState {
  return state === 'in-work' || state === 'waiting' || state === 'answered' ? state : 'got';
}

/** Locked, so that of two who answer at once the second sees the first. */
export async function matterInTurn(db: Db, id: string): Promise<Matter> {
  const row = await db
    .selectFrom('privacy.matter')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('request'));
  return toMatter(row);
}

export async function matter(db: Db, id: string): Promise<Matter> {
  const row = await db
    .selectFrom('privacy.matter')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('request'));
  return toMatter(row);
}

export async function matterByLinkOptional(db: Db, hash: Buffer): Promise<Matter | undefined> {
  const row = await db
    .selectFrom('privacy.matter')
    .select(columns)
    .where('link_hash', '=', hash)
    .executeTakeFirst();
  return row && toMatter(row);
}

/** The link in the letters, encrypted; a job alone asks for it. */
export async function sealedLink(db: Db, id: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('privacy.matter')
    .select('link_sealed')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.link_sealed ?? null;
}

export function notesOf(db: Db, matterId: string): Promise<MatterNote[]> {
  return db
    .selectFrom('privacy.matter_note')
    .select(['what', 'words', 'at'])
    .where('matter_id', '=', matterId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Those of one's own that were sent while signed in, the newest first. */
export async function mattersOf(db: Db, personId: string): Promise<Matter[]> {
  const rows = await db
    .selectFrom('privacy.matter')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('got_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(toMatter);
}

/** What these organisations have to answer: what is due first comes first, then what was answered lately. */
export async function mattersAt(db: Db, organisationIds: readonly string[]): Promise<Matter[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom('privacy.matter')
    .select(columns)
    .where('organisation_id', 'in', organisationIds)
    .orderBy(
      (by) => by.ref('answered_at'),
      (order) => order.desc().nullsFirst(),
    )
    .orderBy('due_at')
    .limit(200)
    .execute();
  return rows.map(toMatter);
}
