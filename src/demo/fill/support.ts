import { addDays, dayOf } from '../../platform/dates.ts';
import { addEntry } from '../../slices/support/actions/entries.ts';
import type { StagedCentre } from './bodies.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import { supportEntries } from './lists/support.ts';
import type { Stage } from './stage.ts';

/** What centres wrote down about groups they help. */
export async function writeLogs(
  stage: Stage,
  groups: readonly StagedGroup[],
  centres: readonly StagedCentre[],
): Promise<void> {
  for (const one of supportEntries) {
    const group = groups.find((each) => each.one.key === one.group);
    const centre = centres.find((each) => each.key === one.centre);
    if (!group || !centre) continue;
    const at = daysBack(stage.now, one.daysAgo, 15);
    await addEntry(stage.as(centre.worker, at), group.id, {
      centre_id: centre.id,
      kind: one.kind,
      on_day: dayOf(at),
      words: one.words,
      shown_to: one.shownTo ?? 'all_centres',
      follow_up_on: one.followUpIn === undefined ? null : dayOf(addDays(stage.now, one.followUpIn)),
      follow_up_person: '',
    });
  }
}
