import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Ctx } from '../../src/platform/ctx.ts';
import { record } from '../../src/platform/record.ts';
import { firstBrokenSeal, sealRecord } from '../../src/platform/seal.ts';
import { event } from '../../src/platform/words.ts';
import { dbTest, type Town } from '../helpers/db.ts';
import { quietHouse } from '../helpers/quiet-house.ts';

const happened = event<{ n: number }>('a_test.happened');

sealTest(
  'everything that happened is sealed once, each batch onto the one before',
  async ({ jobCtx, jobs }) => {
    await happen(jobCtx, 1, 2);
    await sealAll(jobCtx, 2);
    await happen(jobCtx, 3);
    await sealAll(jobCtx, 1);
    expect(await sealRecord(jobCtx)).toBe(0);

    expect(await firstBrokenSeal(jobs.open)).toBeUndefined();
  },
);

sealTest('an event of a transaction that is still open is left for the next seal', async ({ jobCtx, db }) => {
  await db.transaction(async (tx) => {
    await record(tx, jobCtx, happened, { n: 1 });
    await happen(jobCtx, 2);
    expect(await sealRecord(jobCtx)).toBe(0);
  });

  await sealAll(jobCtx, 2);
});

sealTest('a word changed afterwards breaks its seal', async ({ jobCtx, jobs, owner }) => {
  await happen(jobCtx, 1);
  await sealAll(jobCtx, 1);
  await happen(jobCtx, 2);
  await sealAll(jobCtx, 1);

  await sql`update platform.event set payload = '{"n": 7}' where payload = '{"n": 2}'`.execute(owner);

  expect(await firstBrokenSeal(jobs.open)).toBe(2);
});

sealTest('an event taken out afterwards breaks its seal', async ({ jobCtx, jobs, owner }) => {
  await happen(jobCtx, 1, 2);
  await sealAll(jobCtx, 2);

  await sql`delete from platform.event where payload = '{"n": 2}'`.execute(owner);

  expect(await firstBrokenSeal(jobs.open)).toBe(1);
});

sealTest('no login of the house may change or delete what is written down', async ({ db, jobs, jobCtx }) => {
  await happen(jobCtx, 1);

  for (const login of [db, jobs]) {
    const changing = login.transaction((tx) => sql`update platform.event set name = 'x'`.execute(tx));
    await expect(changing).rejects.toThrow('permission denied');
    const deleting = login.transaction((tx) => sql`delete from platform.event`.execute(tx));
    await expect(deleting).rejects.toThrow('permission denied');
  }
});

function sealTest(name: string, work: (town: Town) => Promise<void>): void {
  dbTest(name, work, { house: () => quietHouse(), timeout: 120_000 });
}

async function happen(ctx: Ctx, ...numbers: readonly number[]): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const n of numbers) await record(tx, ctx, happened, { n });
  });
}

/** Transactions of other tests on the same engine hold the seal back, that of the sample network for half a minute. */
async function sealAll(ctx: Ctx, events: number): Promise<void> {
  let sealed = 0;
  await expect.poll(async () => (sealed += await sealRecord(ctx)), { timeout: 90_000 }).toBe(events);
}
