import { sql } from 'kysely';
import { expect } from 'vitest';
import { wire } from '../../src/wiring.ts';
import { dbTest } from '../helpers/db.ts';

/** Columns that lead to an organisation whose rows it does not take with it, each with the reason. */
const leftOut = new Map([
  ['directory.document.organisation_id', 'made from the record, and again whenever it changes'],
  ['hub.move.organisation_id', 'what the hub did about its queues is the hub’s'],
  ['neighbours.stop.from_organisation_id', 'who takes no hellos from it is known to nobody else'],
  ['notifications.dead_mailbox.organisation_id', 'how mail to its people fares is the hub’s'],
  ['notifications.follow.organisation_id', 'whom somebody follows is known to nobody else'],
  ['notifications.news.organisation_id', 'on its way to those who follow'],
  ['people.provider_account.organisation_id', 'how one person signs in is that person’s'],
  ['people.provider_try.organisation_id', 'a sign-in that is under way'],
  ['platform.event.organisation_id', 'the sealed record of the network; changes are told by the versions'],
  ['platform.outbox.organisation_id', 'letters are those of whoever they are to'],
  ['privacy.matter.about_organisation_id', 'a complaint about it is with whoever looks into it'],
  [
    'referrals.concern.organisation_id',
    'a worry is seen by named leads alone, whoever takes the files along',
  ],
  ['referrals.lead.organisation_id', 'who leads is on its page of people, and goes with a position'],
  ['referrals.opening.organisation_id', 'part of a worry, seen by the leads alone'],
  ['register.check_link.organisation_id', 'the hash of a mailed link'],
  ['register.draft.organisation_id', 'a form under way is that of who writes it'],
  ['register.import_change.organisation_id', 'notes for taking an import back; they go after fourteen days'],
  ['register.recovery.organisation_id', 'how one person was let back in is that person’s'],
  ['register.version.centre_id', 'stands in the history of the record that it suggested a change to'],
  ['support.look.organisation_id', 'who looked into the log of a group is told to the centres that write it'],
]);

dbTest(
  'R142 every column that leads to an organisation is in what it takes with it, or is said not to be',
  async ({ owner }) => {
    const { rows } = await sql<{ key: string }>`
    select format('%s.%s.%s', nspname, relname, attname) as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where nspname !~ '^(pg_|information_schema|graphile_worker|public)' and relkind = 'r' and attnum > 0
      and not attisdropped and attname ~ '(^|_)(organisation|organisation_id|centre|centre_id|parent_id)$'
      and not (nspname = 'areas')
    order by 1`.execute(owner);

    const keys = rows.map((row) => row.key);
    const owned = wire().ownedBy.flatMap((one) => one.keys);
    expect(keys.filter((key) => !owned.includes(key) && !leftOut.has(key))).toEqual([]);
    expect([...owned, ...leftOut.keys()].filter((key) => !keys.includes(key))).toEqual([]);
    expect(owned.filter((key) => leftOut.has(key))).toEqual([]);
  },
);

dbTest('the files of an organisation have names of their own', async () => {
  const files = wire().ownedBy.map(({ file }) => file);

  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
  expect(files.filter((file) => !/^[a-z-]+$/.test(file))).toEqual([]);
});
