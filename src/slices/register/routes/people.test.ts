import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { inTheMiddleOf } from '../../../../test/helpers/middle.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { type Things, things } from '../../../../test/helpers/things.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';

const guest = 'guest@things.example';
const admin = 'admin-of-a@things.example';
const otherAdmin = 'gone-from-a@things.example';

async function invite(town: Town, { group }: Things, by: Client, role = 'worker'): Promise<string> {
  const page = await by.get(`/organisations/${group}/people`);
  await by.submit(page, 'invite-person', { email: guest, role });
  const [mail] = await mailTo(town, guest);
  return pathIn(mail?.body ?? '', '/invitations');
}

async function rolesAt({ owner }: Town, organisation: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('register.position')
    .innerJoin('people.person', 'people.person.id', 'person_id')
    .select(['email', 'role'])
    .where('organisation_id', '=', organisation)
    .where('until_at', 'is', null)
    .execute();
  return rows.map(({ email, role }) => `${email.split('@')[0]} ${role}`).sort();
}

const before = ['admin-of-a admin', 'gone-from-a admin', 'member-of-a worker'];

dbTest('somebody is invited by mail, looks at it, and accepts with the mailbox it went to', async (town) => {
  const there = await things(town);
  const link = await invite(town, there, await signedInAs(town, admin));
  const browser = await signedInAs(town, guest);

  const looked = await browser.get(link);
  expect(await rolesAt(town, there.group)).toEqual(before);
  const taken = await browser.submit(looked, 'accept-invitation');

  expect(taken.h1).toBe('Tansy Street Kitchen');
  expect(await rolesAt(town, there.group)).toEqual([...before, 'guest worker'].sort());
});

dbTest('an invitation is used once, even when it is accepted twice at the same moment', async (town) => {
  const there = await things(town);
  const link = await invite(town, there, await signedInAs(town, admin));
  const [one, two] = [await signedInAs(town, guest), await signedInAs(town, guest)];

  const both = await Promise.all([
    one.post(link, {}, { follow: false }),
    two.post(link, {}, { follow: false }),
  ]);
  const later = await one.get(link);

  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect([later.status, later.text.includes('was used already')]).toEqual([410, true]);
  expect(await rolesAt(town, there.group)).toEqual([...before, 'guest worker'].sort());
});

dbTest('an invitation is over after a week', async (town) => {
  const there = await things(town);
  const link = await invite(town, there, await signedInAs(town, admin));
  await town.owner
    .updateTable('register.invitation')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute();
  const browser = await signedInAs(town, guest);

  expect((await browser.get(link)).text).toContain('more than a week old');
  expect((await browser.post(link)).status).toBe(410);
  expect(await rolesAt(town, there.group)).toEqual(before);
});

dbTest('an invitation that was taken back leads nowhere', async (town) => {
  const there = await things(town);
  const by = await signedInAs(town, admin);
  const link = await invite(town, there, by);
  await by.submit(await by.get(`/organisations/${there.group}/people`), 'revoke-invitation');
  const browser = await signedInAs(town, guest);

  expect((await browser.get(link)).text).toContain('was taken back');
  expect((await browser.post(link)).status).toBe(410);
  expect(await rolesAt(town, there.group)).toEqual(before);
});

dbTest('asking the same mailbox again ends the older link', async (town) => {
  const there = await things(town);
  const by = await signedInAs(town, admin);
  const older = await invite(town, there, by);
  const newer = await invite(town, there, by);
  const browser = await signedInAs(town, guest);

  expect((await browser.post(older)).status).toBe(410);
  expect((await browser.post(newer, {}, { follow: false })).status).toBe(303);
});

dbTest('another mailbox gets nowhere with it, and neither does whoever is signed out', async (town) => {
  const there = await things(town);
  const link = await invite(town, there, await signedInAs(town, admin));
  const other = await signedInAs(town, 'passer-by@things.example');
  const nobody = await town.browser();

  expect((await other.get(link)).hasForm('accept-invitation')).toBe(false);
  expect((await other.post(link)).status).toBe(403);
  expect((await nobody.post(link)).status).toBe(401);
  expect(await rolesAt(town, there.group)).toEqual(before);
});

dbTest('when whoever invited has gone, the invitation is gone, too', async (town) => {
  const there = await things(town);
  const by = await signedInAs(town, otherAdmin);
  const link = await invite(town, there, by);
  await by.post(`/organisations/${there.group}/people/${there.goneFrom}/end`);

  const taken = await (await signedInAs(town, guest)).post(link);

  expect(taken.status).toBe(410);
  expect(await rolesAt(town, there.group)).toEqual(['admin-of-a admin', 'member-of-a worker']);
});

dbTest('nobody is invited to more than a group has to give', async (town) => {
  const there = await things(town);
  const by = await signedInAs(town, admin);

  const tried = await by.post(`/organisations/${there.group}/people`, { email: guest, role: 'coordinator' });

  expect([tried.status, tried.problems.role]).toEqual([422, 'Choose what the person does for you.']);
});

dbTest('somebody who is there already is invited with the same answer as a stranger', async (town) => {
  const there = await things(town);
  const by = await signedInAs(town, admin);
  const page = await by.get(`/organisations/${there.group}/people`);

  const known = await by.submit(page, 'invite-person', { email: otherAdmin, role: 'worker' });
  const stranger = await by.submit(page, 'invite-person', { email: 'new@nowhere.example', role: 'worker' });

  expect([known.status, known.url]).toEqual([stranger.status, stranger.url]);
  expect((await mailTo(town, otherAdmin))[0]?.subject).toBe(
    (await mailTo(town, 'new@nowhere.example'))[0]?.subject,
  );
});

dbTest('the last person who runs a page cannot leave it', async (town) => {
  const there = await things(town);
  const [first, last] = [await signedInAs(town, otherAdmin), await signedInAs(town, admin)];
  const page = `/organisations/${there.group}/people`;
  expect((await first.post(`${page}/${there.goneFrom}/end`)).status).toBe(200);

  const own = (await last.get(page)).list('people').find((row) => row.text.includes('admin-of-a'));
  const left = await last.post(`${page}/${own?.id}/end`);

  expect([left.status, left.alert]).toEqual([409, expect.stringContaining('Invite another one first')]);
  expect(await rolesAt(town, there.group)).toEqual(['admin-of-a admin', 'member-of-a worker']);
});

dbTest('when the last two leave at the same moment, one stays', async (town) => {
  const there = await things(town);
  const [one, two] = [await signedInAs(town, otherAdmin), await signedInAs(town, admin)];
  const page = `/organisations/${there.group}/people`;
  const own = (await two.get(page)).list('people').find((row) => row.text.includes('admin-of-a'));

  // Both have read how many there are before either can end its own.
  const held = await inTheMiddleOf(town, 'select from register.position for update');
  const leaving = Promise.all([
    one.post(`${page}/${there.goneFrom}/end`, {}, { follow: false }),
    two.post(`${page}/${own?.id}/end`, {}, { follow: false }),
  ]);
  await sleep(400);
  await held.commit();
  const both = await leaving;

  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect((await rolesAt(town, there.group)).filter((role) => role.endsWith(' admin'))).toHaveLength(1);
});

dbTest('a position that ends in the middle of a session ends with the next request', async (town) => {
  const there = await things(town);
  const [leaver, stayer] = [await signedInAs(town, otherAdmin), await signedInAs(town, admin)];
  const form = await leaver.get(`/organisations/${there.group}/edit`);
  const page = `/organisations/${there.group}/people`;
  await stayer.post(`${page}/${there.goneFrom}/end`);

  const sent = await leaver.submit(form, 'change-organisation', { summary: 'Mine for ever.' });

  expect(sent.status).toBe(403);
  expect((await leaver.get(page)).status).toBe(404);
  expect((await leaver.get('/me')).text).not.toContain('Tansy Street Kitchen');
});
