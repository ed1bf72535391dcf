import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Client } from '../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../test/helpers/db.ts';
import { canaries, idOf, refer, referralTown } from '../../../test/helpers/referral-town.ts';
import { referrals } from '../referrals/urls.ts';
import { privacy } from './urls.ts';

dbTest(
  'R41 C5-J2 by the link of their letter somebody sees who has their details, and stops it',
  async (town) => {
    const there = await referralTown(town);
    const { sender, receiver } = there;
    const id = idOf(await refer(there));
    const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
    await receiver.submit(opened, 'answer-referral', { answer: 'accept', said: 'SAIDCANARY on Friday' });
    const link = await letterLink(sender, id);
    const person = await town.browser();

    const shared = await person.get(link);
    const stopped = await person.submit(shared, 'withdraw-basis');
    const atReceiver = await receiver.get(referrals.one(id));
    const inbox = await receiver.get('/inbox');
    const again = await person.post(`${link}/withdraw`, {});

    expect(shared.text).toContain('Tansy Street Kitchen');
    expect(shared.text).toContain('looked at your details');
    expect(shared.text).not.toMatch(/CANARY/);
    expect(stopped.text).toContain('You stopped this');
    expect(stopped.hasForm('withdraw-basis')).toBe(false);
    expect(atReceiver.text).not.toMatch(/CANARY|07700/);
    expect(
      inbox
        .list('inbox')
        .map((one) => one.text)
        .join(),
    ).toContain('Let go of details');
    expect(again.status).toBe(409);
    expect(await dump(town)).not.toMatch(/CANARY|07700900123/);
    const [row] = await town.owner.selectFrom('referrals.referral').selectAll().execute();
    expect(row).toMatchObject({ state: 'withdrawn', need: null, details: null, story: null });
  },
);

dbTest('D5/6 a receiver’s word that details are gone is chased, and the person sees it', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver } = there;
  const id = idOf(await refer(there));
  const link = await letterLink(sender, id);
  const person = await town.browser();
  await person.submit(await person.get(link), 'withdraw-basis');

  const [loop] = await openLetGos(town);
  const asked = await receiver.get(privacy.letGo(loop?.thing_id ?? ''));
  const gone = await receiver.submit(asked, 'confirm-gone');
  const seen = await person.get(link);

  expect(asked.text).not.toMatch(/CANARY/);
  expect(gone.text).toContain('You said that they are gone');
  expect(seen.text).toContain('They say it is gone');
  expect(await openLetGos(town)).toEqual([]);
});

dbTest('R41 told by the person, a worker stops it; it says how they were told', async (town) => {
  const there = await referralTown(town);
  const id = idOf(await refer(there));
  const page = await there.sender.get(referrals.one(id));

  const silent = await there.sender.submit(page, 'withdraw-referral', { told_how: '' });
  const stopped = await there.sender.submit(page, 'withdraw-referral', { told_how: 'On the telephone' });

  expect(silent.problems.told_how ?? silent.alert).toContain('how they told you');
  expect(stopped.root.querySelector('[data-state=withdrawn]')).not.toBeNull();
  const events = await town.owner
    .selectFrom('platform.event')
    .select(['name', 'reason'])
    .where('name', '=', 'privacy.withdrawn')
    .execute();
  expect(events).toEqual([{ name: 'privacy.withdrawn', reason: 'On the telephone' }]);
});

dbTest('D5/1 a withdrawal while a page is open: what is pressed afterwards has no effect', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  const link = await letterLink(sender, id);
  const person = await town.browser();
  await person.submit(await person.get(link), 'withdraw-basis');

  const late = await receiver.submit(opened, 'answer-referral', { answer: 'accept' });

  expect(late.status).toBe(409);
  expect(late.text).not.toMatch(/CANARY|07700/);
});

dbTest(
  'D5/1 withdrawal and answer at once: whichever comes second sees the first, and nothing hangs',
  async (town) => {
    const there = await referralTown(town);
    const { sender, receiver } = there;
    const id = idOf(await refer(there));
    const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
    const link = await letterLink(sender, id);
    const person = await town.browser();
    const shared = await person.get(link);

    const [answer, stop] = await Promise.all([
      receiver.submit(opened, 'answer-referral', { answer: 'accept' }),
      person.submit(shared, 'withdraw-basis'),
    ]);

    expect(stop?.status).toBe(200);
    expect([200, 409]).toContain(answer?.status);
    const [row] = await town.owner.selectFrom('referrals.referral').select(['state', 'need']).execute();
    expect(row).toEqual({ state: 'withdrawn', need: null });
  },
);

dbTest(
  'D5/1 the database itself refuses a referral to somebody the agreement does not name',
  async (town) => {
    const there = await referralTown(town);
    const id = idOf(await refer(there));
    const move = town.owner
      .updateTable('referrals.referral')
      .set({ receiver_id: there.there.otherGroup })
      .where('id', '=', id)
      .execute();
    const bare = town.owner
      .updateTable('referrals.referral')
      .set({ basis_id: null })
      .where('id', '=', id)
      .execute();

    await expect(move).rejects.toThrow('its_basis_names_its_receiver');
    await expect(bare).rejects.toThrow('what_is_sent_stands_on_a_basis');
  },
);

dbTest('a dump of the database holds nothing that was said of the person', async (town) => {
  const there = await referralTown(town);
  const { receiver } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  await receiver.submit(opened, 'answer-referral', { answer: 'ask', said: 'SAIDCANARY Does she eat fish?' });

  const text = await dump(town);

  for (const words of Object.values(canaries)) expect(text).not.toContain(words);
  expect(text).not.toMatch(/CANARY/);
  // Bytes stand in a dump in hexadecimal.
  expect(text).not.toContain(Buffer.from('CANARY').toString('hex'));
});

dbTest('a form that is sent shows nothing, so it is no look', async (town) => {
  const there = await referralTown(town);
  const id = idOf(await refer(there));
  await town.owner.deleteFrom('privacy.look').execute();

  await there.receiver.post(referrals.open(id), {}, { follow: false });

  expect(await town.owner.selectFrom('privacy.look').select('id').execute()).toEqual([]);
});

dbTest('each look at a referral is one line of who looked; without it nothing is shown', async (town) => {
  const there = await referralTown(town);
  const { receiver } = there;
  const id = idOf(await refer(there));
  await town.owner.deleteFrom('privacy.look').execute();

  const first = await receiver.get(referrals.one(id));
  const looks = await town.owner.selectFrom('privacy.look').select(['what', 'organisation_id']).execute();
  await sql`alter table privacy.look add constraint nobody_looks check (false) not valid`.execute(town.owner);
  const blind = await receiver.get(referrals.one(id));

  expect(first.text).toContain(canaries.need);
  expect(looks).toEqual([{ what: 'need', organisation_id: there.there.group }]);
  expect(blind.status).toBe(500);
  expect(blind.body).not.toMatch(/CANARY/);
});

async function letterLink(sender: Client, id: string): Promise<string> {
  const letter = await sender.submit(await sender.get(referrals.one(id)), 'make-letter');
  const link = /http:\/\/localhost:3000(\/who-has-my-details\/by-link\/[\w-]{43})/.exec(letter.text);
  return link?.[1] ?? '';
}

function openLetGos({ owner }: Town) {
  return owner
    .selectFrom('loops.loop')
    .select('thing_id')
    .where('kind', '=', 'let-go')
    .where('ended_at', 'is', null)
    .where('owner_organisation_id', 'in', (of) =>
      of.selectFrom('register.organisation').select('id').where('name', '=', 'Tansy Street Kitchen'),
    )
    .execute();
}

/** Every row of every table, as text. */
async function dump({ owner }: Town): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner);
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ text: string }>`
        select coalesce(string_agg(convert_from(convert_to(one::text, 'UTF8'), 'UTF8'), E'\n'), '') as text
        from ${sql.raw(name)} as one`.execute(owner);
      return rows[0]?.text ?? '';
    }),
  );
  return all.join('\n');
}
