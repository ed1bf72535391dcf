import { expect } from 'vitest';
import { dbTest, now } from '../../../../test/helpers/db.ts';
import type { Actor } from '../../../platform/permit.ts';
import { countUnmet } from '../actions/gaps.ts';
import { unmetQueue } from './unmet.ts';

const coordinator: Actor = {
  kind: 'person',
  personId: '01890000-0000-7000-8000-000000000001',
  positions: [
    { organisationId: '01890000-0000-7000-8000-000000000002', role: 'coordinator', organisationKind: 'hub' },
  ],
  strength: 'ordinary',
};

dbTest('R14 the coordinator sees what was looked for in vain, the most wanted first', async (town) => {
  const unmet = (q: string, askedFor: boolean) => countUnmet(town.ctx, { q, areaCode: 'V01', askedFor });
  await unmet('Night shelter', false);
  await unmet('night  shelter!', false);
  await unmet('toy library', false);
  await unmet('toy library', true);

  const queue = await unmetQueue(town.ctxAs(coordinator), 10);

  expect(queue.total).toBe(2);
  expect(queue.rows.map((row) => [row.title, row.text])).toEqual([
    ['toy library', 'Looked for once in V01; 1 asked us to note it as a gap.'],
    ['night shelter', 'Looked for 2 times in V01.'],
  ]);
});

dbTest('nobody else sees it, and nothing is written about who looked', async (town) => {
  await countUnmet(town.ctx, { q: 'night shelter', areaCode: undefined, askedFor: false });

  await expect(unmetQueue(town.ctx, 10)).rejects.toMatchObject({ name: 'Forbidden' });
  const events = await town.owner.selectFrom('platform.event').select('id').where('at', '>=', now).execute();
  expect(events).toEqual([]);
});
