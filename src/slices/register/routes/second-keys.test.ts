import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo } from '../../../../test/helpers/register-story.ts';
import { type Somebody, things } from '../../../../test/helpers/things.ts';

/** Group A, whose admin has a passkey since the first of November and whose member has nothing. */
async function groupWithOneKey(town: Town) {
  const there = await things(town);
  await town.owner
    .insertInto('people.passkey')
    .values({
      ...{ id: town.ctx.newId(), person_id: there.people['admin of A'], name: 'my phone', synced: true },
      ...{ credential_id: Buffer.from('a credential'), public_key: Buffer.from('a key'), counter: 0 },
      made_at: new Date('2026-11-01T09:00:00Z'),
    })
    .execute();
  const as = async (who: Somebody, strength: 'ordinary' | 'strong' = 'strong') =>
    town.browser((await town.signedIn(there.people[who], strength)).token);
  return { there, as };
}

dbTest(
  'an organisation asks everybody with a place for a second key, from the next request on',
  async (town) => {
    const { there, as } = await groupWithOneKey(town);
    const member = await as('member of A', 'ordinary');
    const path = `/organisations/${there.group}/people`;
    expect((await member.get(path)).status).toBe(200);
    const admin = await as('admin of A');
    const page = await admin.get(`/organisations/${there.group}/second-keys`);
    expect(page.text).toContain('Robin member-of-a');

    const asked = await admin.submit(page, 'ask-all-for-second-key');

    expect(asked.text).toContain('opens only with a second key');
    expect((await member.get(path)).h1).toBe('Show your second key');
    const [mail] = await mailTo(town, 'member-of-a@things.example');
    expect(mail?.subject).toBe('Tansy Street Kitchen asks for a second key from now on');
    expect(mail?.body).toContain('/me/keys');
    await admin.submit(asked, 'ask-all-for-second-key');
    expect((await member.get(path)).status).toBe(200);
  },
);

dbTest('the proof names who has which key since when, and nothing else of it', async (town) => {
  const { there, as } = await groupWithOneKey(town);
  await town.owner
    .updateTable('people.person')
    .set({ name: '=cmd()' })
    .where('id', '=', there.people['member of A'])
    .execute();
  const admin = await as('admin of A');
  const page = await admin.get(`/organisations/${there.group}/second-keys`);
  await admin.submit(page, 'ask-all-for-second-key');

  const proof = await admin.get(`/organisations/${there.group}/second-keys.csv`);

  const lines = proof.body.split('\r\n');
  const today = new Date().toISOString().slice(0, 10);
  expect(proof.headers.get('content-disposition')).toContain('attachment');
  expect(lines[0]).toBe(
    'organisation,name,email,position,position_since,passkeys,passkey_since,authenticator_since,' +
      'required_of_all_since,listed_at',
  );
  expect(lines.find((line) => line.includes('admin-of-a@'))).toContain(
    ',admin,2026-11-24T10:00:00.000Z,1,2026-11-01',
  );
  expect(lines.find((line) => line.includes('member-of-a@'))).toContain(
    ",'=cmd(),member-of-a@things.example,worker",
  );
  expect(lines[1]).toContain(today);
  expect(proof.body).not.toContain('credential');
});

dbTest('only those who run the organisation see it, and only just after showing a key', async (town) => {
  const { there, as } = await groupWithOneKey(town);
  const path = `/organisations/${there.group}/second-keys`;
  const admin = await as('admin of A');

  for (const who of ['member of A', 'admin of B', 'centre A', 'coordinator', 'passer-by'] as const) {
    const other = await as(who);
    expect([who, (await other.get(path)).status, (await other.get(`${path}.csv`)).status]).toEqual([
      who,
      404,
      404,
    ]);
    expect((await other.post(path, { required: 'yes' })).status).toBe(404);
  }
  const before = new Date(Date.now() - 11 * 60_000);
  await town.owner.updateTable('people.session').set({ proved_at: before }).execute();
  const stale = [
    await admin.get(path),
    await admin.get(`${path}.csv`),
    await admin.post(path, { required: 'yes' }),
  ];

  expect(stale.map(({ status, h1 }) => `${status} ${h1}`)).toEqual(Array(3).fill('403 Show your second key'));
  const rule = town.owner.selectFrom('register.organisation').select('second_key_since');
  expect((await rule.where('id', '=', there.group).executeTakeFirst())?.second_key_since).toBeNull();
});

dbTest('asking with another word than yes or no is refused', async (town) => {
  const { there, as } = await groupWithOneKey(town);

  const odd = await (await as('admin of A')).post(`/organisations/${there.group}/second-keys`, {
    required: 'x',
  });

  expect(odd.status).toBe(422);
});
