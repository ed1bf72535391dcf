import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, now, type Town } from '../../../../test/helpers/db.ts';
import { mailTo } from '../../../../test/helpers/register-story.ts';
import { type Somebody, things } from '../../../../test/helpers/things.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';
import { addDays } from '../../../platform/dates.ts';
import { runDue } from '../../../platform/due.ts';

const member = 'member-of-a@things.example';
const how = 'I rang the number we have had since 2019.';

async function story(town: Town) {
  const there = await things(town);
  const as = async (who: Somebody) => town.browser((await town.signedIn(there.people[who])).token);
  const path = `/organisations/${there.group}/people/${there.position}/lost`;
  await town.owner
    .insertInto('people.passkey')
    .values({
      ...{
        id: town.ctx.newId(),
        person_id: there.people['member of A'],
        name: 'lost',
        synced: false,
        counter: 0,
      },
      ...{ credential_id: Buffer.from('lost'), public_key: Buffer.from('lost'), made_at: now },
    })
    .execute();
  return { there, as, path };
}

async function ask(browser: Client, path: string, input: Record<string, string>) {
  return browser.submit(await browser.get(path), 'ask-recovery', { how, ...input });
}

async function agree(browser: Client, path: string) {
  return browser.submit(await browser.get(path), 'agree-recovery', { how: 'She came to the desk.' });
}

async function passkeys({ owner }: Town): Promise<number> {
  return (await owner.selectFrom('people.passkey').select('id').execute()).length;
}

/** As real time passes, piece by piece. */
async function daysLater(town: Town, days: number): Promise<void> {
  await runDue(town.jobsSource, addDays(new Date(), days));
}

dbTest('R91 two people and three days let somebody in who lost the second key', async (town) => {
  const { there, as, path } = await story(town);
  const locked = await town.browser((await town.signedIn(there.people['member of A'])).token);

  const first = await ask(await as('admin of A'), path, { lost: 'second_key' });
  expect(first.text).toContain('You made sure first');
  const second = await as('admin of centre A');
  const [told] = await mailTo(town, 'centre-admin@things.example');
  expect(told?.subject).toContain('Make sure that Robin member-of-a lost a key');
  expect(pathIn(told?.body ?? '', '/organisations')).toBe(path);
  const agreed = await agree(second, path);
  expect(agreed.text).toContain('It happens on');

  await daysLater(town, 2);
  expect(await passkeys(town)).toBe(1);
  await daysLater(town, 4);

  expect(await passkeys(town)).toBe(0);
  expect((await locked.get('/me')).status).toBe(401);
  const subjects = (await mailTo(town, member)).map(({ subject }) => subject);
  expect(subjects).toContain('Every second key was removed from your account');
  expect(subjects).toContain('In three days your account is opened anew');
  expect(subjects).toContain('Somebody says that you lost a key');
});

dbTest('a lost mailbox is followed by a new one, which the old one can take back', async (town) => {
  const { there, as, path } = await story(town);
  await ask(await as('admin of A'), path, { lost: 'mailbox', new_email: 'Robin@Elsewhere.example' });
  await agree(await as('coordinator'), path);

  await daysLater(town, 4);

  const person = town.owner
    .selectFrom('people.person')
    .select('email')
    .where('id', '=', there.people['member of A']);
  expect((await person.executeTakeFirst())?.email).toBe('robin@elsewhere.example');
  expect(await passkeys(town)).toBe(1);
  const [gone] = await mailTo(town, member);
  const owner = await town.browser();
  await owner.submit(await owner.get(pathIn(gone?.body ?? '', '/mailbox')), 'undo-mailbox');
  expect((await person.executeTakeFirst())?.email).toBe(member);
});

dbTest('nobody is both of the two, and nobody lets themselves in', async (town) => {
  const { there, as, path } = await story(town);
  const admin = await as('admin of A');
  await ask(admin, path, { lost: 'second_key' });

  const twice = await admin.post(`${path}/agree`, { how });
  const again = await admin.post(path, { lost: 'second_key', how });
  const own = await town.owner
    .selectFrom('register.position')
    .select('id')
    .where('person_id', '=', there.people['admin of A'])
    .where('organisation_id', '=', there.group)
    .executeTakeFirstOrThrow();
  const oneself = await admin.post(`/organisations/${there.group}/people/${own.id}/lost`, {
    lost: 'second_key',
    how,
  });

  expect([twice.status, again.status, oneself.status]).toEqual([409, 409, 409]);
  await daysLater(town, 9);
  expect(await passkeys(town)).toBe(1);
});

dbTest(
  'the link in the mailbox stops it, once opened and pressed; so does the person, signed in',
  async (town) => {
    const { as, path } = await story(town);
    await ask(await as('admin of A'), path, { lost: 'second_key' });
    await agree(await as('coordinator'), path);
    const [mail] = await mailTo(town, member);
    const link = pathIn(mail?.body ?? '', '/lost');
    const anybody = await town.browser();

    const looked = await anybody.get(link);
    expect(looked.hasForm('stop-recovery')).toBe(true);
    await anybody.submit(looked, 'stop-recovery');
    expect((await anybody.get(link)).status).toBe(410);
    await daysLater(town, 9);
    expect(await passkeys(town)).toBe(1);

    await ask(await as('admin of A'), path, { lost: 'second_key' });
    const own = await as('member of A');
    const me = await own.get('/me');
    expect(me.text).toContain('Somebody says that you lost a key');
    const stands = await own.get(path);
    expect(stands.hasForm('agree-recovery')).toBe(false);
    await own.submit(stands, 'stop-recovery');
    expect((await own.get(path)).status).toBe(404);
    expect((await (await as('admin of A')).get(path)).hasForm('ask-recovery')).toBe(true);
  },
);

dbTest('whoever may not make sure finds nothing there, and what is missing is said', async (town) => {
  const { as, path } = await story(town);

  for (const who of ['member of A', 'admin of B', 'centre A', 'centre B', 'passer-by'] as const) {
    const browser = await as(who);
    expect([who, (await browser.get(path)).status]).toEqual([who, 404]);
    expect((await browser.post(path, { lost: 'second_key', how })).status).toBe(404);
    expect((await browser.post(`${path}/agree`, { how })).status).toBe(404);
  }
  const admin = await as('admin of A');
  const empty = await admin.submit(await admin.get(path), 'ask-recovery', {});
  const nowhere = await ask(admin, path, { lost: 'mailbox', new_email: 'robin' });

  expect([empty.status, nowhere.status]).toEqual([422, 422]);
  expect(Object.keys(empty.problems).sort()).toEqual(['how', 'lost']);
  expect(nowhere.problems.new_email).toContain('desk@lunchclub.example');
});
