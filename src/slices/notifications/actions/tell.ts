import type { Recorded } from '../../../platform/contributions.ts';
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
import { dueFollows, followersOf, newsFor, peopleDue } from '../queries/following.ts';
import { recordedEvent } from '../queries/mail.ts';
import { dueAt } from '../rules/due.ts';
import { newsLetter } from '../rules/letter.ts';
import { following } from '../urls.ts';
import { withFoot } from '../words.ts';

/** In the transaction of the event: a job looks whether anybody follows. */
export async function hearNews(tx: Tx, ctx: Ctx, event: Recorded): Promise<void> {
  if (!ctx.house.news.some((one) => one.event === event.name)) return;
  await addJob(tx, 'tell-followers', { eventId: event.id });
}

/** Puts down what there is to tell of organisations that somebody follows, and when each follower is to hear of it. */
export async function tellFollowers(ctx: Ctx, eventId: string): Promise<void> {
  permit(canWriteMessages(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const event = await recordedEvent(tx, eventId);
    for (const news of ctx.house.news.filter((one) => one.event === event.name)) {
      const told = await news.tell(tx, event);
      const follows = await followersOf(
        tx,
        told.map((one) => one.organisationId),
      );
      const followed = new Set(follows.map((one) => one.organisationId));
      const rows = told.filter((one) => followed.has(one.organisationId));
      if (rows.length === 0) continue;
      await tx
        .insertInto('notifications.news')
        .values(
          rows.map(({ organisationId, words }) => ({
            id: ctx.newId(),
            organisation_id: organisationId,
            event_id: event.id,
            at: event.at,
            words,
          })),
        )
        .onConflict((same) => same.doNothing())
        .execute();
      for (const one of follows) {
        // Whoever made the change knows of it.
        if (one.dueAt !== null || one.personId === event.actorPersonId || one.since > event.at) continue;
        await tx
          .updateTable('notifications.follow')
          .set({ due_at: dueAt(one.how, event.at) })
          .where('id', '=', one.id)
          .execute();
      }
    }
  });
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
  const due = await dueFollows(tx, personId, ctx.now);
  const [person] = await personsByIds(tx, [personId]);
  const groups = await newsFor(tx, due, ctx.now);
  if (person && groups.length > 0) {
    const token = ctx.newToken();
    await tx
      .insertInto('notifications.stop_link')
      .values({ token_hash: hashOf(token), person_id: personId, made_at: ctx.machineNow })
      .execute();
    const stopUrl = ctx.publicUrl + following.stop(token);
    const letter = newsLetter({ groups, publicUrl: ctx.publicUrl, stopUrl, now: ctx.now });
    const { name: networkName, hubName, hubPhone, hubEmail } = await network(tx);
    const why = { networkName, hubName, hubPhone, hubEmail };
    await post(tx, ctx, 'news', {
      to: person.email,
      subject: letter.subject,
      text: withFoot(letter.text, why, undefined, 'You get this because you follow them.'),
      stopUrl,
    });
  }
  await tx
    .updateTable('notifications.follow')
    .set({ told_until: ctx.now, due_at: null })
    .where(
      'id',
      'in',
      due.map((one) => one.id),
    )
    .execute();
}
