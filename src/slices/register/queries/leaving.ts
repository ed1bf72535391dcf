import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Handover, HandoverState, Leaving, Passed } from '../words/leaving.ts';

/** Who holds one of these runs the page: the last of them cannot leave. */
export const running = ['admin', 'coordinator'] as const;

const columns = [
  'id',
  'organisation_id',
  'person_id',
  'leaves_at',
  'note',
  'stuck_at',
  'called_off_at',
  'ended_at',
] as const;

interface LeavingRow {
  id: string;
  organisation_id: string;
  person_id: string;
  leaves_at: Date;
  note: string;
  stuck_at: Date | null;
  called_off_at: Date | null;
  ended_at: Date | null;
}

export async function leaving(db: Db, id: string): Promise<Leaving> {
  const row = await db
    .selectFrom('register.leaving')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('leaving'));
  return toLeaving(row);
}

/** Those who are on their way out of an organisation. */
export async function openLeavings(db: Db, organisationId: string): Promise<Leaving[]> {
  const rows = await db
    .selectFrom('register.leaving')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .orderBy('leaves_at')
    .execute();
  return rows.map(toLeaving);
}

/** The words that those who left wrote for those who came after, the newest first. */
export async function leftNotes(db: Db, organisationId: string): Promise<Leaving[]> {
  const rows = await db
    .selectFrom('register.leaving')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('called_off_at', 'is', null)
    .where('note', '<>', '')
    .orderBy('leaves_at', 'desc')
    .limit(5)
    .execute();
  return rows.map(toLeaving);
}

const due = (db: Db) =>
  db
    .selectFrom('register.leaving')
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .where('stuck_at', 'is', null)
    .orderBy('leaves_at');

export async function nextLeaving(db: Db, until: Date): Promise<Date | undefined> {
  const row = await due(db).select('leaves_at').where('leaves_at', '<=', until).limit(1).executeTakeFirst();
  return row?.leaves_at;
}

export async function leavingsDue(db: Db, now: Date): Promise<Leaving[]> {
  const rows = await due(db).select(columns).where('leaves_at', '<=', now).execute();
  return rows.map(toLeaving);
}

async function handovers(db: Db, leavingId: string): Promise<Handover[]> {
  const rows = await handoverRows(db).where('leaving_id', '=', leavingId).orderBy('offered_at').execute();
  return rows.map(toHandover);
}

export async function handover(db: Db, id: string): Promise<Handover> {
  const row = await handoverRows(db).where('id', '=', id).executeTakeFirstOrThrow(notFound('handover'));
  return toHandover(row);
}

function handoverRows(db: Db) {
  return db
    .selectFrom('register.handover')
    .select(['id', 'leaving_id', 'duty', 'thing_id', 'title', 'taker_person_id', 'state']);
}

/** What somebody is asked to take over, for the person's own page. */
export async function offeredTo(db: Db, personId: string) {
  return db
    .selectFrom('register.handover')
    .innerJoin('register.leaving', 'register.leaving.id', 'leaving_id')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['leaving_id', 'title', 'name', 'leaves_at'])
    .where('taker_person_id', '=', personId)
    .where('register.handover.state', '=', 'offered')
    .where('called_off_at', 'is', null)
    .where('register.leaving.ended_at', 'is', null)
    .orderBy('leaves_at')
    .execute();
}

/** Whether nobody else runs the page. */
export async function runsAlone(db: Db, organisationId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ own: number; others: number }>`
    select count(*) filter (where person_id = ${personId}) as own,
      count(*) filter (where person_id <> ${personId}) as others
    from register.position
    where organisation_id = ${organisationId} and until_at is null and role = any(${[...running]})`.execute(
    db,
  );
  return (rows[0]?.own ?? 0) > 0 && (rows[0]?.others ?? 0) === 0;
}

/** Everything somebody still answers for at an organisation, with what was offered of it. */
export async function dutiesOf(ctx: Ctx, db: Db, one: Leaving): Promise<Passed[]> {
  const given = await handovers(db, one.id);
  const who = { personId: one.personId, organisationId: one.organisationId };
  const open: Passed[] = [];
  for (const duty of ctx.house.duties) {
    for (const thing of await duty.of(db, ctx, who)) {
      const mine = given.filter((row) => row.duty === duty.kind && row.thingId === thing.id);
      open.push({
        duty: duty.kind,
        thingId: thing.id,
        title: thing.title,
        text: thing.text,
        url: thing.url,
        handover: mine.findLast((row) => row.state !== 'taken_back'),
      });
    }
  }
  const done = given.filter((row) => row.state === 'accepted');
  const still = new Set(open.map((thing) => `${thing.duty} ${thing.thingId}`));
  return [
    ...open,
    ...done
      .filter((row) => !still.has(`${row.duty} ${row.thingId}`))
      .map(({ duty, thingId, title, ...rest }) => ({
        ...{ duty, thingId, title, text: '', url: undefined },
        handover: { duty, thingId, title, ...rest },
      })),
  ];
}

function toLeaving(row: LeavingRow): Leaving {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    leavesAt: row.leaves_at,
    note: row.note,
    stuckAt: row.stuck_at,
    calledOffAt: row.called_off_at,
    endedAt: row.ended_at,
  };
}

function toHandover(row: {
  id: string;
  leaving_id: string;
  duty: string;
  thing_id: string;
  title: string;
  taker_person_id: string;
  state: string;
}): Handover {
  return {
    id: row.id,
    leavingId: row.leaving_id,
    duty: row.duty,
    thingId: row.thing_id,
    title: row.title,
    takerId: row.taker_person_id,
    state: stateOf(row.state),
  };
}

function stateOf(value: string): HandoverState {
  return value === 'accepted' || value === 'declined' || value === 'taken_back' ? value : 'offered';
}
