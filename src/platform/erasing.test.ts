import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest } from '../../test/helpers/db.ts';
import { folderForTest } from '../../test/helpers/engine-folder.ts';
import { idOf, refer, referralTown } from '../../test/helpers/referral-town.ts';
import type { Db } from './db/open.ts';
import { bringErased, eraseAgain, readErased } from './erasing.ts';
import { networkWords } from './http/context.ts';
import { drainJobs } from './jobs.ts';

dbTest('R139 what was taken away is gone again after an older backup was restored', async (town) => {
  const there = await referralTown(town);
  const folder = folderForTest();
  const erasedFile = join(folder, 'backups', 'erased.log');
  const withList = { ...town.jobsSource, erasedFile };
  const id = idOf(await refer(there));
  const guest = there.there.people.guest;
  const older = await asItIs(town.owner, guest, id);
  const leaver = await town.browser((await town.signedIn(guest)).token);
  await leaver.submit(await leaver.get('/me/close'), 'close-account', { sure: 'yes' });
  await there.sender.submit(await there.sender.get(`/referrals/${id}`), 'withdraw-referral', {
    told_how: 'By letter',
  });
  await drainJobs(withList, networkWords(withList), town.urls.jobs);
  appendFileSync(erasedFile, '{"what":"account","id":"018f0');

  const gone = await asItIs(town.owner, guest, id);
  await sql`update people.person set state = 'active', closed_at = null, email = ${older.email} where id = ${guest}`.execute(
    town.owner,
  );
  await sql`update privacy.basis set ended_at = null, ended_how = null, ended_by = null
    where id = (select basis_id from referrals.referral where id = ${id})`.execute(town.owner);
  await sql`update referrals.referral set state = 'sent', need = ${older.need}, details = ${older.details}
    where id = ${id}`.execute(town.owner);
  await sql`delete from loops.loop where kind = 'let-go' or thing_id = ${id}`.execute(town.owner);
  const brought = join(folder, 'elsewhere', 'erased.log');
  await bringErased(erasedFile, brought);
  await bringErased(erasedFile, brought);

  expect(await eraseAgain({ ...withList, erasedFile: brought })).toBe(2);
  expect(await eraseAgain({ ...withList, erasedFile: brought })).toBe(0);

  expect(older).toMatchObject({ account: 'active', referral: 'sent' });
  expect(gone).toMatchObject({ account: 'closed', referral: 'withdrawn', need: null, details: null });
  expect(await asItIs(town.owner, guest, id)).toEqual(gone);
  expect((await readErased(brought)).map(({ what }) => what).sort()).toEqual(['account', 'agreement']);
});

async function asItIs(owner: Db, person: string, referral: string) {
  const { rows } = await sql<Record<string, unknown>>`
    select person.state as account, person.email, referral.state as referral, need, details
    from people.person, referrals.referral where person.id = ${person} and referral.id = ${referral}`.execute(
    owner,
  );
  return rows[0] ?? {};
}
