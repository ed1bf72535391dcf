import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import type { Db, Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused, Stale } from '../../../platform/errors.ts';
import { post } from '../../../platform/outbox.ts';
import { isPerson, permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import {
  accountClosed,
  firstDayEnded,
  nameChanged,
  personJoined,
  signedOut,
  signedOutElsewhere,
} from '../events.ts';
import { canBringIn, canCloseAccount, canEndSession, canSeeOwnPage, canSignInAs } from '../permits.ts';
import { person, personIdByEmailOptional } from '../queries/sign-in.ts';
import { letters } from '../words/letters.ts';
import { mayChangeKeys } from './keys.ts';
import { openSession } from './sign-in.ts';

export async function changeName(ctx: Ctx, input: { name: string; version: number }): Promise<void> {
  permit(canSeeOwnPage(ctx.actor));
  if (!isPerson(ctx.actor)) return;
  const { personId } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    const before = await person(tx, personId);
    if (before.version !== input.version) throw new Stale({ name: before.name, version: before.version });
    await tx
      .updateTable('people.person')
      .set({ name: input.name, version: before.version + 1, changed_at: ctx.now })
      .where('id', '=', personId)
      .execute();
    await record(tx, ctx, nameChanged, { personId });
  });
}

/** Ends one of one's own sessions; that of another is not found. */
export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  permit(canEndSession(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const { rows } = await sql<{ ended: number }>`
      select people.end_session(${sessionId}, ${ctx.machineNow}) as ended`.execute(tx);
    if (rows[0]?.ended !== 1) throw new NotFound('session');
    await record(tx, ctx, signedOut, { sessionId });
  });
}

/** Ends every session but this one. */
export async function signOutElsewhere(ctx: Ctx): Promise<void> {
  permit(canEndSession(ctx.actor));
  const { personId = '' } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await sql`select people.end_sessions_of_actor(true, ${ctx.machineNow})`.execute(tx);
    await record(tx, ctx, signedOutElsewhere, { personId });
  });
}

/**
 * Closes the account. What nobody else looks after has to be passed on first. The mailbox is free at once, keys and
 * sessions are gone; the name goes when it was kept long enough for those who worked with the person.
 */
export async function closeAccount(ctx: Ctx, networkName: string): Promise<void> {
  permit(canCloseAccount(ctx.actor));
  if (!isPerson(ctx.actor)) return;
  const { personId, email = '' } = ctx.actor;
  await mayChangeKeys(ctx);
  // What is shut cannot be passed on or ended either.
  if (ctx.actor.shut && ctx.actor.shut.length > 0) wantSecondKey(ctx.actor);

  await ctx.db.transaction(async (tx) => {
    const inTheWay = await inTheWayOf(tx, ctx, personId);
    if (inTheWay[0]) throw new Refused('last_one', inTheWay[0].why);
    for (const { end } of ctx.house.leaving) await end(tx, ctx, personId);
    await post(tx, ctx, 'account', { to: email, ...letters.accountClosed({ network: networkName }) });
    await record(tx, ctx, accountClosed, { personId });
    await tx.deleteFrom('people.provider_account').where('person_id', '=', personId).execute();
    await sql`select people.close_account(${ctx.machineNow})`.execute(tx);
  });
}

/** What would be left without anybody, each with the way out. */
export async function inTheWayOf(db: Db, ctx: Ctx, personId: string) {
  const all = [];
  for (const { inTheWay } of ctx.house.leaving) all.push(...(await inTheWay(db, personId)));
  return all;
}

/** The steps of the first day go from one's own page; they can still be read at their address. */
export async function endFirstDay(ctx: Ctx): Promise<void> {
  permit(canSeeOwnPage(ctx.actor));
  if (!isPerson(ctx.actor)) return;
  const { personId } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    await tx
      .updateTable('people.person')
      .set({ first_day_done_at: ctx.now })
      .where('id', '=', personId)
      .where('first_day_done_at', 'is', null)
      .execute();
    await record(tx, ctx, firstDayEnded, { personId });
  });
}

/** In a practice network anybody at this machine may be anybody of the cast. Returns the token for the cookie. */
export async function signInAs(
  ctx: Ctx,
  email: string,
  asked: { practice: boolean; device: string },
): Promise<string> {
  permit(canSignInAs(ctx.actor, asked.practice), { hidden: true });

  return ctx.db.transaction(async (tx) => {
    const personId = await personIdByEmailOptional(tx, email);
    if (!personId) throw new NotFound('person');
    // Whoever has a place in an organisation comes in as if a second key had been shown: what the place asks for.
    const positions = await ctx.house.positionsOf(tx, personId);
    const shown = positions.length > 0 ? { shown: 'practice' as const } : {};
    return openSession(tx, ctx, { personId, device: asked.device, ...shown });
  });
}

/** For commands and the first filling: the person with this mailbox, made if there is none. */
export async function bringIn(tx: Tx, ctx: Ctx, input: { email: string; name: string }): Promise<string> {
  permit(canBringIn(ctx.actor));

  const known = await personIdByEmailOptional(tx, input.email);
  if (known) return known;
  const id = ctx.newId();
  await tx
    .insertInto('people.person')
    .values({ id, email: input.email, name: input.name, created_at: ctx.now, changed_at: ctx.now })
    .execute();
  await record(tx, ctx, personJoined, { personId: id });
  return id;
}

/** That these were here on a day of the past, for the first filling. */
export async function sawPersons(tx: Tx, ctx: Ctx, personIds: readonly string[]): Promise<void> {
  permit(canBringIn(ctx.actor));
  await tx
    .updateTable('people.person')
    .set({ last_seen_on: dayOf(ctx.now) })
    .where('id', 'in', personIds)
    .execute();
}

/** Keeps the name somebody gave of themselves in a form, when we had none. */
export async function nameOnce(tx: Tx, ctx: Ctx, name: string): Promise<void> {
  if (!isPerson(ctx.actor) || name === '') return;
  await tx
    .updateTable('people.person')
    .set({ name, changed_at: ctx.now })
    .where('id', '=', ctx.actor.personId)
    .where('name', '=', '')
    .execute();
}

/** Keeps a session awake while it is used, and notes the day. */
export async function seen(db: Db, tokenHash: Buffer, when: { at: Date; now: Date }): Promise<void> {
  await sql`select people.see_session(${tokenHash}, ${when.at}),
    people.note_seen(${tokenHash}, ${dayOf(when.now)})`.execute(db);
}
