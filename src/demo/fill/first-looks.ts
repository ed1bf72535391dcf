import { addService } from '../../slices/register/actions/service.ts';
import type { ChangeService } from '../../slices/register/words/records.ts';
import { daysBack } from './days.ts';
import type { StagedGroup } from './groups.ts';
import type { Stage } from './stage.ts';

/** Added lately: of a group that is trusted, which is live, and of the newest one, whose centre looks at it first. */
const added = [
  {
    key: 'tuesday-table',
    daysAgo: 3,
    name: 'Soup to take home',
    summary: 'What is left of lunch, in a jar.',
  },
  { key: '', daysAgo: 1, name: 'A first meeting', summary: 'An hour to see whether it is for you.' },
];

export async function addLately(stage: Stage, groups: readonly StagedGroup[]): Promise<void> {
  const standing = groups.filter(({ one }) => one.state === 'active' && one.worksIn[0] === 'V01');
  const newest = standing.reduce((one, other) =>
    other.one.registeredDaysAgo < one.one.registeredDaysAgo ? other : one,
  );
  for (const { key, daysAgo, name, summary } of added) {
    const group = groups.find(({ one }) => one.key === key) ?? newest;
    const { themes, people: people_served } = group.one;
    const ctx = stage.as(group.organiser.email, daysBack(stage.now, daysAgo, 17));
    await addService(ctx, group.id, { ...usual, name, summary, themes, people_served });
  }
}

const usual: Omit<ChangeService, 'name' | 'summary' | 'themes' | 'people_served'> = {
  ...{ status: 'open', status_note: '', description: '', for_whom: '', not_for: '' },
  ...{ age_from: null, age_to: null, cost_words: 'Free', way_in: 'turn_up', wait_words: '' },
  ...{ days: [], opens: null, closes: null, when_note: '' },
  ...{ taking_referrals: false, open_to_volunteers: false, version: 0 },
};
