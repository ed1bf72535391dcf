import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { type NeighbourTown, neighbourTown } from '../../../../test/helpers/neighbour-town.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { newId } from '../../../platform/clock.ts';
import { addDays } from '../../../platform/dates.ts';
import { runDue } from '../../../platform/due.ts';
import { record } from '../../../platform/record.ts';
import { organisationChanged, serviceChanged } from '../../register/events.ts';
import type { How } from '../words.ts';

const reader = 'reader@many.example';

dbTest('R136 whoever follows a group and its service hears of one change once', async (town) => {
  const { group, services } = await offering(await neighbourTown(town), town, 1);
  const [service = ''] = services;
  const browser = await signedInAs(town, reader);
  await browser.post(`/organisations/${group}/follow`, { how: 'weekly', weekday: '3' });
  await browser.post(`/services/${service}/follow`, { how: 'at_once' });

  await change(town, { group, service });
  const atOnce = await newsAfter(town, 0.1);
  const later = await newsAfter(town, 9);

  expect(atOnce).toEqual([expect.stringMatching(/Service 0 changed: mark \d+ here\./)]);
  expect(later).toEqual(atOnce);
});

dbTest(
  'R136 news are for those who follow the service or its group, and not for those of another',
  async (town) => {
    const { services } = await offering(await neighbourTown(town), town, 2);
    const [one = '', other = ''] = services;
    const browser = await signedInAs(town, reader);
    const list = await browser.post(`/services/${one}/follow`, { how: 'at_once' });

    await change(town, { group: '', service: other });
    const before = await newsAfter(town, 0.1);
    await change(town, { group: '', service: one });
    const after = await newsAfter(town, 0.2);
    const stopped = await browser.submit(
      await browser.get(`/services/${one}/follow`),
      'follow',
      {},
      { press: 'Stop following' },
    );

    expect(list.list('following')[0]?.text).toContain('Service 0, The house');
    expect(before).toEqual([]);
    expect(after).toHaveLength(1);
    expect(after[0]).toContain(`/services/${one}`);
    expect(stopped.text).toContain('You follow nobody yet');
  },
);

dbTest(
  'no mailbox is told the same news twice, however many ways lead to it and whatever changes meanwhile',
  async (town) => {
    const place = await neighbourTown(town);
    const hows = fc.constantFrom<How | 'stop'>('at_once', 'daily', 'weekly', 'stop');
    const steps = fc.array(
      fc.record({
        what: fc.integer({ min: 0, max: 3 }),
        how: hows,
        days: fc.double({ min: 0, max: 3, noNaN: true }),
      }),
      { minLength: 3, maxLength: 6 },
    );
    let days = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { group, services } = await offering(place, town, 3);
        const browser = await signedInAs(town, `${newId()}@many.example`);
        for (const { what, how, days: later } of all) {
          const path = what === 0 ? `/organisations/${group}` : `/services/${services[what - 1]}`;
          await browser.post(`${path}/follow`, { how, weekday: String(1 + (what % 7)) });
          await change(town, { group, service: services[what % 3] ?? '' }, days);
          days += later;
          await settled(town, days);
        }
        days += 9;
        await settled(town, days);
      }),
      { numRuns: 4, seed: 20261124 },
    );

    const told = await town.owner.selectFrom('notifications.told_news').select('news_id').execute();

    expect(await toldTwice(town)).toEqual([]);
    expect(told.length).toBeGreaterThan(5);
  },
  { timeout: 120_000 },
);

/** Each change has a number of its own in its words, so a line that stands in two letters was told twice. */
async function toldTwice({ owner }: Town): Promise<object[]> {
  const { rows } = await sql<object>`select to_email, words from platform.outbox
    join notifications.news on position(words in body) > 0
    where kind = 'news' group by to_email, words having count(distinct outbox.id) > 1`.execute(owner);
  return rows;
}

async function offering(place: NeighbourTown, { owner }: Town, count: number) {
  const group = await place.group({ name: 'The house' });
  const services: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = newId();
    await owner
      .insertInto('register.service')
      .values({
        ...{ id, organisation_id: group, name: `Service ${number}`, status: 'open', freshness: 'ok' },
        ...{ created_at: new Date(), changed_at: new Date(), checked_at: new Date() },
      })
      .execute();
    services.push(id);
  }
  return { group, services };
}

let changes = 0;

/** Somebody changes the service, or the group where there is none; the name says which change it is. */
async function change(
  town: Town,
  { group, service }: { group: string; service: string },
  days = 0,
): Promise<void> {
  changes += 1;
  const fields = [`mark_${changes}_here`];
  const ctx = { ...town.jobCtx, now: addDays(new Date(), days) };
  const organisationId =
    group ||
    (
      await town.owner
        .selectFrom('register.organisation')
        .select('id')
        .where('name', '=', 'The house')
        .executeTakeFirstOrThrow()
    ).id;
  await ctx.db.transaction((tx) =>
    service
      ? record(tx, ctx, serviceChanged, { organisationId, serviceId: service, fields }, { organisationId })
      : record(tx, ctx, organisationChanged, { organisationId, fields }, { organisationId }),
  );
}

async function settled(town: Town, days: number): Promise<void> {
  await mailTo(town, reader);
  await runDue(town.jobsSource, addDays(new Date(), days + 0.01));
}

async function newsAfter(town: Town, days: number): Promise<string[]> {
  await settled(town, days);
  const mails = await mailTo(town, reader);
  return mails.filter(({ subject }) => subject.startsWith('What is new')).map(({ body }) => body);
}
