import type { QueueRow } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { weekdayWords } from '../../platform/dates.ts';
import type { Db } from '../../platform/db/open.ts';
import { type Loop, steps } from './words.ts';

const columns = [
  'id',
  'kind',
  'thing_id',
  'owner_organisation_id',
  'owner_person_id',
  'opened_at',
  'due_at',
  'first_due_at',
  'climb_step',
] as const;

interface LoopRow {
  id: string;
  kind: string;
  thing_id: string;
  owner_organisation_id: string;
  owner_person_id: string;
  opened_at: Date;
  due_at: Date;
  first_due_at: Date;
  climb_step: number;
}

export async function openLoopsOf(db: Db, organisationIds: readonly string[]): Promise<Loop[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('owner_organisation_id', 'in', organisationIds)
    .where('ended_at', 'is', null)
    .orderBy('first_due_at')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(toLoop);
}

/** Loops whose first promise is over, the oldest first. */
async function lateLoops(db: Db, now: Date, limit: number): Promise<{ total: number; loops: Loop[] }> {
  const late = db.selectFrom('loops.loop').where('ended_at', 'is', null).where('first_due_at', '<', now);
  const { total } = await late.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await late.select(columns).orderBy('first_due_at').orderBy('id').limit(limit).execute();
  return { total, loops: rows.map(toLoop) };
}

/** The same in the words of the slices that made them, for the coordinator. */
export async function lateAnswers(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const { total, loops } = await lateLoops(ctx.db.open, ctx.now, limit);
  const rows: QueueRow[] = [];
  for (const kind of ctx.house.loopKinds) {
    const ofKind = loops.filter((loop) => loop.kind === kind.kind);
    const said = await ctx.db.read((db) =>
      kind.describe(
        db,
        ofKind.map((loop) => loop.thingId),
      ),
    );
    for (const loop of ofKind) {
      const words = said.find((word) => word.thingId === loop.thingId);
      if (!words) continue;
      rows.push({
        id: loop.thingId,
        title: words.title,
        url: words.lookUrl ?? words.url,
        text: `${kind.label}, promised for ${weekdayWords(loop.firstDueAt)}. Now with the ${steps[loop.climbStep]}`,
        late: true,
        waitsFor: words.answersId ?? loop.ownerOrganisationId,
        at: loop.firstDueAt,
      });
    }
  }
  return { total, rows: rows.sort((a, b) => Number(a.at) - Number(b.at)) };
}

/** The promises that somebody keeps for an organisation, in the words of the slices that made them. */
export async function promisesOf(
  db: Db,
  ctx: Ctx,
  who: { personId: string; organisationId: string },
): Promise<{ id: string; title: string; text: string; url: string }[]> {
  const loops = (await openLoopsOf(db, [who.organisationId])).filter(
    (loop) => loop.ownerPersonId === who.personId,
  );
  const said = await Promise.all(
    ctx.house.loopKinds.map(async (kind) => {
      const ofKind = loops.filter((loop) => loop.kind === kind.kind);
      const words = await kind.describe(
        db,
        ofKind.map((loop) => loop.thingId),
      );
      return ofKind.map((loop) => {
        const about = words.find((word) => word.thingId === loop.thingId);
        const text = `Promised for ${weekdayWords(loop.dueAt)}`;
        return {
          id: loop.id,
          title: `${kind.label}: ${about?.title ?? 'gone'}`,
          text,
          url: about?.url ?? '',
        };
      });
    }),
  );
  return said.flat();
}

export async function openLoopOptional(db: Db, kind: string, thingId: string): Promise<Loop | undefined> {
  const row = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && toLoop(row);
}

export async function openLoopsAbout(db: Db, thingId: string): Promise<Loop[]> {
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('thing_id', '=', thingId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(toLoop);
}

export async function nextDue(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('loops.loop')
    .select('due_at')
    .where('ended_at', 'is', null)
    .where('climb_step', '<', 3)
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

export async function loopsDue(db: Db, now: Date): Promise<Loop[]> {
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('ended_at', 'is', null)
    .where('climb_step', '<', 3)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map(toLoop);
}

export function heldPromises(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('loops.loop')
    .select(['kind', 'opened_at', 'due_at', 'climb_step', 'ended_at'])
    .where('owner_person_id', '=', id)
    .orderBy('opened_at')
    .execute();
}

export function promisesOwned(db: Db, organisationId: string) {
  return db
    .selectFrom('loops.loop')
    .select([
      'kind',
      'opened_at',
      'first_due_at',
      'due_at',
      'climb_step',
      'reminded_at',
      'ended_at',
      'end_reason',
    ])
    .where('owner_organisation_id', '=', organisationId)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
}

function toLoop(row: LoopRow): Loop {
  return {
    id: row.id,
    kind: row.kind,
    thingId: row.thing_id,
    ownerOrganisationId: row.owner_organisation_id,
    ownerPersonId: row.owner_person_id,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    firstDueAt: row.first_due_at,
    climbStep: row.climb_step,
  };
}
