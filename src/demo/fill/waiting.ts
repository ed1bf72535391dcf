import { anonymous } from '../../platform/permit.ts';
import { claimOrganisation, suggestChange } from '../../slices/register/actions/keeping.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

const suggestions = [
  { key: 'tuesday-table', daysAgo: 2, what: 'The bus is the 14 now, not the 9. It stops right outside.' },
  {
    key: 'eastlock-larder',
    daysAgo: 1,
    what: 'I stood there on Monday and it was shut. Is it Tuesdays now?',
  },
  { key: 'second-helpings', daysAgo: 3, what: 'The number rings but nobody picks up before noon.' },
  { key: 'letters-and-forms', daysAgo: 4, what: 'There is a step at the door, so it is not step free.' },
];

const claims = [
  { key: 'weir-lane-breakfast', daysAgo: 1, name: 'Colin Rook', email: 'colin@weir-lane.example' },
  { key: 'mending-mornings', daysAgo: 2, name: 'Bernadette Coe', email: 'bernadette@mending.example' },
];

/** What lies on people’s desks this morning besides registrations. */
export async function leaveWaiting(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const byKey = new Map(groups.map((group) => [group.one.key, group]));
  for (const { key, daysAgo, what } of suggestions) {
    const group = byKey.get(key);
    if (!group) continue;
    const ctx = { ...stage.asJob(daysBack(stage.now, daysAgo, 12)), actor: anonymous };
    await suggestChange(ctx, group.id, { what, reply_to: '' });
  }
  for (const { key, daysAgo, name, email } of claims) {
    const group = byKey.get(key);
    if (!group) continue;
    const at = daysBack(stage.now, daysAgo, 19);
    await stage.bring({ name, email }, at);
    await claimOrganisation(stage.as(email, at), group.id);
  }
}
