import { passPromise } from '../../slices/hub/actions/pass-promise.ts';
import { changeWeek, chooseDay } from '../../slices/loops/actions/ten-minutes.ts';
import { openLoopsOf } from '../../slices/loops/door.ts';
import { holders } from '../../slices/register/door.ts';
import { daysBack } from './days.ts';
import type { Stage } from './stage.ts';

const coordinator = 'coordinator@practice.example';

/** Two are asked by mail on a day of theirs; one of them was through last week, one has paused. */
export async function takeTenMinutes(stage: Stage): Promise<void> {
  const at = daysBack(stage.now, 9, 20);
  await chooseDay(stage.as('centre-worker@practice.example', at), { weekday: '2' });
  await chooseDay(stage.as('group-organiser@practice.example', at), { weekday: '4' });
  await changeWeek(stage.as('group-organiser@practice.example', at), { does: 'done' });
  await changeWeek(stage.as('other-organiser@practice.example', at), { does: 'pause' });
}

/** Of what has climbed by today: the coordinator has rung about one, and given it to somebody else there. */
export async function passOneOn(stage: Stage): Promise<void> {
  const ctx = stage.as(coordinator, stage.now);
  const bodies = await ctx.db.open
    .selectFrom('register.organisation_card')
    .select('id')
    .where('kind', 'in', ['centre', 'hub'])
    .execute();
  const ids = bodies.flatMap(({ id }) => id ?? []);
  const climbed = (await openLoopsOf(ctx.db.open, ids)).filter((loop) => loop.climbStep > 0);
  for (const up of climbed) {
    const to = up.aboutOrganisationId;
    const there = await holders(ctx.db.open, to, ['worker', 'admin']);
    // Where only one person answers nobody else can have it.
    if (new Set(there.map((held) => held.personId)).size < 2) continue;
    const why = 'I rang. The letter had gone to a colleague who is away; they look at it tomorrow.';
    return passPromise(ctx, up.id, { to, why, version: up.ownerSince.getTime() });
  }
}
