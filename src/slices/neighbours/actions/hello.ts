import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf, londonTime } from '../../../platform/dates.ts';
import { aMomentAgo, inTurn } from '../../../platform/db/in-turn.ts';
import type { Db, Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { ownerAt } from '../../register/door.ts';
import { helloSaid, helloTakenBack } from '../events.ts';
import { canSayHello } from '../permits.ts';
import { greetable, hello, hellosSince, lastBetween, stopsAgainst } from '../queries/hellos.ts';
import { knowingOf } from '../queries/knowing.ts';
import { whyNoMoreToday, whyNotHello } from '../rules/hello.ts';
import { knowEachOther } from '../rules/knowing.ts';
import type { Hello, SayHello } from '../words/hellos.ts';
import { keepSaying } from './saying.ts';

/**
 * Says hello to several groups in one go; each of them is a promise of an answer by itself. Whoever says hello says that
 * they know the other one; the other one says its own.
 */
export async function sayHello(ctx: Ctx, organisationId: string, input: SayHello): Promise<void> {
  permit(canSayHello(ctx.actor, organisationId));
  const wanted = [...new Set(input.to)].filter((id) => id !== organisationId);

  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `hellos from ${organisationId}`);
    if ((await greetable(tx, [organisationId])).length === 0)
      throw new Refused('not_public', 'Your page is not public now, so nobody could look you up.');
    const last = await lastBetween(tx, organisationId, wanted);
    // Pressed twice, it is said once.
    const fresh = wanted.filter((id) => !wasJustSaid(ctx, last.get(id), { ...input, from: organisationId }));
    if (fresh.length === 0) return;
    const why = await whyNotAll(tx, ctx, organisationId, fresh, last);
    if (why) throw new Invalid({ to: why });
    for (const toId of fresh) await sayOne(tx, ctx, { fromId: organisationId, toId, words: input.words });
  });
}

/** While nobody has answered. It was not meant for them, or not meant at all. */
export async function takeHelloBack(ctx: Ctx, id: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const one = await hello(tx, id);
    permit(canSayHello(ctx.actor, one.fromId), { hidden: true });
    const taken = await tx
      .updateTable('neighbours.hello')
      .set({ answer: 'taken_back', answered_at: ctx.now })
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) throw new Refused('answered', `${one.toName} has answered already.`);
    await endLoop(tx, ctx, { kind: 'hello', thingId: id, endReason: 'taken back' });
    await record(tx, ctx, helloTakenBack, { helloId: id }, { organisationId: one.fromId });
    return one.fromId;
  });
}

function wasJustSaid(ctx: Ctx, last: Hello | undefined, said: { from: string; words: string }): boolean {
  return (
    last?.answer === undefined &&
    last?.fromId === said.from &&
    last.words === said.words &&
    last.saidAt >= aMomentAgo(ctx.now)
  );
}

/** The first reason that keeps one of them from being greeted; the ticks stay, so that one can be taken away. */
async function whyNotAll(
  tx: Tx,
  ctx: Ctx,
  organisationId: string,
  wanted: readonly string[],
  last: ReadonlyMap<string, Hello>,
): Promise<string | undefined> {
  const today = londonTime(dayOf(ctx.now), 0);
  const tooMany = whyNoMoreToday(await hellosSince(tx, organisationId, today), wanted.length);
  if (tooMany) return tooMany;
  const there = await greetable(tx, wanted);
  if (there.length < wanted.length) throw new NotFound('group');
  const known = (await knowingOf(tx, organisationId)).filter(knowEachOther).map((one) => one.id);
  const stopped = await stopsAgainst(tx, organisationId, wanted);
  for (const { id, name } of there) {
    const between = {
      ...{ name, takesHellos: !stopped.has(id), knowEachOther: known.includes(id), last: last.get(id) },
    };
    const why = whyNotHello(between, organisationId, ctx.now);
    if (why) return why;
  }
  return undefined;
}

async function sayOne(
  tx: Tx,
  ctx: Ctx,
  { fromId, toId, words }: { fromId: string; toId: string; words: string },
): Promise<void> {
  const id = ctx.newId();
  const said = await tx
    .insertInto('neighbours.hello')
    .values({ id, from_organisation_id: fromId, to_organisation_id: toId, words, said_at: ctx.now })
    // Of two that say hello to each other at once the first one counts, and the second is asked to answer.
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  if (said.numInsertedOrUpdatedRows !== 1n)
    throw new Refused('open', 'One of them said hello to you just now. Open this page again.');
  await keepSaying(tx, ctx, { organisationId: fromId, aboutId: toId, onlyAdds: true, said: nothingMore });
  await openLoop(tx, ctx, {
    ...{ kind: 'hello', thingId: id, dueAt: await answerDue(tx, ctx) },
    ...(await ownerAt(tx, toId)),
  });
  await record(tx, ctx, helloSaid, { helloId: id, toOrganisationId: toId }, { organisationId: fromId });
}

const nothingMore = { signpostsTo: false, signpostsFrom: false };

async function answerDue(db: Db, ctx: Ctx): Promise<Date> {
  const { hello_answer_days } = await clocks(db);
  return dueAfterWorkingDays(ctx.now, hello_answer_days, await bankHolidays(db));
}
