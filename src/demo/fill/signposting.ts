import { makeSheet } from '../../slices/referrals/actions/signpost.ts';
import { servicesOf } from '../../slices/register/door.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

/** The link worker signposts most weeks: a few services often, others now and then. */
const sheets = 40;
const often = 5;

export async function signpostSome(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const standing = groups.filter(({ one }) => one.state === 'active').slice(0, 60);
  const db = stage.asJob(stage.now).db.open;
  const ids: string[] = [];
  for (const group of standing) {
    const [first] = await servicesOf(db, group.id);
    if (first) ids.push(first.id);
  }
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const at = daysBack(stage.now, sheet * 2, 11);
    const chosen = [
      sheet % often,
      often + ((sheet * 3) % Math.max(1, ids.length - often)),
      (sheet * 7) % ids.length,
    ];
    const picked = [...new Set(chosen.flatMap((place) => ids[place] ?? []))];
    await makeSheet(stage.as('link-worker@practice.example', at), picked);
  }
}
