import { passPromise } from '../../slices/hub/actions/pass-promise.ts';
import { changeWeek, chooseDay } from '../../slices/loops/actions/ten-minutes.ts';
import { openLoopsOf } from '../../slices/loops/door.ts';
import { hubId } from '../../slices/register/door.ts';
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

/** What has come up to the hub by today: the coordinator has rung about one, and passed it back. */
export async function passOneOn(stage: Stage): Promise<void> {
  const ctx = stage.as(coordinator, stage.now);
  const hub = await hubId(ctx.db.open);
  const up = (await openLoopsOf(ctx.db.open, [hub])).find((loop) => loop.aboutOrganisationId !== hub);
  if (!up) return;
  await passPromise(ctx, up.id, {
    to: up.aboutOrganisationId,
    why: 'I rang. The letter had gone to a colleague who is away; they look at it tomorrow.',
    version: up.ownerSince.getTime(),
  });
}
