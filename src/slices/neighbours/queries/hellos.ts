import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Ending, Hello, ShownHello } from '../words/hellos.ts';

/** With the groups that stand for the two now: a record that was merged into another is greeted there. */
const shown = sql`
  select hello.id, whose.id as from_id, whose.name as from_name, whom.id as to_id, whom.name as to_name, words, said_at,
    answer, answered_for, answered_at
  from neighbours.hello
  join register.organisation_card as sender on sender.id = from_organisation_id
  join register.organisation_card as whose on whose.id = coalesce(sender.merged_into, sender.id)
  join register.organisation_card as receiver on receiver.id = to_organisation_id
  join register.organisation_card as whom on whom.id = coalesce(receiver.merged_into, receiver.id)`;

export async function hello(db: Db, id: string): Promise<ShownHello> {
  const { rows } = await sql<Row>`${shown} where hello.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new NotFound('hello');
  return toHello(row);
}

/** Those that wait on either side, and the last ones with an answer; the newest first. */
export async function hellosOf(db: Db, organisationId: string, limit: number): Promise<ShownHello[]> {
  const { rows } = await sql<Row>`${shown}
    where ${organisationId} in (whose.id, whom.id) and (from_organisation_id in (select id from register.organisation_card
        where id = ${organisationId} or merged_into = ${organisationId})
      or to_organisation_id in (select id from register.organisation_card
        where id = ${organisationId} or merged_into = ${organisationId}))
    order by (answered_at is null) desc, said_at desc, hello.id desc limit ${limit}`.execute(db);
  return rows.map(toHello);
}

/** The last hello between a group and each of these, whoever said it. */
export async function lastBetween(
  db: Db,
  organisationId: string,
  otherIds: readonly string[],
): Promise<Map<string, Hello>> {
  const { rows } = await sql<Row & { other_id: string }>`
    select distinct on (other_id) id, from_organisation_id as from_id, to_organisation_id as to_id, words, said_at, answer,
      answered_for, answered_at, other_id, '' as from_name, '' as to_name
    from (select hello.*, to_organisation_id as other_id from neighbours.hello
        where from_organisation_id = ${organisationId} and to_organisation_id = any(${otherIds}::uuid[])
      union all
      select hello.*, from_organisation_id from neighbours.hello
        where to_organisation_id = ${organisationId} and from_organisation_id = any(${otherIds}::uuid[])) as between_us
    where answer is distinct from 'taken_back'
    order by other_id, (answered_at is null) desc, said_at desc, id desc`.execute(db);
  return new Map(rows.map((row) => [row.other_id, toHello(row)]));
}

/** How many a group has said since then. */
export async function hellosSince(db: Db, organisationId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('neighbours.hello')
    .select((q) => q.fn.countAll<number>().as('said'))
    .where('from_organisation_id', '=', organisationId)
    .where('said_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.said);
}

/** Of these groups the ones that take no hello from this one. */
export async function stopsAgainst(
  db: Db,
  organisationId: string,
  otherIds: readonly string[],
): Promise<Set<string>> {
  if (otherIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('neighbours.stop')
    .select('organisation_id')
    .where('organisation_id', 'in', otherIds)
    .where((is) =>
      is.or([
        is('from_organisation_id', '=', organisationId),
        is('from_organisation_id', '=', is.ref('organisation_id')),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.organisation_id));
}

export interface Stops {
  all: boolean;
  from: readonly { id: string; name: string }[];
}

/** From whom a group wants no hellos. */
export async function stopsOf(db: Db, organisationId: string): Promise<Stops> {
  const rows = await db
    .selectFrom('neighbours.stop')
    .innerJoin('register.organisation_card as card', 'card.id', 'from_organisation_id')
    .select(['from_organisation_id as id', 'card.name'])
    .where('organisation_id', '=', organisationId)
    .orderBy('card.name')
    .execute();
  return {
    all: rows.some((row) => row.id === organisationId),
    from: rows.filter((row) => row.id !== organisationId).map(({ id, name }) => ({ id, name: name ?? '' })),
  };
}

/** Whether a group is public, has somebody who looks after it, and can be greeted at all. */
export function greetable(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('register.organisation_profile')
    .select([sql<string>`id`.as('id'), sql<string>`name`.as('name')])
    .where('id', 'in', ids)
    .where('claimed', '=', true)
    .orderBy('name')
    .execute();
}

interface Row {
  id: string;
  from_id: string;
  from_name: string;
  to_id: string;
  to_name: string;
  words: string;
  said_at: Date;
  answer: string | null;
  answered_for: boolean;
  answered_at: Date | null;
}

function toHello(row: Row): ShownHello {
  return {
    id: row.id,
    fromId: row.from_id,
    fromName: row.from_name,
    toId: row.to_id,
    toName: row.to_name,
    words: row.words,
    saidAt: row.said_at,
    answer: endings.find((ending) => ending === row.answer),
    answeredFor: row.answered_for,
    answeredAt: row.answered_at ?? undefined,
  };
}

const endings: readonly Ending[] = [
  'know',
  'we_signpost',
  'you_signpost',
  'both',
  'not_now',
  'nobody_there',
  'taken_back',
];
