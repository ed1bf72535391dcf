import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { things } from '../../../../test/helpers/things.ts';
import { dayOf } from '../../../platform/dates.ts';

const alone = 'admin-of-b@things.example';
const form = { words: 'Rang, nobody answers', until: '', back: 'queue' };
const queue = '/hub/queues/quiet';

function lastSeen({ owner }: Town, email: string, day: string) {
  return owner.updateTable('people.person').set({ last_seen_on: day }).where('email', '=', email).execute();
}

function daysAgo(days: number): string {
  return dayOf(new Date(Date.now() - days * 86_400_000));
}

/** Nobody of the group has pressed the button lately either. */
function lastChecked({ owner }: Town, id: string, by: string, daysBack: number) {
  const at = new Date(Date.now() - daysBack * 86_400_000);
  return owner
    .updateTable('register.organisation')
    .set({ checked_at: at, checked_by: by })
    .where('id', '=', id)
    .execute();
}

dbTest('the day on which somebody was here is noted at sign-in and while they are here', async (town) => {
  const browser = await town.browser();
  const asked = await browser.submit(await browser.get('/sign-in'), 'ask-for-sign-in', {
    email: 'sam@lunch.example',
  });
  const { body } = await town.owner.selectFrom('platform.outbox').select('body').executeTakeFirstOrThrow();
  const seenOn = () => town.owner.selectFrom('people.person').select('last_seen_on').executeTakeFirst();

  await browser.submit(asked, 'enter-code', { code: /code is (\d{3} \d{3})/.exec(body)?.[1] ?? '' });
  const atSignIn = await seenOn();
  await lastSeen(town, 'sam@lunch.example', '2026-01-01');
  await browser.get('/me');
  const soonAfter = await seenOn();
  const before = new Date(Date.now() - 6 * 60_000);
  await town.owner.updateTable('people.session').set({ seen_at: before }).execute();
  await browser.get('/me');

  expect(atSignIn?.last_seen_on).toBe(daysAgo(0));
  expect(soonAfter?.last_seen_on).toBe('2026-01-01');
  expect((await seenOn())?.last_seen_on).toBe(daysAgo(0));
});

dbTest(
  'R91 the coordinator sees who runs a page alone and was not here, and does something',
  async (town) => {
    const there = await things(town);
    await lastSeen(town, alone, daysAgo(300));
    await lastChecked(town, there.otherGroup, 'its home centre', 10);
    const ruth = await signedInAs(town, 'coordinator@practice.example');

    const list = (await ruth.get(queue)).list('quiet').filter((row) => row.id === there.otherGroup);
    const reminded = await ruth.post(queue, { ...form, row: there.otherGroup, move: 'remind' });
    const [letter] = await mailTo(town, alone);
    await town.owner
      .updateTable('hub.move')
      .set({ away_until: new Date(0) })
      .execute();
    await ruth.post(queue, { ...form, row: there.otherGroup, move: 'appoint' });
    const [toCentre] = await mailTo(town, 'other-centre-worker@practice.example');

    expect(list[0]?.text).toContain('Only one person runs the page, and was last here on');
    expect(list[0]?.text).not.toContain(alone);
    expect(reminded.text).toContain('Nothing is on this list');
    expect(letter?.subject).toBe('Do you still look after Hartlow Hens?');
    expect(letter?.body).toContain(`/organisations/${there.otherGroup}/people`);
    expect(toCentre?.subject).toBe('Somebody is needed for Hartlow Hens');
    expect(toCentre?.body).toContain(`/organisations/${there.otherGroup}/appointments`);
  },
);

dbTest('R91 whoever was here, pressed the button or has a second person is not on the list', async (town) => {
  const there = await things(town);
  const ruth = await signedInAs(town, 'coordinator@practice.example');
  const listed = async () => (await ruth.get(queue)).text.includes('Hartlow Hens');
  await lastChecked(town, there.otherGroup, 'its home centre', 10);

  await lastSeen(town, alone, daysAgo(200));
  const seen = await listed();
  await lastSeen(town, alone, daysAgo(300));
  const quiet = await listed();
  await lastChecked(town, there.otherGroup, 'the group', 100);
  const pressed = await listed();
  await lastChecked(town, there.otherGroup, 'the group', 290);
  const long = await listed();
  const person = await town.signedIn(there.people['admin of A']);
  await town.owner
    .insertInto('register.position')
    .values({
      id: town.ctx.newId(),
      organisation_id: there.otherGroup,
      person_id: person.ctx.actor.personId ?? '',
      role: 'admin',
      from_at: new Date(),
    })
    .execute();

  expect([seen, quiet, pressed, long, await listed()]).toEqual([false, true, false, true, false]);
});

dbTest(
  'a row that was settled meanwhile is not written to; nobody but the coordinator asks',
  async (town) => {
    const there = await things(town);
    await lastSeen(town, alone, daysAgo(300));
    await lastChecked(town, there.otherGroup, 'its home centre', 10);
    const ruth = await signedInAs(town, 'coordinator@practice.example');
    const dee = await signedInAs(town, 'other-centre-worker@practice.example');

    const cannot = await dee.post(queue, { ...form, row: there.otherGroup, move: 'remind' });
    await lastSeen(town, alone, daysAgo(0));
    const gone = await ruth.post(queue, { ...form, row: there.otherGroup, move: 'remind' });

    expect(cannot.status).toBe(403);
    expect(gone.status).toBe(409);
    expect(gone.text).toContain('no longer on the list');
    expect(await mailTo(town, alone)).toEqual([]);
  },
);
