import { sql } from 'kysely';
import type { Pace } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { recordAll } from '../../../platform/record.ts';
import { bankHolidays, clocks, dueAfter } from '../../network/door.ts';
import { loopClimbed } from '../events.ts';
import { loopsDue, loopsLocked } from '../queries/due.ts';
import { type After, dueOnStep, nextStep } from '../rules/climb.ts';
import type { Loop } from '../words.ts';

/** So few in one transaction that an answer never waits long, and so many that a million are done in some minutes. */
const batch = 500;

interface Clock {
  paces: ReadonlyMap<string, Pace | undefined>;
  climbDays: number;
  after: After;
}

/** Everything that is due now climbs one step: to the second contact, the home centre, then the hub. */
export async function climbWhatIsDue(ctx: Ctx): Promise<number> {
  const clock = await clockOf(ctx);
  let done = 0;
  for (;;) {
    const ids = await loopsDue(ctx.db.open, ctx.now, batch);
    if (ids.length === 0) return done;
    await ctx.db.transaction((tx) => climbAll(tx, ctx, clock, ids));
    done += ids.length;
  }
}

async function clockOf(ctx: Ctx): Promise<Clock> {
  const { climb_days } = await clocks(ctx.db.open);
  const holidays = await bankHolidays(ctx.db.open);
  const known = new Map<string, Date>();
  return {
    paces: new Map(ctx.house.loopKinds.map(({ kind, pace }) => [kind, pace])),
    climbDays: climb_days,
    after(from, span) {
      const key = `${from.getTime()} ${JSON.stringify(span)}`;
      const before = known.get(key);
      if (before) return before;
      // Most of a night began at the same few moments; what did not must not fill the memory.
      if (known.size > 1000) known.clear();
      const at = dueAfter(from, span, holidays);
      known.set(key, at);
      return at;
    },
  };
}

/** What was answered since it was read stays where it is. */
async function climbAll(tx: Tx, ctx: Ctx, clock: Clock, ids: readonly string[]): Promise<void> {
  const due = await loopsLocked(tx, ids, ctx.now);
  const climbing = due.flatMap((loop) => {
    const step = nextStep(loop.climbStep);
    return step === undefined ? [] : [{ loop, step }];
  });
  const above = await ctx.house.ladder(
    tx,
    climbing.map(({ loop, step }) => ({ ...loop, climbStep: step })),
  );
  const moves = climbing.map(({ loop, step }, index) => {
    const on = above[index];
    return {
      loop,
      step,
      due: dueOnStep(step, clockFor(loop, clock), ctx.now, clock.after),
      organisation: on?.organisationId ?? loop.ownerOrganisationId,
      person: on?.personId ?? loop.ownerPersonId,
    };
  });
  await move(
    tx,
    ctx,
    moves.map(({ loop, ...to }) => ({ id: loop.id, ...to })),
  );
  await recordAll(
    tx,
    ctx,
    loopClimbed,
    moves.map(({ loop: { id: loopId, kind, thingId }, step, organisation, person }) => ({
      payload: { loopId, kind, thingId, step, personId: person },
      organisationId: organisation,
    })),
  );
}

function clockFor({ openedAt, kind }: Loop, { paces, climbDays }: Clock) {
  return { openedAt, pace: paces.get(kind), climbDays };
}

async function move(tx: Tx, ctx: Ctx, moves: readonly { id: string }[]): Promise<void> {
  await sql`update loops.loop set climb_step = moved.step, due_at = moved.due,
      owner_organisation_id = moved.organisation, owner_person_id = moved.person,
      owner_since = case when owner_person_id = moved.person and owner_organisation_id = moved.organisation
        then owner_since else ${ctx.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      as moved(id uuid, step integer, due timestamptz, organisation uuid, person uuid)
    where loop.id = moved.id`.execute(tx);
}
