import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { quietHouse } from '../../../../test/helpers/quiet-house.ts';
import { type Sink, smtpSink } from '../../../../test/helpers/smtp-sink.ts';
import type { Messages } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords, hourOf } from '../../../platform/dates.ts';
import { networkWords } from '../../../platform/http/context.ts';
import { drainJobs } from '../../../platform/jobs.ts';
import { record } from '../../../platform/record.ts';
import { event } from '../../../platform/words.ts';
import { makeNetwork } from '../../network/door.ts';
import { jobs } from '../jobs.ts';
import { noteBounce } from './bounce.ts';
import { writeMessages } from './write.ts';

const rang = event<{ who: string[] }>('a_test.rang');
const tellEverybody: Messages = {
  event: rang.name,
  write: async (_tx, ctx, recorded) =>
    [recorded.payload.who].flat().map((to) => ({
      to: String(to),
      subject: `Somebody rang\r\nBcc: spy@elsewhere.example`,
      text: `It was on ${dayWords(ctx.now, ctx.now)}.`,
    })),
};

messageTest(
  'everybody whom an event concerns gets one message, with nobody else on it',
  async (town, sink) => {
    await ring(town.jobCtx, ['sam@club.example', 'ivy@club.example', 'sam@club.example']);
    await everythingDone(town, sink);

    const [eventId] = await rings(town);
    await writeMessages(town.jobCtx, eventId ?? '');
    await everythingDone(town, sink);

    expect(sink.caught.map((mail) => mail.to).sort()).toEqual([['ivy@club.example'], ['sam@club.example']]);
    expect(sink.caught[0]?.header('To')).toBe(sink.caught[0]?.to[0]);
    expect(sink.caught[0]?.header('Bcc')).toBeUndefined();
  },
);

messageTest('a message says who sends it and why', async (town, sink) => {
  await ring(town.jobCtx, ['sam@club.example']);
  await everythingDone(town, sink);

  expect(sink.caught[0]?.raw).toContain('Ambry Vale Together. Questions? Hub of Ambry Vale, 01632 960100.');
  expect(sink.caught[0]?.raw).toContain('because you have a part in Ambry Vale Together.');
});

messageTest('a message is written as of the day of its event', async (town, sink) => {
  await ring({ ...town.jobCtx, now: new Date('2026-03-02T10:00:00Z') }, ['sam@club.example']);
  await everythingDone(town, sink);

  expect(sink.caught[0]?.raw).toContain('It was on 2 March.');
});

messageTest('nothing more goes to a mailbox from which mail came back', async (town, sink) => {
  await ring(town.jobCtx, ['sam@club.example']);
  await everythingDone(town, sink);
  const id = sink.caught[0]?.header('Message-ID') ?? '';
  const noted = await noteBounce(town.jobCtx, `Action: failed\nStatus: 5.1.1\n\nMessage-ID: ${id}\n`);

  await ring(town.jobCtx, ['sam@club.example', 'ivy@club.example']);
  await everythingDone(town, sink);

  expect(noted).toBe('noted');
  expect(sink.caught.map((mail) => mail.to)).toEqual([['sam@club.example'], ['ivy@club.example']]);
});

messageTest('an event that was undone tells nobody', async (town, sink) => {
  const ringing = town.jobs.transaction(async (tx) => {
    await record(tx, town.jobCtx, rang, { who: ['sam@club.example'] });
    throw new Error('wrong number');
  });
  await expect(ringing).rejects.toThrow('wrong number');
  await everythingDone(town, sink);

  expect(sink.caught).toEqual([]);
});

function messageTest(name: string, work: (town: Town, sink: Sink) => Promise<void>): void {
  const house = () => quietHouse({ messages: [tellEverybody] }, jobs);
  async function withSink(town: Town): Promise<void> {
    const sink = await smtpSink();
    await makeNetwork(town.jobCtx, {
      name: 'Ambry Vale Together',
      strapline: '',
      practice: false,
      promise: [],
      hubName: 'Hub of Ambry Vale',
      hubPhone: '01632 960100',
      hubEmail: 'hub@ambry.example',
    });
    // Whoever runs this at night wants the letters at once all the same.
    await quietHours(town, 0, 0);
    await work(town, sink).finally(() => sink.close());
  }
  dbTest(name, withSink, { house });
}

function ring(ctx: Ctx, who: string[]): Promise<void> {
  return ctx.db.transaction((tx) => record(tx, ctx, rang, { who }));
}

async function rings({ owner }: Town): Promise<string[]> {
  const rows = await owner.selectFrom('platform.event').select('id').where('name', '=', rang.name).execute();
  return rows.map((row) => row.id);
}

function everythingDone({ jobsSource, urls }: Town, sink: Sink): Promise<void> {
  return drainJobs({ ...jobsSource, smtpUrl: sink.url }, networkWords(jobsSource), urls.jobs);
}

messageTest('R60 what is written in the quiet hours goes out in the morning', async (town, sink) => {
  await quietHours(town, hourNow(), (hourNow() + 8) % 24);

  await ring(town.jobCtx, ['sam@club.example']);
  await everythingDone(town, sink);
  const [waits] = await waiting(town);
  await quietHours(town, 0, 0);
  await ring(town.jobCtx, ['ivy@club.example']);
  await everythingDone(town, sink);

  expect(sink.caught.map((mail) => mail.to)).toEqual([['ivy@club.example']]);
  expect(waits).toBeGreaterThan(6 * 3_600_000);
  expect(waits).toBeLessThan(9 * 3_600_000);
});

messageTest('R60 a code that somebody waits for goes out at any hour', async (town, sink) => {
  await quietHours(town, hourNow(), (hourNow() + 8) % 24);

  const page = await (await town.browser()).get('/sign-in');
  await (await town.browser()).submit(page, 'ask-for-sign-in', { email: 'sam@club.example' });
  await everythingDone(town, sink);

  expect(sink.caught.map((mail) => mail.to)).toEqual([['sam@club.example']]);
});

function hourNow(): number {
  return Math.floor(hourOf(new Date()));
}

async function quietHours({ owner }: Town, quiet_from: number, quiet_until: number): Promise<void> {
  await owner.updateTable('network.network').set({ quiet_from, quiet_until }).execute();
}

/** How long each mail that waits has still to wait, in milliseconds. */
async function waiting({ owner }: Town): Promise<number[]> {
  const rows = await owner
    .selectFrom('platform.outbox')
    .select('try_at')
    .where('state', '=', 'waiting')
    .execute();
  return rows.map((row) => row.try_at.getTime() - Date.now());
}
