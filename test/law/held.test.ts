import { sql } from 'kysely';
import { expect } from 'vitest';
import { wire } from '../../src/wiring.ts';
import { dbTest, now, type Town } from '../helpers/db.ts';
import { busyThings, type Things } from '../helpers/things.ts';

/** Columns that look like a person and are none, each with the reason. */
const nobody = new Map([
  ['volunteering.enquiry.stopped_by', 'the side, such as “group”'],
  ['privacy.basis.ended_by', 'the way it came, such as “link”'],
  ['referrals.help_request.reply_by', 'the way they want to hear, such as “post”'],
  ['network.network.hub_email', 'the hub’s own mailbox, published'],
  ['register.organisation.email', 'the organisation’s own mailbox, published'],
  ['register.organisation.checked_by', 'words, such as “the group”'],
  ['register.service.checked_by', 'words, such as “the group”'],
]);

dbTest(
  'every column that leads to a person is shown to that person, or is said to be none',
  async ({ owner }) => {
    const { rows } = await sql<{ key: string }>`
    select format('%s.%s.%s', nspname, relname, attname) as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where nspname !~ '^(pg_|information_schema|graphile_worker|public)' and relkind = 'r' and attnum > 0
      and not attisdropped and attname ~ '(^|_)(person|person_id|people|email|mailbox|reply_to|user_id)$|_by$'
    order by 1`.execute(owner);

    const keys = rows.map((row) => row.key);
    const held = wire().heldAbout.flatMap(({ table, keys: columns }) =>
      columns.map((column) => `${table}.${column}`),
    );
    expect(keys.filter((key) => !held.includes(key) && !nobody.has(key))).toEqual([]);
    expect([...held, ...nobody.keys()].filter((key) => !keys.includes(key))).toEqual([]);
  },
);

dbTest(
  'one takes everything with one that is held about oneself, and nothing of anybody else',
  async (town) => {
    const there = await busyThings(town);
    await somethingOfEverybody(town, there);
    const mailboxes = await town.owner.selectFrom('people.person').select(['id', 'email']).execute();

    for (const who of ['admin of A', 'admin of B', 'guest', 'centre A', 'coordinator'] as const) {
      const browser = await town.browser((await town.signedIn(there.people[who])).token);
      const me = mailboxes.find(({ id }) => id === there.people[who]);

      const data = await browser.get('/me/data');

      expect(data.headers.get('content-disposition')).toContain('attachment');
      expect(data.body).toContain(`a mail to ${me?.email}`);
      expect(data.body).toContain(`the draft of ${me?.email}`);
      expect(data.body).toContain(`what ${me?.email} said is wrong`);
      const others = mailboxes.filter(({ email }) => email !== me?.email).map(({ email }) => email);
      expect(others.filter((email) => data.body.includes(email))).toEqual([]);
    }
  },
);

dbTest('whoever is signed out takes nothing', async (town) => {
  const visitor = await town.browser();

  expect((await visitor.get('/me/data')).status).toBe(401);
});

async function somethingOfEverybody({ owner, ctx }: Town, there: Things): Promise<void> {
  const persons = await owner.selectFrom('people.person').select(['id', 'email']).execute();
  for (const { id, email } of persons) {
    const times = { made_at: now, expires_at: now };
    await owner
      .insertInto('platform.outbox')
      .values({
        ...{ id: ctx.newId(), kind: 'a test', to_email: email, subject: 'Hello', body: `a mail to ${email}` },
        ...{ at: now, try_at: now },
      })
      .execute();
    const answers = JSON.stringify({ name: `the draft of ${email}` });
    await owner
      .insertInto('register.draft')
      .values({ id: ctx.newId(), person_id: id, answers, created_at: now, changed_at: now })
      .execute();
    await owner
      .insertInto('register.suggestion')
      .values({
        ...{ id: ctx.newId(), organisation_id: there.group, what: `what ${email} said is wrong` },
        ...{ reply_to: email, made_at: now },
      })
      .execute();
    await owner
      .insertInto('people.token')
      .values({ id: ctx.newId(), purpose: 'sign_in', hash: Buffer.from(email), email, ...times })
      .execute();
  }
}
