import { type ExpressionBuilder, sql } from 'kysely';
import type { Db, Tables } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { AddEntry, Earlier, Entry, Look } from '../words.ts';

/** Who reads, so that a query asks for no more than the rights give. The database holds to the same. */
export interface Reader {
  /** The centres, or the hub, whose work the reader does. */
  readonly bodies: readonly string[];
  /** `centres`: what centres tell each other; `group`: only what the group is shown. */
  readonly as: 'centres' | 'group';
}

const columns = [
  'id',
  'organisation_id',
  'centre_id',
  'kind',
  'on_day',
  'words',
  'shown_to',
  'author_person_id',
  'author_name',
  'follow_up_on',
  'follow_up_person_id',
  'follow_up_done_at',
  'made_at',
  'changed_at',
  'version',
  'withdrawn_at',
  'withdrawn_reason',
] as const;

/** The timeline of a group, the newest first; a record that was merged into it brings its own along. */
export async function entriesAbout(
  db: Db,
  organisationId: string,
  reader: Reader,
  limit: number,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('support.entry')
    .select(columns)
    .where(isAbout(organisationId))
    .where(isFor(reader))
    .orderBy('on_day', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

export async function entry(db: Db, id: string): Promise<Entry> {
  const row = await db
    .selectFrom('support.entry')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('entry'));
  return toEntry(row);
}

/** The same, written down by the same person since then. */
export function sameEntryOptional(
  db: Db,
  of: AddEntry & { organisationId: string; personId: string; since: Date },
) {
  return db
    .selectFrom('support.entry')
    .select('id')
    .where('organisation_id', '=', of.organisationId)
    .where('centre_id', '=', of.centre_id)
    .where('author_person_id', '=', of.personId)
    .where('made_at', '>=', of.since)
    .where('kind', '=', of.kind)
    .where('on_day', '=', of.on_day)
    .where('words', '=', of.words)
    .where('shown_to', '=', of.shown_to)
    .where('follow_up_on', 'is not distinct from', of.follow_up_on)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
}

export async function earlierOf(db: Db, entryId: string): Promise<Earlier[]> {
  const rows = await db
    .selectFrom('support.earlier')
    .select(['version', 'kind', 'on_day', 'words', 'shown_to', 'until_at'])
    .where('entry_id', '=', entryId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    kind: row.kind,
    onDay: row.on_day,
    words: row.words,
    shownTo: row.shown_to,
    untilAt: row.until_at,
  }));
}

export async function looksInto(db: Db, organisationId: string, limit: number): Promise<Look[]> {
  const rows = await db
    .selectFrom('support.look')
    .select(['id', 'person_name', 'reason', 'looked_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('looked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personName: row.person_name,
    reason: row.reason,
    lookedAt: row.looked_at,
  }));
}

/** Whether somebody gave a reason a short while ago, by the machine's clock. */
export async function isLooking(
  db: Db,
  organisationId: string,
  personId: string,
  at: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('support.look')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('closes_at', '>', at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a centre has to follow up, the oldest day first; of one colleague when a person is given. */
export async function followUpsOf(
  db: Db,
  of: { centreIds: readonly string[]; personId?: string },
  limit: number,
): Promise<(Entry & { organisationName: string })[]> {
  if (of.centreIds.length === 0) return [];
  const rows = await db
    .selectFrom('support.entry')
    .innerJoin('register.organisation_card as about', 'about.id', 'support.entry.organisation_id')
    .select(columns.map((column) => `support.entry.${column}` as const))
    .select('about.name as organisation_name')
    .where('support.entry.centre_id', 'in', of.centreIds)
    .where('follow_up_on', 'is not', null)
    .where('follow_up_done_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .$if(of.personId !== undefined, (q) => q.where('follow_up_person_id', '=', of.personId ?? ''))
    .orderBy('follow_up_on')
    .orderBy('support.entry.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toEntry(row), organisationName: row.organisation_name ?? '' }));
}

type Is = ExpressionBuilder<Tables, 'support.entry'>;

function isAbout(organisationId: string) {
  return (is: Is) =>
    is.or([
      is('organisation_id', '=', organisationId),
      is(
        'organisation_id',
        'in',
        is
          .selectFrom('register.organisation_card')
          .select(sql<string>`id`.as('id'))
          .where('merged_into', '=', organisationId),
      ),
    ]);
}

function isFor({ bodies, as }: Reader) {
  return (is: Is) =>
    as === 'group'
      ? is.and([is('shown_to', '=', 'group_too'), is('withdrawn_at', 'is', null)])
      : is.or([
          is('shown_to', '<>', 'own_centre'),
          is('centre_id', 'in', bodies.length > 0 ? [...bodies] : [nobody]),
        ]);
}

const nobody = '00000000-0000-0000-0000-000000000000';

interface Row {
  id: string;
  organisation_id: string;
  centre_id: string;
  kind: string;
  on_day: string;
  words: string;
  shown_to: string;
  author_person_id: string;
  author_name: string;
  follow_up_on: string | null;
  follow_up_person_id: string | null;
  follow_up_done_at: Date | null;
  made_at: Date;
  changed_at: Date;
  version: number;
  withdrawn_at: Date | null;
  withdrawn_reason: string;
}

function toEntry(row: Row): Entry {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    centreId: row.centre_id,
    kind: row.kind,
    onDay: row.on_day,
    words: row.words,
    shownTo: row.shown_to,
    authorPersonId: row.author_person_id,
    authorName: row.author_name,
    followUpOn: row.follow_up_on,
    followUpPersonId: row.follow_up_person_id,
    followUpDoneAt: row.follow_up_done_at,
    madeAt: row.made_at,
    changedAt: row.changed_at,
    version: row.version,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
  };
}
