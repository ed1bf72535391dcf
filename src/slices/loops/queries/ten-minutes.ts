import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { isPerson } from '../../../platform/permit.ts';
import { type ListedItem, mostItems, type TenMinutesSetting, unset } from '../words/ten-minutes.ts';

/** How somebody has it; whoever chose nothing has it as it comes. */
export async function tenMinutesOf(db: Db, personId: string): Promise<TenMinutesSetting> {
  const row = await db
    .selectFrom('loops.ten_minutes')
    .select(['week', 'items', 'done_week', 'paused', 'weekday', 'letter_at', 'asked_week'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return unset;
  return {
    week: row.week,
    items: row.items,
    doneWeek: row.done_week,
    paused: row.paused,
    weekday: row.weekday,
    letterAt: row.letter_at,
    askedWeek: row.asked_week,
  };
}

/** What wants a look of the actor: of each kind no more than a list holds, and of all those taken before. */
export async function tenMinutesFound(ctx: Ctx, taken: readonly string[]): Promise<ListedItem[]> {
  const sources = [...ctx.house.tenMinutes].sort((a, b) => a.place - b.place);
  const found: ListedItem[] = [];
  for (const { name, label, read } of sources) {
    const prefix = `${name}:`;
    const ids = taken.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    const items = await read(ctx, { limit: mostItems, taken: ids });
    found.push(...items.map(({ id, ...item }) => ({ ...item, key: `${prefix}${id}`, kind: label })));
  }
  return found;
}

export async function nextTenMinutes(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('loops.ten_minutes')
    .select('letter_at')
    .where('letter_at', '<=', until)
    .orderBy('letter_at')
    .limit(1)
    .executeTakeFirst();
  return row?.letter_at ?? undefined;
}

/** Whose letter is due; only a job sees them all. */
export async function peopleToAsk(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('loops.ten_minutes')
    .select('person_id')
    .where('letter_at', '<=', now)
    .orderBy('letter_at')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The person whose link it is; the database shows it to nobody else. */
export async function personByStop(db: Db, hash: Buffer): Promise<string> {
  const row = await db
    .selectFrom('loops.ten_minutes_stop')
    .select('person_id')
    .where('token_hash', '=', hash)
    .executeTakeFirstOrThrow(notFound('link'));
  return row.person_id;
}

export async function heldTenMinutes(db: Db, { id }: { id: string }) {
  const { rows } = await sql<object>`
    select week, items, done_week, paused, weekday, letter_at, asked_week from loops.ten_minutes
    where person_id = ${id}`.execute(db);
  return rows;
}

export function heldTenMinutesStops(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('loops.ten_minutes_stop')
    .select('made_at')
    .where('person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

/** The short list of the person's own page. */
export async function tenMinutesPanel(ctx: Ctx): Promise<TenMinutesSetting | undefined> {
  const { actor } = ctx;
  return isPerson(actor) ? ctx.db.read((db) => tenMinutesOf(db, actor.personId)) : undefined;
}
