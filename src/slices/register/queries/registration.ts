import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { CoverOfArea } from '../rules/home-centre.ts';
import {
  type AnswerState,
  answerWords,
  type CentreAnswer,
  type CentreQuestion,
  Told,
} from '../words/answers.ts';
import { Answers, type Draft } from '../words/registration.ts';

const draftColumns = [
  'id',
  'answers',
  'version',
  'changed_at',
  'sent_at',
  'organisation_id',
  'taken_how',
  'taken_for',
] as const;

/** The drafts of whoever is reading; row-level security shows nobody else's. */
export async function ownDrafts(db: Db): Promise<Draft[]> {
  const rows = await db
    .selectFrom('register.draft')
    .select(draftColumns)
    .where('sent_at', 'is', null)
    .orderBy('changed_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(toDraft);
}

/** A form that somebody began and wrote nothing in yet. */
export function blankDraftOptional(
  db: Db,
  of: { personId: string; takenHow: string; takenFor: string | null },
) {
  return db
    .selectFrom('register.draft')
    .select('id')
    .where('person_id', '=', of.personId)
    .where('taken_how', '=', of.takenHow)
    .where('taken_for', 'is not distinct from', of.takenFor)
    .where('version', '=', 0)
    .where('sent_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}

export async function ownDraft(db: Db, id: string): Promise<Draft> {
  const row = await db
    .selectFrom('register.draft')
    .select(draftColumns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('draft'));
  return toDraft(row);
}

function toDraft(row: {
  id: string;
  answers: unknown;
  version: number;
  changed_at: Date;
  sent_at: Date | null;
  organisation_id: string | null;
  taken_how: string;
  taken_for: string | null;
}): Draft {
  return {
    id: row.id,
    answers: Answers.parse(row.answers),
    version: row.version,
    changedAt: row.changed_at,
    sentAt: row.sent_at,
    organisationId: row.organisation_id,
    takenHow: row.taken_how === 'phone' || row.taken_how === 'paper' ? row.taken_how : '',
    takenFor: row.taken_for,
  };
}

/** Which centre answers for which borough; with codes, only for those. */
export async function covers(db: Db, codes?: readonly string[]): Promise<CoverOfArea[]> {
  const { rows } = await sql<CoverOfArea>`
    select area.id as "areaId", area.code as "areaCode", area.name as "areaName", centre.id as "centreId",
      centre.name as "centreName", cover.own
    from register.cover join areas.area_card as area on area.id = cover.area_id
      join register.organisation as centre on centre.id = cover.centre_id
    where ${codes ?? null}::text[] is null or area.code = any(${codes ?? null}::text[])
    order by area.name`.execute(db);
  return rows;
}

export async function questionsOf(db: Db, centreIds: readonly string[]): Promise<CentreQuestion[]> {
  if (centreIds.length === 0) return [];
  const rows = await db
    .selectFrom('register.centre_question')
    .select(['id', 'centre_id', 'question', 'hint', 'kind', 'choices', 'required'])
    .where('centre_id', 'in', centreIds)
    .where('retired_at', 'is', null)
    .orderBy('centre_id')
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    centreId: row.centre_id,
    question: row.question,
    hint: row.hint,
    kind: row.kind === 'yes_no' || row.kind === 'choice' ? row.kind : 'text',
    choices: row.choices,
    required: row.required,
  }));
}

/** Every centre's answer on one organisation, the home centre first. */
export async function answersOn(db: Db, organisationId: string): Promise<CentreAnswer[]> {
  const rows = await centreAnswers(db)
    .where('register.centre_answer.organisation_id', '=', organisationId)
    .orderBy('home', 'desc')
    .orderBy('register.organisation.name')
    .execute();
  return rows.map(toAnswer);
}

export async function answerOf(db: Db, organisationId: string, centreId: string): Promise<CentreAnswer> {
  const row = await centreAnswers(db)
    .where('register.centre_answer.organisation_id', '=', organisationId)
    .where('centre_id', '=', centreId)
    .executeTakeFirstOrThrow(notFound('registration'));
  return toAnswer(row);
}

export async function centreIdsOf(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('register.centre_answer')
    .select('centre_id')
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map((row) => row.centre_id);
}

function centreAnswers(db: Db) {
  return db
    .selectFrom('register.centre_answer')
    .innerJoin('register.organisation', 'register.organisation.id', 'centre_id')
    .select([
      'register.centre_answer.id',
      'organisation_id',
      'centre_id',
      'home',
      'register.centre_answer.state',
    ])
    .select(['reason', 'asked', 'told', 'register.centre_answer.version', 'asked_at', 'answered_at'])
    .select(['register.organisation.name', 'register.organisation.phone']);
}

function toAnswer(row: {
  id: string;
  organisation_id: string;
  centre_id: string;
  home: boolean;
  state: string;
  reason: string;
  asked: string;
  told: unknown;
  version: number;
  asked_at: Date;
  answered_at: Date | null;
  name: string;
  phone: string;
}): CentreAnswer {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    centreId: row.centre_id,
    centreName: row.name,
    centrePhone: row.phone,
    home: row.home,
    state: isAnswerState(row.state) ? row.state : 'waiting',
    reason: row.reason,
    asked: row.asked,
    told: Told.array().parse(row.told),
    version: row.version,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
  };
}

function isAnswerState(value: string): value is AnswerState {
  return value in answerWords;
}

export interface QueueEntry {
  organisationId: string;
  name: string;
  summary: string;
  state: AnswerState;
  home: boolean;
  askedAt: Date;
  dueAt: Date | null;
}

/** What a centre has to answer and what it has answered lately; what waits comes first, the oldest on top. */
export async function registrationsAt(db: Db, centreId: string): Promise<QueueEntry[]> {
  const rows = await db
    .selectFrom('register.centre_answer')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .leftJoin('loops.open_loop', (join) =>
      join
        .onRef('loops.open_loop.thing_id', '=', 'register.centre_answer.id')
        .on('loops.open_loop.kind', '=', 'registration'),
    )
    .select([
      'organisation_id',
      'register.organisation.name',
      'register.organisation.summary',
      'home',
      'asked_at',
    ])
    .select(['register.centre_answer.state', 'loops.open_loop.first_due_at'])
    .where('centre_id', '=', centreId)
    .where('register.organisation.state', '<>', 'merged')
    .orderBy(sql`(register.centre_answer.state = 'waiting')`, 'desc')
    .orderBy(sql`case when register.centre_answer.state = 'waiting' then asked_at end`)
    .orderBy('answered_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    name: row.name,
    summary: row.summary,
    state: isAnswerState(row.state) ? row.state : 'waiting',
    home: row.home,
    askedAt: row.asked_at,
    dueAt: row.first_due_at,
  }));
}
