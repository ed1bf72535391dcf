import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { followingChanged } from '../events.ts';
import { canFollow, canStopByLink } from '../permits.ts';
import { followable } from '../queries/followable.ts';
import { personByStopLink } from '../queries/following.ts';
import { dueAt } from '../rules/due.ts';
import type { Follow, Followable } from '../words.ts';

type What = Pick<Followable, 'kind' | 'id'>;

/**
 * Follows an organisation or a service, changes how one hears of it, or stops. The record says that somebody did, and not
 * whom: what one follows can say a lot about oneself.
 */
export async function follow(ctx: Ctx, what: What, input: Follow): Promise<void> {
  permit(canFollow(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    if (input.how === 'stop') await stop(tx, personId, what);
    else {
      await followable(tx, what);
      await begin(tx, ctx, { personId, what, how: input.how, weekday: input.weekday });
    }
    await record(tx, ctx, followingChanged, { how: input.how });
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

async function begin(
  tx: Tx,
  ctx: Ctx,
  one: { personId: string; what: What; how: Exclude<Follow['how'], 'stop'>; weekday: number },
): Promise<void> {
  const { personId, what, how, weekday } = one;
  const isService = what.kind === 'service';
  const same = ['person_id', isService ? 'service_id' : 'organisation_id'] as const;
  const next = dueAt({ how, weekday }, ctx.now);
  await tx
    .insertInto('notifications.follow')
    .values({
      ...{ id: ctx.newId(), person_id: personId, how, weekday, since: ctx.now, told_until: ctx.now },
      ...(isService ? { service_id: what.id } : { organisation_id: what.id }),
    })
    .onConflict((there) =>
      // What waits to be told is told in the new way.
      there.columns(same).doUpdateSet({
        ...{ how, weekday },
        due_at: sql<Date | null>`case when follow.due_at is not null then ${next}::timestamptz end`,
      }),
    )
    .execute();
}

async function stop(tx: Tx, personId: string, { kind, id }: What): Promise<void> {
  const own = tx.deleteFrom('notifications.follow').where('person_id', '=', personId);
  if (kind === 'service') {
    await own.where('service_id', '=', id).execute();
    return;
  }
  await own
    .where('organisation_id', 'in', (one) =>
      one
        .selectFrom('register.organisation_card')
        .select(sql<string>`id`.as('id'))
        .where((is) => is.or([is('id', '=', id), is('merged_into', '=', id)])),
    )
    .execute();
}
