import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused, Stale } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf, spokenCode } from '../../../platform/secrets.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../network/door.ts';
import { matterAnswered, matterReceived, matterTold } from '../events.ts';
import { canAnswerMatter, canFollowMatter, canLogMatter, canSendMatter } from '../permits/matters.ts';
import { matterByLinkOptional, matterInTurn } from '../queries/matters.ts';
import {
  dueAfterWaiting,
  dueOf,
  extendedDue,
  firstWordDays,
  type MatterMove,
  whyNotMove,
} from '../rules/matters.ts';
import { type Matter, outcomes, type SentMatter } from '../words/matters.ts';

interface Sent {
  readonly about?: string;
  readonly signs: readonly string[];
}

/** Its id, and the token of the link by which whoever sent it follows it; that is shown once and goes out by letter. */
export interface Followed {
  readonly id: string;
  readonly token: string;
}

/** Anybody asks or complains. */
export async function sendMatter(ctx: Ctx, input: SentMatter, { about, signs }: Sent): Promise<Followed> {
  permit(canSendMatter(ctx.actor));
  return ctx.db.transaction(async (tx) => {
    const toId = await whoAnswers(tx, ctx, input, about);
    return insert(tx, ctx, input, { toId, signs, how: 'online', ...(about && { about }) });
  });
}

/** What somebody said, wrote down by whoever heard it. */
export async function logMatter(
  ctx: Ctx,
  organisationId: string,
  input: SentMatter & { how: string },
): Promise<Followed> {
  permit(canLogMatter(ctx.actor, organisationId), { hidden: true });
  return ctx.db.transaction((tx) =>
    insert(tx, ctx, input, { toId: organisationId, signs: [], how: input.how }),
  );
}

/** Details are for the hub's data lead; a complaint for whoever stands above the one it is about. */
async function whoAnswers(tx: Tx, ctx: Ctx, input: SentMatter, about: string | undefined): Promise<string> {
  const isAboutDetails = input.kind === 'rights-request' || input.topic === 'data';
  return ctx.house.bodies.overseerOf(tx, isAboutDetails ? undefined : about);
}

async function insert(
  tx: Tx,
  ctx: Ctx,
  input: SentMatter,
  to: { toId: string; about?: string; signs: readonly string[]; how: string },
): Promise<Followed> {
  const [id, token] = [ctx.newId(), ctx.newToken()];
  const { kind, topic, words, name, email, phone } = input;
  const isOwn = to.how === 'online' && isPerson(ctx.actor);
  await tx
    .insertInto('privacy.matter')
    .values({
      ...{ id, kind, topic, words, name, email, phone, how: to.how, code: spokenCode(ctx.newToken()) },
      ...{ link_hash: hashOf(token), link_sealed: ctx.vault.seal(Buffer.from(token), `privacy:${id}:link`) },
      ...{ organisation_id: to.toId, about_organisation_id: to.about ?? null, signs: [...to.signs] },
      person_id: isOwn ? (ctx.actor.personId ?? null) : null,
      taken_by_person_id: to.how === 'online' ? null : (ctx.actor.personId ?? null),
      ...{ got_at: ctx.now, due_at: dueOf(kind, ctx.now) },
    })
    .execute();
  const firstWord = dueAfterWorkingDays(ctx.now, firstWordDays, await bankHolidays(tx));
  await openFor(tx, ctx, { id, kind, organisationId: to.toId, topic }, firstWord);
  await record(tx, ctx, matterReceived, { matterId: id, kind, topic }, { organisationId: to.toId });
  return { id, token };
}

/** Requests about details wait for the data lead, where there is one. */
async function openFor(
  tx: Tx,
  ctx: Ctx,
  one: Pick<Matter, 'id' | 'kind' | 'organisationId' | 'topic'>,
  dueAt: Date,
): Promise<void> {
  const { bodies } = ctx.house;
  const isAboutDetails = one.kind === 'rights-request' || one.topic === 'data';
  const owner = await (isAboutDetails ? bodies.dataLeadOf : bodies.keeperOf)(tx, one.organisationId);
  await openLoop(tx, ctx, { kind: one.kind, thingId: one.id, dueAt, ...owner });
}

export interface Moving {
  readonly version: number;
  readonly words: string;
}

/** Somebody looks into it: a complaint is acknowledged, and of a request it is sure who asks. */
export async function takeUpMatter(
  ctx: Ctx,
  id: string,
  input: Moving & { identity: string },
): Promise<void> {
  await move(ctx, id, 'take-up', input.version, async (tx, one) => {
    if (one.kind === 'rights-request' && input.identity === '') {
      throw new Invalid({
        identity: 'Write how you made sure who asks, such as “Rang the number on the record”.',
      });
    }
    await change(tx, one, { state: 'in-work', taken_up_at: ctx.now, identity: input.identity });
    await endLoop(tx, ctx, { kind: one.kind, thingId: id, endReason: 'taken-up' });
    await openFor(tx, ctx, one, one.dueAt);
    await note(tx, ctx, one, 'taken-up', input.words);
  });
}

/** Tells them how far it is, or asks them something; then their clock stands until they have answered. */
export async function tellMatter(
  ctx: Ctx,
  id: string,
  input: Moving & { what: 'told' | 'asked' },
): Promise<void> {
  const asks = input.what === 'asked';
  await move(ctx, id, asks ? 'ask' : 'tell', input.version, async (tx, one) => {
    await change(tx, one, asks ? { state: 'waiting', waits_since: ctx.now } : {});
    await note(tx, ctx, one, input.what, input.words);
  });
}

export async function giveMoreTime(ctx: Ctx, id: string, input: Moving): Promise<void> {
  await move(ctx, id, 'more-time', input.version, async (tx, one) => {
    const dueAt = extendedDue(one);
    await change(tx, one, { due_at: dueAt, extended_at: ctx.now, extended_why: input.words });
    await endLoop(tx, ctx, { kind: one.kind, thingId: id, endReason: 'more-time' });
    await openFor(tx, ctx, one, dueAt);
    await note(tx, ctx, one, 'more-time', input.words);
  });
}

export async function answerMatter(ctx: Ctx, id: string, input: Moving & { outcome: string }): Promise<void> {
  await move(ctx, id, 'answer', input.version, async (tx, one) => {
    const { outcome, words: answer } = input;
    if (!(outcome in outcomes[one.kind])) throw new Invalid({ outcome: 'Choose what came of it.' });
    await change(tx, one, { state: 'answered', waits_since: null, outcome, answer, answered_at: ctx.now });
    await endLoop(tx, ctx, { kind: one.kind, thingId: id, endReason: outcome });
    const about = { organisationId: one.organisationId };
    await record(tx, ctx, matterAnswered, { matterId: id, kind: one.kind, outcome }, about);
  });
}

/** Whoever sent it adds something; if they were asked, the clock goes on from where it stood. */
export async function replyMatter(ctx: Ctx, matterId: string, words: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await matterInTurn(tx, matterId);
    permit(canFollowMatter(ctx.actor, { personId: one.personId, holdsLink: false }), { hidden: true });
    await reply(tx, ctx, one, words);
  });
}

export async function replyMatterByLink(ctx: Ctx, token: string, words: string): Promise<void> {
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const one = await matterByLinkOptional(tx, hash);
    if (!one) throw new NotFound('link');
    await reply(tx, ctx, await matterInTurn(tx, one.id), words);
  });
}

async function reply(tx: Tx, ctx: Ctx, one: Matter, words: string): Promise<void> {
  const why = whyNotMove(one, 'reply', ctx.now);
  if (why) throw new Refused('not_now', why);
  const goesOn = { state: 'in-work', waits_since: null, due_at: dueAfterWaiting(one, ctx.now) };
  await change(tx, one, one.state === 'waiting' ? goesOn : {});
  await note(tx, ctx, one, 'came-back', words);
}

async function move(
  ctx: Ctx,
  id: string,
  what: MatterMove,
  version: number,
  act: (tx: Tx, one: Matter) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await matterInTurn(tx, id);
    permit(canAnswerMatter(ctx.actor, one), { hidden: true });
    const why = whyNotMove(one, what, ctx.now);
    if (why) throw new Refused('not_now', why);
    if (one.version !== version) throw new Stale({ version: one.version });
    await act(tx, one);
  });
}

async function change(tx: Tx, one: Matter, to: Record<string, unknown>): Promise<void> {
  await tx
    .updateTable('privacy.matter')
    .set({ ...to, version: one.version + 1 })
    .where('id', '=', one.id)
    .execute();
}

async function note(tx: Tx, ctx: Ctx, one: Matter, what: string, words: string): Promise<void> {
  await tx
    .insertInto('privacy.matter_note')
    .values({
      ...{ id: ctx.newId(), matter_id: one.id, what, words, at: ctx.now },
      by_person_id: ctx.actor.personId ?? null,
    })
    .execute();
  const about = { organisationId: one.organisationId };
  await record(tx, ctx, matterTold, { matterId: one.id, kind: one.kind, what }, about);
}
