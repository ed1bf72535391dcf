import { sql } from 'kysely';
import { expect } from 'vitest';
import { log } from '../../src/platform/log.ts';
import { daysAgo, retain } from '../../src/platform/retain.ts';
import { dbTest, type Town } from '../helpers/db.ts';
import { dataLead } from '../helpers/some-matters.ts';
import { busyThings, type Things } from '../helpers/things.ts';

dbTest('what was kept long enough goes at night, and nothing else', async (town) => {
  const there = await busyThings(town);
  await asIfReal(town);
  await agedRows(town, there);

  await retain(town.jobCtx);

  expect(await left(town)).toEqual({
    mails: [
      'code of today: 111 111',
      'code of yesterday: ',
      'letter of 6 days: Hello',
      'letter of 8 days: ',
      'waits: Hello',
    ],
    tokens: ['fresh', 'used lately'],
    sessions: ['ended lately'],
    links: 1,
    replies: ['answered lately', 'waits'],
    invitations: ['lately'],
    drafts: ['lately', 'sent lately'],
  });
});

dbTest('a practice network keeps everything', async (town) => {
  const there = await busyThings(town);
  await agedRows(town, there);
  const before = await left(town);

  await retain(town.jobCtx);

  expect(await left(town)).toEqual(before);
});

dbTest('R139 what is due is counted before it goes, and what is held back stays', async (town) => {
  const there = await busyThings(town);
  await asIfReal(town);
  await agedRows(town, there);
  const lead = await dataLead(town, there.centres.hub, there.people.guest);
  const page = await lead.get('/data-protection');
  const late = await lead.submit(page, 'hold-back', {
    ...{ name: 'tokens', reason: 'The court wants to see them.', until: '2020-01-01' },
  });
  const held = await lead.submit(late, 'hold-back', { until: '2099-01-01' });

  await retain(town.jobCtx);
  const stays = (await left(town)).tokens;
  const counted = await lead.get('/data-protection');
  await lead.submit(counted, 'end-hold');
  await retain(town.jobCtx);

  expect(late.problems.until).toContain('That day is over.');
  expect(held.text).toContain('The court wants to see them.');
  expect(stays.length).toBeGreaterThan(2);
  expect(counted.list('kept').find((one) => one.id === 'tokens')?.text).toMatch(/[1-9]\d* due, counted on/);
  expect((await left(town)).tokens).toEqual(['fresh', 'used lately']);
  expect(page.list('record').length).toBe(town.source.house.uses.length);
  const coordinator = await town.browser((await town.signedIn(there.people.coordinator)).token);
  expect((await coordinator.get('/data-protection')).hasForm('hold-back')).toBe(false);
});

dbTest('what fails does not keep the rest, and the job fails', async (town) => {
  const there = await busyThings(town);
  await asIfReal(town);
  await agedRows(town, there);
  const broken = { name: 'broken', what: '', after: '', run: () => Promise.reject(new Error('no')) };
  const { house } = town.jobCtx;

  const night = retain({ ...town.jobCtx, house: { ...house, retain: [broken, ...house.retain] } });

  await expect(night).rejects.toThrow('Some of what was kept long enough has not gone.');
  expect((await left(town)).tokens).toEqual(['fresh', 'used lately']);
});

async function asIfReal({ owner }: Town): Promise<void> {
  log.level = 'silent';
  await sql`update network.network set practice = false`.execute(owner);
}

/** One row on either side of each time, each named after what it is. */
async function agedRows(town: Town, there: Things): Promise<void> {
  const { owner, ctx } = town;
  const ago = (days: number) => daysAgo(town.jobCtx, days);
  const person_id = there.people['passer-by'];
  for (const table of ['platform.outbox', 'people.token', 'people.session', 'register.check_link']) {
    await sql`delete from ${sql.table(table)}`.execute(owner);
  }
  for (const table of ['register.suggestion', 'register.invitation', 'register.draft']) {
    await sql`delete from ${sql.table(table)}`.execute(owner);
  }

  const mails = [
    { kind: 'sign-in', to_email: 'code of yesterday', body: '222 222', done: 2, state: 'sent' },
    { kind: 'sign-in', to_email: 'code of today', body: '111 111', done: 0, state: 'sent' },
    { kind: 'a', to_email: 'letter of 6 days', body: 'Hello', done: 6, state: 'kept' },
    { kind: 'a', to_email: 'letter of 8 days', body: 'Hello', done: 8, state: 'failed' },
    { kind: 'a', to_email: 'waits', body: 'Hello', done: 400, state: 'waiting' },
    { kind: 'a', to_email: 'of last year', body: '', done: 366, state: 'sent' },
  ].map(({ done, ...mail }) => ({
    ...{ ...mail, id: ctx.newId(), subject: 'S', at: ago(done), try_at: ago(done) },
    done_at: mail.state === 'waiting' ? null : ago(done),
  }));
  await owner.insertInto('platform.outbox').values(mails).execute();

  const tokens = [
    { email: 'fresh', expires_at: ago(-1), used_at: null },
    { email: 'used lately', expires_at: ago(29), used_at: ago(29) },
    { email: 'used', expires_at: ago(20), used_at: ago(31) },
    { email: 'expired', expires_at: ago(31), used_at: null },
  ].map((token) => ({
    ...{ ...token, id: ctx.newId(), purpose: 'sign_in' },
    ...{ hash: Buffer.from(token.email), made_at: ago(40) },
  }));
  await owner.insertInto('people.token').values(tokens).execute();

  const sessions = [
    { device: 'ended lately', expires_at: ago(300), ended_at: ago(364) },
    { device: 'ended', expires_at: ago(300), ended_at: ago(366) },
    { device: 'expired', expires_at: ago(366), ended_at: null },
  ].map((session) => ({
    ...{ ...session, id: ctx.newId(), person_id, token_hash: Buffer.from(session.device) },
    ...{ opened_at: ago(380), seen_at: ago(380) },
  }));
  await owner.insertInto('people.session').values(sessions).execute();
  await agedRecords(town, there);
}

async function agedRecords({ owner, ctx, jobCtx }: Town, there: Things): Promise<void> {
  const ago = (days: number) => daysAgo(jobCtx, days);
  const about = { organisation_id: there.group, made_at: ago(400) };
  const links = [29, 31].map((days) => ({
    ...{ ...about, id: ctx.newId(), token_hash: Buffer.from(`${days}`), expires_at: ago(days) },
  }));
  await owner.insertInto('register.check_link').values(links).execute();

  const suggestions = [
    { reply_to: 'waits', answered_at: null },
    { reply_to: 'answered lately', answered_at: ago(6) },
    { reply_to: 'answered', answered_at: ago(8) },
  ].map((one) => ({ ...about, ...one, id: ctx.newId(), what: 'The bus is the 14.' }));
  await owner.insertInto('register.suggestion').values(suggestions).execute();

  const invitations = [
    { email: 'lately', expires_at: ago(364) },
    { email: 'long ago', expires_at: ago(366) },
  ].map((one) => ({ ...about, ...one, id: ctx.newId(), role: 'worker', token_hash: Buffer.from(one.email) }));
  await owner.insertInto('register.invitation').values(invitations).execute();

  const drafts = [
    { name: 'lately', changed_at: ago(364), sent_at: null },
    { name: 'forgotten', changed_at: ago(366), sent_at: null },
    { name: 'sent lately', changed_at: ago(29), sent_at: ago(29) },
    { name: 'sent', changed_at: ago(31), sent_at: ago(31) },
  ].map(({ name, ...one }) => ({
    ...{ ...one, id: ctx.newId(), person_id: there.people['passer-by'], answers: JSON.stringify({ name }) },
    created_at: ago(400),
  }));
  await owner.insertInto('register.draft').values(drafts).execute();
}

async function left({ owner }: Town) {
  const mails = await owner
    .selectFrom('platform.outbox')
    .select(['to_email', 'body'])
    .orderBy('to_email')
    .execute();
  const tokens = await owner.selectFrom('people.token').select('email').orderBy('email').execute();
  const sessions = await owner.selectFrom('people.session').select('device').orderBy('device').execute();
  const links = await owner.selectFrom('register.check_link').select('id').execute();
  const replies = await owner
    .selectFrom('register.suggestion')
    .select('reply_to')
    .orderBy('reply_to')
    .execute();
  const invitations = await owner
    .selectFrom('register.invitation')
    .select('email')
    .orderBy('email')
    .execute();
  const drafts = await owner
    .selectFrom('register.draft')
    .select(sql<string>`answers ->> 'name'`.as('name'))
    .orderBy('name')
    .execute();
  return {
    mails: mails.map((mail) => `${mail.to_email}: ${mail.body}`),
    tokens: tokens.map(({ email }) => email),
    sessions: sessions.map(({ device }) => device),
    links: links.length,
    replies: replies.map((row) => row.reply_to).filter((email) => email !== ''),
    invitations: invitations.map(({ email }) => email),
    drafts: drafts.map(({ name }) => name),
  };
}
