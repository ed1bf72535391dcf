import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { things } from '../../../../test/helpers/things.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';
import { retain } from '../../../platform/retain.ts';
import { dropSecondKeysOf } from '../door.ts';

const old = 'ama@lunch.example';
const fresh = 'ama@elsewhere.example';

async function ask(browser: Client, email = fresh) {
  return browser.submit(await browser.get('/me/mailbox'), 'change-mailbox', { email });
}

async function linkTo(town: Town, mailbox: string, under: string): Promise<string> {
  const [newest] = await mailTo(town, mailbox);
  return pathIn(newest?.body ?? '', under);
}

/** Asks, opens the link that came to the new mailbox, and presses its button. */
async function change(town: Town, browser: Client) {
  await ask(browser);
  return browser.submit(await browser.get(await linkTo(town, fresh, '/me/mailbox')), 'take-mailbox');
}

async function mailboxes({ owner }: Town): Promise<string[]> {
  const rows = await owner.selectFrom('people.person').select('email').orderBy('email').execute();
  return rows.map(({ email }) => email);
}

async function signInByMail(town: Town, browser: Client, email: string) {
  const page = await browser.submit(await browser.get('/sign-in'), 'ask-for-sign-in', { email });
  const [mail] = await mailTo(town, email);
  return browser.submit(page, 'enter-code', {
    code: /code is (\d{3} \d{3})/.exec(mail?.body ?? '')?.[1] ?? '',
  });
}

dbTest('a mailbox changes once the new one is proved, and both are told', async (town) => {
  const browser = await signedInAs(town, old);

  const asked = await ask(browser);
  expect(asked.text).toContain('on its way to the new mailbox');
  expect(await mailboxes(town)).toEqual([old]);
  const looked = await browser.get(await linkTo(town, fresh, '/me/mailbox'));
  expect(await mailboxes(town)).toEqual([old]);
  await browser.submit(looked, 'take-mailbox');

  expect(await mailboxes(town)).toEqual([fresh]);
  expect((await browser.get('/me')).text).toContain(`You sign in as ${fresh}`);
  expect((await mailTo(town, old)).map(({ subject }) => subject)).toEqual([
    'Your account has another mailbox now',
    'Your mailbox is about to be changed',
  ]);
  expect((await signInByMail(town, await town.browser(), fresh)).url).toBe('/me');
});

dbTest('the link in the new mailbox works once, for a day, and only for whoever asked', async (town) => {
  const browser = await signedInAs(town, old);
  await ask(browser);
  const link = await linkTo(town, fresh, '/me/mailbox');
  const stranger = await signedInAs(town, 'stranger@lunch.example');

  expect((await (await town.browser()).get(link)).status).toBe(401);
  expect((await stranger.post(link)).status).toBe(410);
  await town.owner
    .updateTable('people.mailbox_change')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute();
  expect((await browser.post(link)).status).toBe(410);
  await town.owner
    .updateTable('people.mailbox_change')
    .set({ expires_at: new Date(Date.now() + 9000) })
    .execute();
  expect((await browser.post(link)).url).toBe('/me');
  const again = await browser.post(link);

  expect([again.status, again.text.includes('done already')]).toEqual([410, true]);
});

dbTest('the old mailbox takes the account back, with all that was added since', async (town) => {
  const thief = await signedInAs(town, old);
  await change(town, thief);
  const { id } = await town.owner.selectFrom('people.person').select('id').executeTakeFirstOrThrow();
  await town.owner
    .insertInto('people.passkey')
    .values({
      ...{
        id: town.ctx.newId(),
        person_id: id,
        name: 'theirs',
        synced: false,
        counter: 0,
        made_at: new Date(),
      },
      ...{ credential_id: Buffer.from('theirs'), public_key: Buffer.from('theirs') },
    })
    .execute();
  const owner = await town.browser();
  const link = await linkTo(town, old, '/mailbox');

  const looked = await owner.get(link);
  expect(await mailboxes(town)).toEqual([fresh]);
  await owner.submit(looked, 'undo-mailbox');

  expect(await mailboxes(town)).toEqual([old]);
  expect((await thief.get('/me')).status).toBe(401);
  expect(await town.owner.selectFrom('people.passkey').select('id').execute()).toEqual([]);
  expect((await owner.post(link)).status).toBe(410);
  expect((await signInByMail(town, owner, old)).url).toBe('/me');
});

dbTest(
  'until then nobody begins anew with the old mailbox, and after seven days it is free',
  async (town) => {
    await change(town, await signedInAs(town, old));

    const early = await signInByMail(town, await town.browser(), old);
    expect([early.status, early.text.includes('takes it back')]).toEqual([409, true]);
    const link = await linkTo(town, old, '/sign-in').catch(() => '');
    expect(link).not.toBe('');
    await town.owner
      .updateTable('people.mailbox_change')
      .set({ undo_until: new Date(Date.now() - 1000) })
      .execute();

    expect((await signInByMail(town, await town.browser(), old)).url).toBe('/me');
    expect(await mailboxes(town)).toEqual([old, fresh].sort());
  },
);

dbTest('a code that was asked for at the old mailbox is void once it changed', async (town) => {
  const browser = await signedInAs(town, old);
  await ask(browser);
  const link = await linkTo(town, fresh, '/me/mailbox');
  const thief = await town.browser();
  const page = await thief.submit(await thief.get('/sign-in'), 'ask-for-sign-in', { email: old });
  const [mail] = await mailTo(town, old);
  const code = /code is (\d{3} \d{3})/.exec(mail?.body ?? '')?.[1] ?? '';
  expect(code).not.toBe('');
  await browser.submit(await browser.get(link), 'take-mailbox');

  const waiting = town.owner.selectFrom('people.token').select('id').where('used_at', 'is', null);
  expect(await waiting.execute()).toEqual([]);
  const tried = await thief.submit(page, 'enter-code', { code });

  expect(tried.status).toBe(409);
  expect((await thief.get('/me')).status).toBe(401);
});

dbTest(
  'a command removes the second keys of an account, ends its sessions and tells its owner',
  async (town) => {
    const browser = await signedInAs(town, old);
    await town.owner
      .insertInto('people.passkey')
      .values({
        ...{ id: town.ctx.newId(), name: 'lost', synced: false, counter: 0, made_at: new Date() },
        ...{ credential_id: Buffer.from('lost'), public_key: Buffer.from('lost') },
        person_id: (await town.owner.selectFrom('people.person').select('id').executeTakeFirstOrThrow()).id,
      })
      .execute();

    await dropSecondKeysOf(town.jobCtx, old);

    expect(await town.owner.selectFrom('people.passkey').select('id').execute()).toEqual([]);
    expect((await browser.get('/me')).status).toBe(401);
    expect((await mailTo(town, old))[0]?.subject).toBe('Every second key was removed from your account');
    await expect(dropSecondKeysOf(town.ctx, old)).rejects.toMatchObject({ name: 'Forbidden' });
  },
);

dbTest('a mailbox that has an account is told in its own mail, and nowhere else', async (town) => {
  await signedInAs(town, fresh);
  const browser = await signedInAs(town, old);
  const nobody = await ask(browser, 'nobody@elsewhere.example');

  const taken = await ask(browser);

  expect(taken.html).toBe(nobody.html);
  const [mail] = await mailTo(town, fresh);
  expect(mail?.subject).toContain('You have an account');
  expect(mail?.body).not.toContain('/me/mailbox');
});

dbTest('a wrong or the same address is refused, and what was typed is kept', async (town) => {
  const browser = await signedInAs(town, old);

  const wrong = await ask(browser, 'ama at elsewhere');
  const same = await ask(browser, old);

  expect([wrong.status, same.status]).toEqual([422, 422]);
  expect(wrong.form('change-mailbox').values.email).toBe('ama at elsewhere');
  expect(same.problems.email).toContain('already');
});

dbTest('a mailbox is changed only with a second key, where there is one', async (town) => {
  const browser = await signedInAs(town, old);
  await town.owner
    .insertInto('people.authenticator')
    .values({
      ...{
        id: town.ctx.newId(),
        sealed_secret: Buffer.alloc(60),
        made_at: new Date(),
        confirmed_at: new Date(),
      },
      person_id: (await town.owner.selectFrom('people.person').select('id').executeTakeFirstOrThrow()).id,
    })
    .execute();
  await town.owner.updateTable('people.session').set({ strength: 'ordinary' }).execute();

  expect((await ask(browser)).h1).toBe('Show your second key');
  expect(await mailTo(town, fresh)).toEqual([]);
});

dbTest('one signs out everywhere else, and stays here', async (town) => {
  const [here, there] = [await signedInAs(town, old), await signedInAs(town, old)];
  const stranger = await signedInAs(town, 'stranger@lunch.example');

  const me = await here.submit(await here.get('/me'), 'sign-out-elsewhere');

  expect(me.list('sessions')).toHaveLength(1);
  expect((await there.get('/me')).status).toBe(401);
  expect((await stranger.get('/me')).status).toBe(200);
});

dbTest(
  'an account is not closed while only that person runs a group, and the page says the way out',
  async (town) => {
    const there = await things(town);
    await town.owner
      .updateTable('register.position')
      .set({ until_at: new Date() })
      .where('id', '=', there.goneFrom)
      .execute();
    const admin = await town.browser((await town.signedIn(there.people['admin of A'])).token);

    const page = await admin.get('/me/close');
    const forced = await admin.post('/me/close', { sure: 'yes' });

    expect(page.hasForm('close-account')).toBe(false);
    expect(page.list('in-the-way').map(({ href }) => href)).toContain(`/organisations/${there.group}/people`);
    expect([forced.status, forced.text.includes('You alone run')]).toEqual([409, true]);
    expect((await admin.get('/me')).status).toBe(200);
  },
);

dbTest(
  'a closed account ends places, keys and sessions at once; its name goes after thirty days',
  async (town) => {
    const there = await things(town);
    const id = there.people['member of A'];
    const member = await town.browser((await town.signedIn(id)).token);
    const elsewhere = await town.browser((await town.signedIn(id)).token);
    const page = await member.get('/me/close');
    expect((await member.submit(page, 'close-account')).problems.sure).toContain('Nothing was closed');

    const closed = await member.submit(page, 'close-account', { sure: 'yes' });

    expect(closed.url).toBe('/');
    expect([(await member.get('/me')).status, (await elsewhere.get('/me')).status]).toEqual([401, 401]);
    const person = () =>
      town.owner
        .selectFrom('people.person')
        .select(['name', 'email', 'state'])
        .where('id', '=', id)
        .executeTakeFirst();
    expect(await person()).toEqual({
      name: 'Robin member-of-a',
      email: `${id}@closed.invalid`,
      state: 'closed',
    });
    const held = town.owner.selectFrom('register.position').select('until_at').where('person_id', '=', id);
    expect((await held.execute()).every(({ until_at }) => until_at !== null)).toBe(true);
    const again = await signInByMail(town, await town.browser(), 'member-of-a@things.example');
    expect(again.h1).toBe('Hello');

    await town.owner.updateTable('network.network').set({ practice: false }).execute();
    await retain(town.jobCtx);
    expect((await person())?.name).toBe('Robin member-of-a');
    const before = new Date(Date.now() - 31 * 86_400_000);
    await town.owner.updateTable('people.person').set({ closed_at: before }).where('id', '=', id).execute();
    await retain(town.jobCtx);
    expect((await person())?.name).toBe('');
  },
);
