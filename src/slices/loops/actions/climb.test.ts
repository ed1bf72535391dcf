import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { things } from '../../../../test/helpers/things.ts';
import { addDays } from '../../../platform/dates.ts';
import { nextDue } from '../queries/due.ts';
import { climbWhatIsDue } from './climb.ts';

dbTest('R35 more than one batch climbs in one run, each once, and each is told once', async (town) => {
  const there = await things(town);
  const loop = await town.owner
    .selectFrom('loops.loop')
    .selectAll()
    .where('id', '=', there.promise)
    .executeTakeFirstOrThrow();
  const more = Array.from({ length: 1200 }, () => ({
    ...loop,
    ...{ id: town.ctx.newId(), thing_id: town.ctx.newId() },
  }));
  await town.owner.insertInto('loops.loop').values(more).execute();
  const at = addDays(town.jobCtx.now, 1);

  const [one, other] = await Promise.all([
    climbWhatIsDue({ ...town.jobCtx, now: at }),
    climbWhatIsDue({ ...town.jobCtx, now: at }),
  ]);

  const steps = await town.owner.selectFrom('loops.loop').select(['climb_step', 'owner_person_id']).execute();
  const events = await town.owner
    .selectFrom('platform.event')
    .select('id')
    .where('name', '=', 'loops.climbed')
    .execute();
  expect(one + other).toBeGreaterThanOrEqual(1201);
  expect(new Set(steps.map((row) => row.climb_step))).toEqual(new Set([1]));
  expect(new Set(steps.map((row) => row.owner_person_id))).toEqual(new Set([there.people['member of A']]));
  expect(events).toHaveLength(1201);
  expect(await nextDue(town.owner, at)).toBeUndefined();
});
