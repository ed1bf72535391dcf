import { expect } from 'vitest';
import { dayIn } from '../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { dee, jo, noor, publicGroup, ruth } from '../../../../test/helpers/two-records.ts';

dbTest('R22 the board shows how much is open to all, against a target and a day', async (town) => {
  const { home, coordinator } = await someShared(town);
  const page = await coordinator.get('/roles/sharing');

  const past = await coordinator.submit(page, 'set-sharing-target', { percent: '90', by_day: dayIn(0) });
  const much = await coordinator.submit(page, 'set-sharing-target', { percent: '101', by_day: dayIn(90) });
  const set = await coordinator.submit(page, 'set-sharing-target', { percent: '90', by_day: dayIn(90) });

  expect(page.text).toContain('66% of 3 live roles are open to everybody. There is no target yet.');
  expect(past.problems.by_day).toContain('still to come');
  expect(much.problems.percent).toContain('from 1 to 100');
  expect(set.text).toContain('The target is 90% by ');
  expect((await home.get('/roles/sharing')).hasForm('set-sharing-target')).toBe(false);
  expect(set.list('shares')[0]?.text).toMatch(/Eastlock Volunteer Centre.*3.*2.*66%/);
});

dbTest('R22 a centre sees which of its roles are not shared, and why', async (town) => {
  const { home } = await someShared(town);
  const other = await signedInAs(town, jo);

  expect((await home.get('/roles/sharing')).list('not-shared')[0]?.text).toMatch(/Walker.*“On foot.”/);
  expect((await other.get('/roles/sharing')).text).not.toContain('Walker');
});

dbTest('R22 only the coordinator sets the target; groups and visitors do not see the board', async (town) => {
  const { home } = await someShared(town);
  const own = await signedInAs(town, noor);
  const form = { percent: '50', by_day: dayIn(90) };

  expect((await home.post('/roles/sharing', form)).status).toBe(403);
  expect((await own.post('/roles/sharing', form)).status).toBe(403);
  expect((await own.get('/roles/sharing')).status).toBe(403);
  expect((await (await town.browser()).get('/roles/sharing')).status).toBe(401);
});

async function someShared(town: Town) {
  await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const home = await signedInAs(town, dee);
  const page = await home.get(`/organisations/${group}/new-role`);
  const role = { summary: 'Help.', cause: 'LocalCommunity', minimum_age: '18' };
  await home.submit(page, 'post-role', { ...role, title: 'Driver' });
  await home.submit(page, 'post-role', { ...role, title: 'Cook' });
  await home.submit(page, 'post-role', {
    ...{ ...role, title: 'Walker', share: 'borough', share_reason: 'On foot.' },
  });
  return { group, home, coordinator: await signedInAs(town, ruth) };
}
