import { follow } from '../../slices/notifications/actions/follow.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

/** On Monday mornings. */
const weekly = { how: 'weekly', weekday: 1 } as const;

/** The link worker sends people to these most weeks, and wants to know when they change. */
const followed = 4;

export async function followSome(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const standing = groups.filter(({ one }) => one.state === 'active');
  const step = Math.floor(standing.length / followed);
  for (let place = 0; place < followed; place += 1) {
    const group = standing[place * step];
    if (!group) continue;
    const at = daysBack(stage.now, 20 + place, 16);
    await follow(
      stage.as('link-worker@practice.example', at),
      { kind: 'organisation', id: group.id },
      weekly,
    );
  }
}
