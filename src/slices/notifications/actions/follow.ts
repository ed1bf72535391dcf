import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { organisation } from '../../register/door.ts';
import { followingChanged } from '../events.ts';
import { canFollow, canStopByLink } from '../permits.ts';
import { personByStopLink } from '../queries/following.ts';
import { dueAt } from '../rules/due.ts';
import type { FollowOrganisation } from '../words.ts';

/** The kinds of record that can change without being gone. */
const followed = ['active', 'paused'];

/**
 * Follows an organisation, changes how one hears of it, or stops. The record says that somebody did, and not whom:
 * what one follows can say a lot about oneself.
 */
export async function follow(ctx: Ctx, organisationId: string, { how }: FollowOrganisation): Promise<void> {
  permit(canFollow(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    if (how === 'stop') {
      await tx
        .deleteFrom('notifications.follow')
        .where('person_id', '=', personId)
        .where('organisation_id', 'in', (one) =>
          one
            .selectFrom('register.organisation_card')
            .select(sql<string>`id`.as('id'))
            .where((is) => is.or([is('id', '=', organisationId), is('merged_into', '=', organisationId)])),
        )
        .execute();
    } else {
      const one = await organisation(tx, organisationId);
      if (!followed.includes(one.state)) throw new NotFound('organisation');
      await tx
        .insertInto('notifications.follow')
        .values({
          id: ctx.newId(),
          person_id: personId,
          organisation_id: organisationId,
          how,
          since: ctx.now,
          told_until: ctx.now,
        })
        .onConflict((same) =>
          // What waits to be told is told in the new way.
          same.columns(['person_id', 'organisation_id']).doUpdateSet({
            how,
            due_at: sql<Date | null>`case when follow.due_at is not null then ${dueAt(how, ctx.now)}::timestamptz end`,
          }),
        )
        .execute();
    }
    await record(tx, ctx, followingChanged, { how });
  });
}

/** Stops all of it for whoever holds the link of a letter. */
export async function stopByLink(ctx: Ctx, token: string): Promise<void> {
  permit(canStopByLink(ctx.actor));
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const personId = await personByStopLink(tx, hash);
    await tx.deleteFrom('notifications.follow').where('person_id', '=', personId).execute();
    await record(tx, ctx, followingChanged, { how: 'stop' });
  });
}

/** When an account is closed. */
export async function stopFollowing(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  permit(ctx.actor.personId === personId);
  await tx.deleteFrom('notifications.follow').where('person_id', '=', personId).execute();
}
