import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { tenMinutesChanged, weekAsked } from '../events.ts';
import { canAskForTenMinutes, canHaveTenMinutes, canStopTenMinutes } from '../permits.ts';
import { peopleToAsk, personByStop, tenMinutesFound, tenMinutesOf } from '../queries/ten-minutes.ts';
import { mayAsk, mondayOf, nextLetterAt, weekList } from '../rules/ten-minutes.ts';
import type { ChooseDay, Week } from '../words/ten-minutes.ts';

/** Takes the list of this week, is through with it, pauses or goes on. */
export async function changeWeek(ctx: Ctx, { does }: Week): Promise<void> {
  permit(canHaveTenMinutes(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  const found = does === 'take' ? await tenMinutesFound(ctx, []) : [];
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `ten minutes ${personId}`);
    const before = await tenMinutesOf(tx, personId);
    const monday = mondayOf(ctx.now);
    // Sent twice, the list that was taken first is the one that counts.
    if (does === 'take' && before.week === monday) return;
    const { items } = weekList({ ...before, week: null }, found, monday);
    const letter_at = before.weekday === null ? null : nextLetterAt(before.weekday, ctx.now);
    const to = {
      take: { week: monday, items: items.map((item) => item.key), done_week: null },
      done: { done_week: monday },
      pause: { paused: true, letter_at: null },
      resume: { paused: false, letter_at },
    }[does];
    await keep(tx, personId, to);
    await record(tx, ctx, tenMinutesChanged, { does });
  });
}

/** Says on which day one is asked by mail, or that one is not. */
export async function chooseDay(ctx: Ctx, input: ChooseDay): Promise<void> {
  permit(canHaveTenMinutes(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `ten minutes ${personId}`);
    const { paused } = await tenMinutesOf(tx, personId);
    const weekday = input.weekday === 'never' ? null : Number(input.weekday);
    const letter_at = weekday === null || paused ? null : nextLetterAt(weekday, ctx.now);
    await keep(tx, personId, { weekday, letter_at });
    await record(tx, ctx, tenMinutesChanged, { does: weekday === null ? 'stop' : 'ask' });
  });
}

/** Stops the letters for whoever holds the link of one; the list itself stays. */
export async function stopAsking(ctx: Ctx, token: string): Promise<void> {
  permit(canStopTenMinutes(ctx.actor));
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const personId = await personByStop(tx, hash);
    await tx
      .updateTable('loops.ten_minutes')
      .set({ weekday: null, letter_at: null })
      .where('person_id', '=', personId)
      .execute();
    await record(tx, ctx, tenMinutesChanged, { does: 'stop' });
  });
}

interface Kept {
  week?: string;
  items?: string[];
  done_week?: string | null;
  paused?: boolean;
  weekday?: number | null;
  letter_at?: Date | null;
}

async function keep(tx: Tx, personId: string, to: Kept): Promise<void> {
  await tx
    .insertInto('loops.ten_minutes')
    .values({ person_id: personId, ...to })
    .onConflict((same) => same.column('person_id').doUpdateSet(to))
    .execute();
}

const peopleAtOnce = 200;

/** Those whose morning it is are asked, if there is something and they were not asked this week. */
export async function askPeople(ctx: Ctx): Promise<number> {
  permit(canAskForTenMinutes(ctx.actor));
  let asked = 0;
  for (;;) {
    const people = await peopleToAsk(ctx.db.open, ctx.now, peopleAtOnce);
    if (people.length === 0) return asked;
    for (const personId of people) await askOne(ctx, personId);
    asked += people.length;
  }
}

async function askOne(ctx: Ctx, personId: string): Promise<void> {
  const positions = await ctx.house.positionsOf(ctx.db.open, personId);
  const actor = { kind: 'person' as const, personId, positions, strength: 'strong' as const };
  const before = await tenMinutesOf(ctx.db.open, personId);
  const found = await tenMinutesFound({ ...ctx, actor }, before.items);
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `ten minutes ${personId}`);
    const setting = await tenMinutesOf(tx, personId);
    // Stopped, paused or asked since it was read.
    if (setting.letterAt === null || setting.letterAt > ctx.now || setting.weekday === null) return;
    const monday = mondayOf(ctx.now);
    const list = weekList(setting, found, monday);
    const asks = mayAsk(setting, list, monday);
    await tx
      .updateTable('loops.ten_minutes')
      .set({
        letter_at: nextLetterAt(setting.weekday, ctx.now),
        ...(asks && { asked_week: monday }),
      })
      .where('person_id', '=', personId)
      .execute();
    if (!asks) return;
    const payload = { personId, things: list.items.length, minutes: list.minutes };
    await record(tx, ctx, weekAsked, payload);
  });
}

/** A link for the letter, good for its own person. */
export async function makeStopToken(tx: Tx, ctx: Ctx, personId: string): Promise<string> {
  const token = ctx.newToken();
  await tx
    .insertInto('loops.ten_minutes_stop')
    .values({ token_hash: hashOf(token), person_id: personId, made_at: ctx.machineNow })
    .execute();
  return token;
}

export function forgetStops(ctx: Ctx): Promise<number> {
  permit(canAskForTenMinutes(ctx.actor));
  const before = daysAgo(ctx, 183);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('loops.ten_minutes_stop')
      .select('token_hash')
      .where('made_at', '<', before)
      .limit(limit);
    const gone = await tx
      .deleteFrom('loops.ten_minutes_stop')
      .where('token_hash', 'in', due)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** When an account is closed. */
export async function forgetTenMinutes(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  permit(ctx.actor.personId === personId);
  await tx.deleteFrom('loops.ten_minutes').where('person_id', '=', personId).execute();
}
