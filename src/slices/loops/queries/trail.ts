import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { trailOf } from '../rules/trail.ts';
import type { Happening, Loop, LoopTrail } from '../words.ts';
import { newestLoopOptional } from './open.ts';

/** More than that happens to no promise that ends. */
const most = 60;

/** What the record says of a promise, the oldest first. */
async function happeningsOf(db: Db, loopId: string): Promise<Happening[]> {
  const { rows } = await sql<Omit<Happening, 'step' | 'endReason'> & { step: string; endReason: string }>`
    select name, at, organisation_id as "organisationId", coalesce(reason, '') as reason,
      payload ->> 'step' as step, payload ->> 'endReason' as "endReason"
    from platform.event where name like 'loops.%' and payload ->> 'loopId' = ${loopId}
    order by at, id limit ${most}`.execute(db);
  return rows.map(({ step, endReason, ...one }) => ({
    ...one,
    step: step === null ? undefined : Number(step),
    endReason: endReason ?? undefined,
  }));
}

/** The trail of one promise, for a page that draws it. The caller has asked its own permit. */
export async function loopTrail(ctx: Ctx, loop: Loop): Promise<LoopTrail> {
  const happened = await happeningsOf(ctx.db.open, loop.id);
  const named = [loop, ...happened].flatMap((one) =>
    'id' in one ? [one.ownerOrganisationId, one.aboutOrganisationId] : (one.organisationId ?? []),
  );
  const standing = await ctx.house.standing(ctx.db.open, named);
  const nameOf = (id: string | null) => standing.get(id ?? '')?.name ?? '';
  return trailOf({ loop, happened, nameOf, now: ctx.now });
}

/** The same by the thing that the promise is about, where there is or was one. */
export async function trailAbout(ctx: Ctx, kind: string, thingId: string): Promise<LoopTrail | undefined> {
  const loop = await newestLoopOptional(ctx.db.open, kind, thingId);
  return loop && loopTrail(ctx, loop);
}
