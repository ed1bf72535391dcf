import { startMerge, versionsOf } from '../../slices/duplicates/actions/merging.ts';
import { StartMerge } from '../../slices/duplicates/words.ts';
import { organisation } from '../../slices/register/door.ts';
import type { StagedCentre } from './bodies.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import { register } from './registering.ts';
import type { Stage } from './stage.ts';

/** Somebody new at a group did not know that it is listed, and registered it under what the street calls it. */
const again = {
  key: 'eastlock-larder',
  name: 'The Bread Shelf',
  organiser: { name: 'Bola Teller', email: 'bola@bread-shelf.example' },
  daysAgo: 41,
  reason: 'I rang Bola: it is the same counter, and the larder is its name.',
};

/** Its home centre looks at both, and makes one record of them. */
export async function mergeOne(
  stage: Stage,
  groups: readonly StagedGroup[],
  centres: readonly StagedCentre[],
): Promise<void> {
  const group = groups.find(({ one }) => one.key === again.key);
  if (!group) return;
  const asked = centres.filter((centre) => group.one.worksIn.some((code) => centre.boroughs.includes(code)));
  const at = daysBack(stage.now, again.daysAgo, 19);
  const { organiser, name, reason } = again;
  // Whoever registers without the number is not told at once that the group is there.
  const { registerNumber: _, ...one } = { ...group.one, otherNames: [] };
  const goneId = await register(stage, one, { organiser, asked, name, at });
  const db = stage.asJob(at).db.open;
  const [gone, kept] = [await organisation(db, goneId), await organisation(db, group.id)];
  const home = centres.find((centre) => centre.id === gone.homeCentreId);
  if (!home) return;
  const ctx = stage.as(home.worker, daysBack(stage.now, again.daysAgo - 1, 10));
  const input = StartMerge.parse({ reason, versions: versionsOf(gone, kept) });
  await startMerge(ctx, { goneId, keptId: kept.id }, input);
}
