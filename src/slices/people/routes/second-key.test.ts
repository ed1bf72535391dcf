import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { demoTest } from '../../../../test/helpers/demo-town.ts';
import { mailTo } from '../../../../test/helpers/register-story.ts';
import { type Somebody, things } from '../../../../test/helpers/things.ts';
import { codeAt, stepOf } from '../../../platform/totp.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(key: string): Buffer {
  const bits = [...key.replaceAll(' ', '')].map((one) => letters.indexOf(one).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** What the app would show, some half minutes from now. */
function codeOf(key: string, steps = 0): string {
  return codeAt(bytesOf(key), stepOf(new Date()) + steps);
}

async function setUp(browser: Client): Promise<{ key: string; done: ShownPage; codes: string[] }> {
  const page = await browser.submit(await browser.get('/me/keys'), 'begin-authenticator');
  const key = page.root.querySelector('[data-state="key"]')?.text ?? '';
  const done = await browser.submit(page, 'confirm-authenticator', { app_code: codeOf(key, -1) });
  return { key, done, codes: done.list('recovery-codes').map(({ id }) => id) };
}

/** Somebody who signed in with the mailbox alone. */
async function byMail(town: Town, person: string): Promise<Client> {
  return town.browser((await town.signedIn(person, 'ordinary')).token);
}

async function townWith(town: Town) {
  const there = await things(town);
  return { there, as: (who: Somebody) => byMail(town, there.people[who]) };
}

dbTest(
  'R138 a centre’s place is shut to the mailbox alone, and says on every page how it opens',
  async (town) => {
    const { there, as } = await townWith(town);
    const worker = await as('centre A');

    const front = await worker.get('/');
    const queue = await worker.get(`/centres/${there.centres.eastlock}/registrations`);
    const hidden = await worker.get(`/organisations/${there.waiting}/registration`);
    const absent = await worker.get('/organisations/018f0000-0000-7000-8000-00000000ffff/registration');

    expect(front.root.text).toContain('Your place here is still shut');
    expect([queue.status, hidden.status, absent.status]).toEqual([403, 403, 403]);
    expect(hidden.h1).toBe('Show your second key');
    expect(hidden.text).toBe(absent.text);
  },
);

dbTest('R138 the database keeps a shut place shut, too', async (town) => {
  const { there } = await townWith(town);
  const seen = async (strength: 'ordinary' | 'strong') => {
    const { ctx } = await town.signedIn(there.people['centre A'], strength);
    return ctx.db.read((db) => db.selectFrom('register.invitation').select('id').execute());
  };
  await sql`update register.invitation set organisation_id = ${there.centres.eastlock}`.execute(town.owner);

  expect(await seen('ordinary')).toEqual([]);
  expect(await seen('strong')).toHaveLength(1);
});

dbTest('a centre’s worker without a second key is led through setting one up', async (town) => {
  const { there, as } = await townWith(town);
  const worker = await as('centre A');
  const path = `/centres/${there.centres.eastlock}/registrations`;

  const stopped = await worker.get(path);
  const begun = await worker.submit(stopped, 'begin-authenticator');
  const key = begun.root.querySelector('[data-state="key"]')?.text ?? '';
  const wrong = await worker.submit(begun, 'confirm-authenticator', { app_code: '000 00' });
  const done = await worker.submit(wrong, 'confirm-authenticator', { app_code: codeOf(key) });

  expect([wrong.status, wrong.problems.app_code]).toEqual([
    422,
    'The code of the app has six figures, like 204 117.',
  ]);
  expect(done.h1).toBe('Write down your recovery codes');
  expect(done.root.querySelector('main a.btn')?.getAttribute('href')).toBe(path);
  expect(done.root.text).not.toContain('still shut');
  expect((await worker.get(path)).status).toBe(200);
});

dbTest('mail and authenticator together are strong; the code serves once', async (town) => {
  const { there, as } = await townWith(town);
  const { key } = await setUp(await as('centre A'));
  const later = await as('centre A');
  const stopped = await later.get('/second-key?to=/inbox');
  const code = codeOf(key);

  const inside = await later.submit(stopped, 'show-code', { app_code: code });
  expect(inside.url).toBe('/inbox');
  const elsewhere = await as('centre A');
  const again = await elsewhere.submit(await elsewhere.get('/second-key'), 'show-code', { app_code: code });

  expect(again.status).toBe(409);
  expect(again.alert).toContain('used already');
  expect((await elsewhere.get(`/centres/${there.centres.eastlock}/questions`)).status).toBe(403);
});

dbTest('the code that set the app up is no longer good, nor is an older one', async (town) => {
  const { as } = await townWith(town);
  const { key } = await setUp(await as('centre A'));
  const later = await as('centre A');

  const again = await later.submit(await later.get('/second-key'), 'show-code', {
    app_code: codeOf(key, -1),
  });

  expect([again.status, again.alert?.includes('used already')]).toEqual([409, true]);
});

dbTest('five wrong codes, then ten minutes of waiting, for the right one too', async (town) => {
  const { as } = await townWith(town);
  const { key } = await setUp(await as('centre A'));
  const later = await as('centre A');
  const right = codeOf(key, 1);
  const wrong = right === '000000' ? '111111' : '000000';
  let page = await later.get('/second-key');
  for (const _ of [1, 2, 3, 4, 5]) page = await later.submit(page, 'show-code', { app_code: wrong });

  const sixth = await later.submit(page, 'show-code', { app_code: right });
  expect([sixth.status, sixth.alert?.includes('Wait ten minutes')]).toEqual([409, true]);
  const before = new Date(Date.now() - 11 * 60_000);
  await town.owner.updateTable('people.authenticator').set({ tries_since: before }).execute();

  expect((await later.submit(sixth, 'show-code', { app_code: right })).url).toBe('/me');
});

dbTest('a recovery code opens once; new ones end the old', async (town) => {
  const { as } = await townWith(town);
  const { codes } = await setUp(await as('centre A'));
  const lost = await as('centre A');
  const stopped = await lost.get('/second-key');

  const odd = await lost.submit(stopped, 'show-recovery-code', { recovery_code: 'ABC' });
  expect([odd.status, odd.problems.recovery_code?.includes('K7QD-3MXA')]).toEqual([422, true]);
  const first = { recovery_code: codes[0]?.toLowerCase() ?? '' };
  const inside = await lost.submit(odd, 'show-recovery-code', first);
  expect(inside.url).toBe('/me');
  expect((await lost.get('/me/keys')).text).toContain('7 of your recovery codes are left');
  const again = await (await as('centre A')).post('/second-key', { by: 'recovery', ...first });
  expect([again.status, again.alert?.includes('used already')]).toEqual([409, true]);

  const anew = await lost.submit(await lost.get('/me/keys'), 'make-recovery-codes');
  expect(anew.list('recovery-codes')).toHaveLength(8);
  const old = await (await as('centre A')).post('/second-key', {
    by: 'recovery',
    recovery_code: codes[1] ?? '',
  });
  expect(old.status).toBe(409);
});

dbTest('the secret of an app is kept encrypted, recovery codes as hashes', async (town) => {
  const { as } = await townWith(town);
  const { key, codes } = await setUp(await as('centre A'));

  const app = await town.owner.selectFrom('people.authenticator').selectAll().executeTakeFirstOrThrow();
  const kept = await town.owner.selectFrom('people.recovery_code').selectAll().execute();

  expect(app.sealed_secret.includes(bytesOf(key))).toBe(false);
  expect(JSON.stringify(kept)).not.toContain(codes[0]);
  expect(JSON.stringify(kept)).not.toContain(codes[0]?.replaceAll('-', ''));
});

dbTest(
  'the session gets another token with the second key, and the old one is worth nothing',
  async (town) => {
    const { there, as } = await townWith(town);
    const { key } = await setUp(await as('centre A'));
    const later = await as('centre A');
    const overheard = await town.browser(/s=([\w-]+)/.exec(later.cookies.header() ?? '')?.[1] ?? '');
    expect((await overheard.get('/me')).status).toBe(200);

    await later.submit(await later.get('/second-key'), 'show-code', { app_code: codeOf(key) });

    expect((await overheard.get('/me')).status).toBe(401);
    expect((await later.get(`/centres/${there.centres.eastlock}/registrations`)).status).toBe(200);
  },
);

dbTest('strength ends after half an hour of silence, and being seen does not bring it back', async (town) => {
  const { there } = await townWith(town);
  const browser = await town.browser((await town.signedIn(there.people['centre A'])).token);
  const path = `/centres/${there.centres.eastlock}/registrations`;
  expect((await browser.get(path)).status).toBe(200);

  const before = new Date(Date.now() - 31 * 60_000);
  await town.owner.updateTable('people.session').set({ seen_at: before }).execute();

  expect([(await browser.get(path)).status, (await browser.get(path)).status]).toEqual([403, 403]);
  expect((await browser.get('/me')).status).toBe(200);
});

dbTest('what was typed is kept while the second key is shown, and sent with one press', async (town) => {
  const { there } = await townWith(town);
  const admin = there.people['admin of A'];
  const { key } = await setUp(await byMail(town, admin));
  const { token } = await town.signedIn(admin);
  const browser = await town.browser(token);
  const people = await browser.get(`/organisations/${there.group}/people`);
  const before = new Date(Date.now() - 11 * 60_000);
  await town.owner.updateTable('people.session').set({ proved_at: before }).execute();

  const invited = { email: 'new@things.example', role: 'trustee' };
  const stopped = await browser.submit(people, 'invite-person', invited);
  expect([stopped.status, stopped.h1]).toEqual([403, 'Show your second key']);
  expect(await mailTo(town, invited.email)).toEqual([]);
  const wrong = await browser.submit(stopped, 'show-code', { app_code: '1' });
  const shown = await browser.submit(wrong, 'show-code', { app_code: codeOf(key) });
  const sent = await browser.submit(shown, 'send-kept');

  expect(shown.h1).toBe('Now send what you wrote');
  expect(
    sent
      .list('invitations')
      .map(({ text }) => text)
      .join(),
  ).toContain(invited.email);
});

dbTest('the way back leads only to pages of this site', async (town) => {
  const { as } = await townWith(town);
  const { key } = await setUp(await as('centre A'));
  const later = await as('centre A');

  const code = { by: 'authenticator', app_code: codeOf(key), method: 'GET', kept: '' };
  const back = await later.post('/second-key', { ...code, to: '//evil.example' }, { follow: false });

  expect(back.headers.get('location')).toBe('/me');
});

dbTest('whoever removes the last key has no recovery codes either', async (town) => {
  const { as } = await townWith(town);
  const browser = await as('admin of A');
  await setUp(browser);

  const page = await browser.submit(await browser.get('/me/keys'), 'remove-authenticator');

  expect(page.text).toContain('You have none yet');
  expect(await town.owner.selectFrom('people.recovery_code').select('id').execute()).toEqual([]);
});

dbTest(
  'a place that was taken away in the middle of a session is gone with the next request',
  async (town) => {
    const { there } = await townWith(town);
    const browser = await town.browser((await town.signedIn(there.people['admin of centre A'])).token);
    const path = `/centres/${there.centres.eastlock}/questions`;
    expect((await browser.get(path)).status).toBe(200);

    const over = town.owner.updateTable('register.position').set({ until_at: new Date() });
    await over.where('person_id', '=', there.people['admin of centre A']).execute();

    expect((await browser.get(path)).status).toBe(403);
    await town.owner
      .updateTable('people.person')
      .set({ state: 'locked' })
      .where('id', '=', there.people['admin of centre A'])
      .execute();
    expect((await browser.get('/me')).status).toBe(401);
  },
);

demoTest('in the practice network a button stands for the key, and only at this machine', async (town) => {
  const browser = await town.browser();
  await browser.post('/practice/sign-in', { person: 'centre-admin' });
  const before = new Date(Date.now() - 11 * 60_000);
  await town.owner.updateTable('people.session').set({ proved_at: before }).execute();
  const own = (await browser.get('/me')).root.querySelector('main a[href$="/registrations"]');
  const centre = own?.getAttribute('href')?.split('/')[2];

  const people = await browser.get(`/organisations/${centre}/people`);
  const stopped = await browser.submit(people, 'invite-person', {
    email: 'new@club.example',
    role: 'worker',
  });
  const passed = await browser.submit(stopped, 'pass-in-practice');
  const sent = await browser.submit(passed, 'send-kept');

  expect(stopped.text).toContain('This is the practice network');
  expect(sent.text).toContain('new@club.example');
});

dbTest('in any other network there is no such button, and no such way', async (town) => {
  const { as } = await townWith(town);
  await sql`update network.network set practice = false`.execute(town.owner);
  const worker = await as('centre A');

  const page = await worker.get('/second-key');
  const tried = await worker.post('/second-key', { by: 'practice', to: '', method: 'GET', kept: '' });

  expect(page.hasForm('pass-in-practice')).toBe(false);
  expect(tried.h1).not.toBe('Hello');
  expect((await worker.get('/me')).root.text).toContain('still shut');
});
