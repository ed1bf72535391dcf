import { addDays } from '../../platform/dates.ts';
import { answerBelonging, askBelonging } from '../../slices/register/actions/belonging.ts';
import { openBelonging } from '../../slices/register/door.ts';
import { federation } from '../region/lists/federation.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

/** Each branch says what it is part of, and the office says yes. */
export async function bindBranches(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const office = groups.find((group) => group.one.key === federation.key);
  if (!office) return;
  const at = daysBack(stage.now, 200, 11);
  for (const branch of groups.filter((group) => group.one.key.startsWith(`${federation.key}-`))) {
    await askBelonging(stage.as(branch.organiser.email, at), branch.id, {
      other_id: office.id,
      link: 'branch',
      as: 'part',
    });
    const later = stage.as(office.organiser.email, addDays(at, 1));
    const asked = await openBelonging(later.db.open, branch.id);
    if (asked) await answerBelonging(later, asked, { answer: 'accepted', reason: '' });
  }
}
