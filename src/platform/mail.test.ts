import { createServer, type Socket } from 'node:net';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../test/helpers/db.ts';
import { quietHouse } from '../../test/helpers/quiet-house.ts';
import { smtpSink } from '../../test/helpers/smtp-sink.ts';
import type { Letter } from './contributions.ts';
import type { Ctx } from './ctx.ts';
import { sendMail } from './mail.ts';
import { post } from './outbox.ts';

const minute = 60_000;
const invitation: Letter = { to: 'sam@club.example', subject: 'Come in', text: 'The door is open.' };

mailTest('a waiting message goes out once, under the id of its row', async (town) => {
  const sink = await smtpSink();
  const ctx = { ...town.jobCtx, smtpUrl: sink.url };
  await posted(ctx, invitation);

  await sendMail(ctx);
  await sendMail(ctx);

  const [message] = await town.owner.selectFrom('platform.outbox').select(['id', 'state']).execute();
  expect(message?.state).toBe('sent');
  expect(sink.caught.map((mail) => mail.to)).toEqual([['sam@club.example']]);
  expect(sink.caught[0]?.header('Message-ID')).toBe(`<${message?.id}@localhost>`);
  expect(sink.caught[0]?.header('From')).toBe('Ambry Vale Together <hub@ambry.example>');
  expect(sink.caught[0]?.raw).toContain('The door is open.');
  await sink.close();
});

mailTest('a message that can be stopped says where, for the mail program to offer', async (town) => {
  const sink = await smtpSink();
  const ctx = { ...town.jobCtx, smtpUrl: sink.url };
  const stopUrl = 'https://ambry.example/following/stop/abc';
  await posted(
    ctx,
    invitation,
    { ...invitation, to: 'ann@club.example', stopUrl },
    { ...invitation, to: 'bea@club.example', stopUrl: stopUrl.replace('https', 'http') },
  );

  await sendMail(ctx);

  const to = (mailbox: string) => sink.caught.find((mail) => mail.to[0] === mailbox);
  expect(to('ann@club.example')?.header('List-Unsubscribe')).toBe(`<${stopUrl}>`);
  expect(to('ann@club.example')?.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(to('bea@club.example')?.header('List-Unsubscribe')).toMatch(/^<http:/);
  expect(to('bea@club.example')?.header('List-Unsubscribe-Post')).toBeUndefined();
  expect(to('sam@club.example')?.header('List-Unsubscribe')).toBeUndefined();
  await sink.close();
});

mailTest('two workers at once send each message once', async (town) => {
  const sink = await smtpSink();
  const ctx = { ...town.jobCtx, smtpUrl: sink.url };
  await posted(ctx, ...Array.from({ length: 12 }, (_, n) => ({ ...invitation, to: `sam${n}@club.example` })));

  await Promise.all([sendMail(ctx), sendMail(ctx)]);

  expect(new Set(sink.caught.map((mail) => mail.to[0])).size).toBe(12);
  expect(sink.caught.length).toBe(12);
  await sink.close();
});

mailTest('a line break in a subject or an address adds neither header nor receiver', async (town) => {
  const sink = await smtpSink();
  const ctx = { ...town.jobCtx, smtpUrl: sink.url };
  const subject = 'Hello\r\nBcc: spy@elsewhere.example\r\n\r\nAnd more';
  await posted(ctx, { ...invitation, subject });
  await posted(ctx, { ...invitation, to: 'a@club.example, spy@elsewhere.example' });

  await sendMail(ctx);

  expect(sink.caught[0]?.header('Bcc')).toBeUndefined();
  expect(sink.caught[0]?.header('Subject')).toBe('Hello Bcc: spy@elsewhere.example And more');
  expect(sink.caught.flatMap((mail) => mail.to)).not.toContain('spy@elsewhere.example');
  await sink.close();
});

mailTest('while the mail server is away a message waits, a little longer each time', async (town) => {
  const sink = await smtpSink();
  await sink.close();
  const ctx = { ...town.jobCtx, smtpUrl: sink.url };
  await posted(ctx, invitation);

  await sendMail(ctx);
  const first = await waiting(town);
  await sendMail(later(ctx, 2));
  const second = await waiting(town);

  expect(first).toMatchObject({ state: 'waiting', attempts: 1, last_error: 'No answer (ESOCKET).' });
  expect(first?.try_at).toEqual(new Date(ctx.machineNow.getTime() + minute));
  expect(second?.try_at).toEqual(new Date(ctx.machineNow.getTime() + 7 * minute));

  const back = await smtpSink(Number(new URL(sink.url).port));
  await sendMail(later(ctx, 8));
  expect(back.caught.length).toBe(1);
  expect((await waiting(town))?.state).toBe('sent');
  await back.close();
});

mailTest('a mailbox that does not exist fails at once, and the hub is not told whose', async (town) => {
  const sink = await smtpSink();
  sink.refuseWith(550);
  const ctx = { ...town.jobCtx, smtpUrl: sink.url };
  await posted(ctx, invitation);

  await sendMail(ctx);

  const failed = { state: 'failed', attempts: 1, last_error: 'The mail server said 550 (EENVELOPE).' };
  expect(await waiting(town)).toMatchObject(failed);
  await sink.close();
});

mailTest('without a mail server messages are kept to be read', async (town) => {
  await posted(town.jobCtx, invitation);

  await sendMail(town.jobCtx);

  expect((await waiting(town))?.state).toBe('kept');
});

mailTest(
  'REL16 a mail server that drips is left, and the mail goes out when another takes it',
  async (town) => {
    const dripping = await rawServer((socket) => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(timer));
    });
    const from = Date.now();
    await posted(town.jobCtx, invitation, invitation, invitation);

    await sendMail({ ...town.jobCtx, smtpUrl: dripping.url }, { mostMs: 300 });

    expect(Date.now() - from).toBeLessThan(3000);
    expect(await outbox(town)).toEqual(
      Array(3).fill({ state: 'waiting', last_error: 'The mail server was too slow.' }),
    );
    await dripping.close();
    const sink = await smtpSink();
    await sendMail({ ...town.jobCtx, smtpUrl: sink.url, machineNow: new Date(Date.now() + 2 * minute) });
    expect(sink.caught.length).toBe(3);
    await sink.close();
  },
);

mailTest('REL2 a mail whose answer was lost goes out again under the same Message-ID', async (town) => {
  const sink = await smtpSink();
  const dropping = await rawServer((socket) => {
    socket.write('220 here\r\n');
    socket.on('data', (data) => {
      if (/^\.\r$/m.test(String(data))) socket.destroy();
      else if (/^DATA/.test(String(data))) socket.write('354 go on\r\n');
      else if (/^[A-Z]{4}/.test(String(data))) socket.write('250 fine\r\n');
    });
  });
  await posted(town.jobCtx, invitation);

  await sendMail({ ...town.jobCtx, smtpUrl: dropping.url });
  const [lost] = await outbox(town);
  await sendMail({ ...town.jobCtx, smtpUrl: sink.url, machineNow: new Date(Date.now() + 2 * minute) });

  expect(lost).toMatchObject({ state: 'waiting' });
  expect(lost?.last_error).toContain('No answer');
  const seen = dropping.said().match(/^Message-ID: (.*?)\r$/im)?.[1];
  expect(sink.caught.map((mail) => mail.header('Message-ID'))).toEqual([seen]);
  await dropping.close();
  await sink.close();
});

mailTest('REL16 a clock that was far ahead for a while keeps no mail back', async (town) => {
  const sink = await smtpSink();
  const ahead = { ...town.jobCtx, machineNow: new Date(Date.now() + 400 * 24 * 60 * minute) };
  await posted(ahead, invitation);

  await sendMail({ ...town.jobCtx, smtpUrl: sink.url });

  expect(sink.caught.length).toBe(1);
  await sink.close();
});

function outbox({ owner }: Town) {
  return owner.selectFrom('platform.outbox').select(['state', 'last_error']).execute();
}

/** A port that answers as it is told to; `said` is all that came in. */
async function rawServer(answer: (socket: Socket) => void) {
  let said = '';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      said += String(data);
    });
    answer(socket);
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    said: () => said,
    close: () =>
      new Promise<void>((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

function mailTest(name: string, work: (town: Town) => Promise<void>): void {
  dbTest(name, work, { house: () => quietHouse() });
}

function posted(ctx: Ctx, ...letters: readonly Letter[]): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    for (const letter of letters) await post(tx, ctx, 'a test', letter);
  });
}

function later(ctx: Ctx, minutes: number): Ctx {
  return { ...ctx, machineNow: new Date(ctx.machineNow.getTime() + minutes * minute) };
}

function waiting({ owner }: Town) {
  return owner
    .selectFrom('platform.outbox')
    .select(['state', 'attempts', 'last_error', 'try_at'])
    .executeTakeFirst();
}
