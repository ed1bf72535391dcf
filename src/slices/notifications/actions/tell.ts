import type { Recorded, ToldNews } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { post } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { network } from '../../network/door.ts';
import { personsByIds } from '../../people/door.ts';
import { canWriteMessages } from '../permits.ts';
import { dueFollows, followersOf, peopleDue } from '../queries/following.ts';
import { recordedEvent } from '../queries/mail.ts';
import { newsFor } from '../queries/news.ts';
import { dueAt } from '../rules/due.ts';
import { newsLetter } from '../rules/letter.ts';
import { quietMs } from '../rules/quiet.ts';
import { following } from '../urls.ts';
import { withFoot } from '../words.ts';
import { hashOf as hashOfMailbox } from './write.ts';

/** In the transaction of the event: a job looks whether anybody follows. */
export async function hearNews(tx: Tx, ctx: Ctx, event: Recorded): Promise<void> {
  if (!ctx.house.news.some((one) => one.event === event.name)) return;
  await addJob(tx, 'tell-followers', { eventId: event.id });
}

/** Puts down what there is to tell of what somebody follows, and when each follower is to hear of it. */
export async function tellFollowers(ctx: Ctx, eventId: string): Promise<void> {
  permit(canWriteMessages(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const event = await recordedEvent(tx, eventId);
    for (const news of ctx.house.news.filter((one) => one.event === event.name)) {
      const told = await news.tell(tx, event);
      const follows = await followersOf(
        tx,
        told.map((one) => one.organisationId),
        told.flatMap((one) => one.serviceId ?? []),
      );
      const followed = new Set(follows.map((one) => one.thingId));
      const wanted = told.filter(
        (one) => followed.has(one.organisationId) || (one.serviceId && followed.has(one.serviceId)),
      );
      await putDown(tx, ctx, event, wanted);
      for (const one of follows) {
        // Whoever made the change knows of it.
        if (one.dueAt !== null || one.personId === event.actorPersonId || one.since > event.at) continue;
        await tx
          .updateTable('notifications.follow')
          .set({ due_at: dueAt(one, event.at) })
          .where('id', '=', one.id)
          .execute();
      }
    }
  });
}

async function putDown(tx: Tx, ctx: Ctx, event: Recorded, told: readonly ToldNews[]): Promise<void> {
  if (told.length === 0) return;
  await tx
    .insertInto('notifications.news')
    .values(
      told.map(({ organisationId, serviceId, words }) => ({
        ...{ id: ctx.newId(), event_id: event.id, at: event.at, words },
        ...{ organisation_id: organisationId, service_id: serviceId ?? null },
      })),
    )
    .onConflict((same) => same.doNothing())
    .execute();
}

/** One letter to each person to whom something is due, about all that is due to that person. */
export async function sendNews(ctx: Ctx): Promise<number> {
  permit(canWriteMessages(ctx.actor));
  const people = await peopleDue(ctx.db.open, ctx.now);
  for (const personId of people) await ctx.db.transaction((tx) => sendTo(tx, ctx, personId));
  return people.length;
}

async function sendTo(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  await inTurn(tx, `news ${personId}`);
  const followIds = await dueFollows(tx, personId, ctx.now);
  const [person] = await personsByIds(tx, [personId]);
  if (person) await writeNews(tx, ctx, { person, followIds });
  await tx
    .updateTable('notifications.follow')
    .set({ told_until: ctx.now, due_at: null })
    .where('id', 'in', followIds)
    .execute();
}

async function writeNews(
  tx: Tx,
  ctx: Ctx,
  { person, followIds }: { person: { id: string; email: string }; followIds: readonly string[] },
): Promise<void> {
  const mailbox = hashOfMailbox(person.email);
  const things = await newsFor(tx, ctx, { followIds, mailbox });
  if (things.length === 0) return;
  const token = ctx.newToken();
  await tx
    .insertInto('notifications.stop_link')
    .values({ token_hash: hashOf(token), person_id: person.id, made_at: ctx.machineNow })
    .execute();
  const stopUrl = ctx.publicUrl + following.stop(token);
  const letter = newsLetter({ things, publicUrl: ctx.publicUrl, stopUrl, now: ctx.now });
  const { name: networkName, hubName, hubPhone, hubEmail, quiet } = await network(tx);
  const why = { networkName, hubName, hubPhone, hubEmail };
  await post(tx, ctx, 'news', {
    to: person.email,
    subject: letter.subject,
    text: withFoot(letter.text, why, undefined, 'You get this because you follow them.'),
    stopUrl,
    waitsMs: quietMs(ctx.now, quiet),
  });
  const told = things.flatMap(({ news }) => news.map(({ id }) => ({ news_id: id, to_hash: mailbox })));
  await tx
    .insertInto('notifications.told_news')
    .values(told.map((one) => ({ ...one, at: ctx.now })))
    .execute();
}
