import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { busyThings } from '../../../../test/helpers/things.ts';
import { addDays, dayOf } from '../../../platform/dates.ts';
import { askPeople } from '../actions/ten-minutes.ts';
import { tenMinutesOf } from '../queries/ten-minutes.ts';
import { mondayOf, nextLetterAt } from '../rules/ten-minutes.ts';

const robin = 'admin-of-a@things.example';

async function endAll(town: Town, kind: string): Promise<void> {
  await town.owner
    .updateTable('loops.loop')
    .set({ ended_at: new Date(), end_reason: 'done' })
    .where('kind', '=', kind)
    .execute();
}

async function makeOld(town: Town, group: string): Promise<void> {
  await town.owner
    .updateTable('register.organisation')
    .set({ freshness: 'old' })
    .where('id', '=', group)
    .execute();
}

dbTest('R137 replies owed come first, then checks, and the list that was taken ends', async (town) => {
  const there = await busyThings(town);
  await makeOld(town, there.group);
  const browser = await signedInAs(town, robin);

  const first = await browser.get('/ten-minutes');
  const taken = await browser.submit(first, 'take-ten-minutes');
  await endAll(town, 'merge');
  const less = await browser.get('/ten-minutes');
  await endAll(town, 'suggested-change');
  await endAll(town, 'hello');
  await town.owner
    .updateTable('register.organisation')
    .set({ freshness: 'ok' })
    .where('id', '=', there.group)
    .execute();
  const done = await browser.get('/ten-minutes');

  expect(first.h1).toBe('My ten minutes');
  expect(first.text).toContain('4 things want a look from you, about 7 minutes.');
  expect(first.list('ten-minutes').map((row) => row.id.split(':')[0])).toEqual([
    ...['reply', 'reply', 'reply'],
    'check',
  ]);
  expect(taken.hasForm('take-ten-minutes')).toBe(false);
  expect(less.text).toContain('1 of 4 are done. 3 things want a look');
  expect(done.text).toContain('Done for this week');
  expect(await browser.deadLinks()).toEqual([]);
});

dbTest('R137 a list has seven things at most, and what comes later waits for another week', async (town) => {
  const there = await busyThings(town);
  const loop = await town.owner
    .selectFrom('loops.loop')
    .selectAll()
    .where('id', '=', there.promise)
    .executeTakeFirstOrThrow();
  const ids = Array.from({ length: 9 }, () => town.ctx.newId());
  const made_at = town.ctx.now;
  await town.owner
    .insertInto('register.suggestion')
    .values(ids.map((id) => ({ id, organisation_id: there.group, what: 'Old.', made_at })))
    .execute();
  await town.owner
    .insertInto('loops.loop')
    .values(ids.map((id) => ({ ...loop, id: town.ctx.newId(), thing_id: id })))
    .execute();
  const browser = await signedInAs(town, robin);

  const first = await browser.get('/ten-minutes');
  const taken = await browser.submit(first, 'take-ten-minutes');
  const twice = await browser.submit(first, 'take-ten-minutes');
  await endAll(town, 'merge');
  await town.owner
    .updateTable('loops.loop')
    .set({ ended_at: new Date(), end_reason: 'done' })
    .where('id', '=', there.promise)
    .execute();
  const after = await browser.get('/ten-minutes');

  expect(first.list('ten-minutes')).toHaveLength(7);
  expect(twice.list('ten-minutes').map((row) => row.id)).toEqual(
    taken.list('ten-minutes').map((row) => row.id),
  );
  const gone = taken.list('ten-minutes').length - after.list('ten-minutes').length;
  expect(gone).toBeGreaterThan(0);
  expect(after.text).toContain(`${gone} of 7 are done`);
});

dbTest('R137 done for this week, paused and resumed by a button', async (town) => {
  await busyThings(town);
  const browser = await signedInAs(town, robin);
  const first = await browser.get('/ten-minutes');

  const done = await browser.submit(first, 'end-ten-minutes', {}, { press: 'Done for this week' });
  const paused = await browser.submit(first, 'end-ten-minutes', {}, { press: 'Pause the weekly list' });
  const resumed = await browser.submit(paused, 'resume-ten-minutes');

  expect(done.text).toContain('Done for this week. The next list begins on Monday.');
  expect(paused.text).toContain('You have paused your weekly list');
  expect(resumed.text).toContain('Done for this week');
  expect((await browser.get('/me')).text).toContain('What wants a look this week');
  expect((await browser.post('/ten-minutes', { does: 'nothing' })).status).toBe(422);
});

dbTest('R137 one letter a week on the chosen day, without a word of what it is about', async (town) => {
  const there = await busyThings(town);
  await town.owner
    .updateTable('loops.loop')
    .set({ due_at: addDays(new Date(), 90) })
    .execute();
  const browser = await signedInAs(town, robin);
  const chosen = await browser.submit(await browser.get('/ten-minutes'), 'choose-ten-minutes-day', {
    weekday: '3',
  });
  const me = there.people['admin of A'];
  const at = (await tenMinutesOf(town.owner, me)).letterAt ?? new Date(0);

  const asked = await askPeople({ ...town.jobCtx, now: at });
  await browser.submit(chosen, 'choose-ten-minutes-day', { weekday: '4' });
  const again = nextLetterAt(4, at);
  await town.owner.updateTable('loops.ten_minutes').set({ letter_at: again }).execute();
  await askPeople({ ...town.jobCtx, now: again });
  const letters = (await mailTo(town, robin)).filter(({ subject }) => subject.startsWith('Your ten minutes'));

  expect(asked).toBe(1);
  expect(mondayOf(again)).toBe(mondayOf(at));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.body).toMatch(/3 things want a look from you, about 6 minutes in all/);
  expect(letters[0]?.body).not.toContain('Tansy');
  const next = (await tenMinutesOf(town.owner, me)).letterAt ?? new Date(0);
  expect(dayOf(next)).toBe(dayOf(addDays(again, 7)));
  await askPeople({ ...town.jobCtx, now: next });
  const later = (await mailTo(town, robin)).filter(({ subject }) => subject.startsWith('Your ten minutes'));
  expect(later).toHaveLength(2);
});

dbTest('R137 the link in the letter stops it with one press, but not by being looked at', async (town) => {
  const there = await busyThings(town);
  const browser = await signedInAs(town, robin);
  await browser.submit(await browser.get('/ten-minutes'), 'choose-ten-minutes-day', { weekday: '1' });
  const me = there.people['admin of A'];
  const at = (await tenMinutesOf(town.owner, me)).letterAt ?? new Date(0);
  await askPeople({ ...town.jobCtx, now: at });
  const mails = await mailTo(town, robin);
  const link = /\/ten-minutes\/stop\/[\w-]{43}/.exec(mails.map(({ body }) => body).join('\n'))?.[0] ?? '';
  const visitor = await town.browser();

  const looked = await visitor.get(link);
  const before = await tenMinutesOf(town.owner, me);
  const stopped = await visitor.submit(looked, 'stop-ten-minutes');
  const after = await tenMinutesOf(town.owner, me);

  expect(looked.h1).toBe('Stop the weekly letter?');
  expect(before.weekday).toBe(1);
  expect(stopped.h1).toBe('No more weekly letters');
  expect(after).toMatchObject({ weekday: null, letterAt: null });
  expect((await visitor.get(`/ten-minutes/stop/${'A'.repeat(43)}`)).status).toBe(404);
});

dbTest('R137 how somebody has it is seen by nobody else, not even by the coordinator', async (town) => {
  const there = await busyThings(town);
  const browser = await signedInAs(town, robin);
  await browser.submit(await browser.get('/ten-minutes'), 'choose-ten-minutes-day', { weekday: '2' });
  const { ctx } = await town.signedIn(there.people.coordinator);

  const seen = await ctx.db.read((db) => tenMinutesOf(db, there.people['admin of A']));

  expect(seen.weekday).toBeNull();
  expect((await (await town.browser()).get('/ten-minutes')).status).toBe(401);
});
