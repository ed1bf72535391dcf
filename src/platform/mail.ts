import { sql } from 'kysely';
import type { Transporter } from 'nodemailer';
import type { Ctx } from './ctx.ts';
import { log } from './log.ts';

/** Few at a time, so that another worker finds some left and a crash repeats at most these. */
const batchSize = 5;
/** Longer than a batch can take with the time limits below; a worker that died is followed after it. */
const leaseMs = 5 * 60_000;
const backOffMinutes = [1, 5, 15, 60, 240, 1440];
/** For one message, all in all: a server that drips a byte now and then keeps every other limit. */
const mostMs = 45_000;
/** No message is put off for longer, so one that waits longer was written while the clock was wrong. */
const longestMs = 2 * 86_400_000;
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

interface Claimed {
  id: string;
  to_email: string;
  subject: string;
  body: string;
  stop_url: string;
  attempts: number;
}

/**
 * Sends what waits in the outbox. A row is claimed by moving its next try into the future, so no transaction is open
 * while SMTP is spoken. SMTP can lose the answer after it took a mail: then the same mail goes out again, under the
 * same Message-ID. Returns how many were handed over.
 */
export async function sendMail(ctx: Ctx, options: { mostMs?: number } = {}): Promise<number> {
  if (!ctx.smtpUrl) return keepAll(ctx);
  const from = await sender(ctx);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(
    { url: ctx.smtpUrl, pool: true, maxConnections: 1, ...patience },
    { headers: { 'Auto-Submitted': 'auto-generated' }, from },
  );
  try {
    let sent = 0;
    for (;;) {
      const batch = await claim(ctx);
      const sentOfBatch = await handOverAll(ctx, transport, { batch, mostMs: options.mostMs ?? mostMs });
      sent += sentOfBatch;
      // A server that takes none of a batch is left in peace until the next minute.
      if (batch.length < batchSize || sentOfBatch === 0) return sent;
    }
  } finally {
    transport.close();
  }
}

/** Without a mail server the messages are there to be read. */
async function keepAll(ctx: Ctx): Promise<number> {
  await ctx.db.transaction((tx) =>
    tx
      .updateTable('platform.outbox')
      .set({ state: 'kept', done_at: ctx.machineNow })
      .where('state', '=', 'waiting')
      .execute(),
  );
  return 0;
}

async function sender(ctx: Ctx): Promise<{ name: string; address: string }> {
  const words = await ctx.house.networkWords(ctx.db.open);
  if (!words) throw new Error('Mail needs a network to come from.');
  return { name: words.name, address: words.hubEmail };
}

function claim(ctx: Ctx): Promise<Claimed[]> {
  return ctx.db.transaction(async (tx) => {
    const { rows } = await sql<Claimed>`
      update platform.outbox set attempts = attempts + 1, try_at = ${new Date(ctx.machineNow.getTime() + leaseMs)}
      where id in (select id from platform.outbox where state = 'waiting' and (try_at <= ${ctx.machineNow} or try_at > ${new Date(ctx.machineNow.getTime() + longestMs)})
        order by try_at, id limit ${batchSize} for update skip locked)
      returning id, to_email, subject, body, stop_url, attempts`.execute(tx);
    return rows;
  });
}

/** Who was too slow for one message is not asked to take the others of the batch. */
async function handOverAll(
  ctx: Ctx,
  transport: Transporter,
  { batch, mostMs }: { batch: readonly Claimed[]; mostMs: number },
): Promise<number> {
  let sent = 0;
  let isSlow = false;
  for (const mail of batch) {
    const outcome: Failure | undefined = isSlow ? tooSlow : await handOver(ctx, transport, { mail, mostMs });
    isSlow = outcome === tooSlow;
    if (outcome) await putOff(ctx, mail, outcome);
    else sent += 1;
  }
  return sent;
}

const tooSlow: Failure = { words: 'The mail server was too slow.', forGood: false };

/** Undefined when it was taken. */
async function handOver(
  ctx: Ctx,
  transport: Transporter,
  { mail, mostMs }: { mail: Claimed; mostMs: number },
): Promise<Failure | undefined> {
  const sending = transport.sendMail({
    messageId: `<${mail.id}@${new URL(ctx.publicUrl).hostname}>`,
    // As an object, so that nothing in an address can name a second receiver.
    to: { name: '', address: mail.to_email },
    subject: mail.subject,
    text: mail.body,
    ...(mail.stop_url && { headers: stopHeaders(mail.stop_url) }),
  });
  const failed = await inTime(
    sending.then(() => undefined, readFailure),
    mostMs,
  );
  if (!failed) await settle(ctx, mail.id, { state: 'sent', done_at: ctx.machineNow, last_error: null });
  return failed;
}

/** With one press in the mail program (RFC 8058), which wants an address that nobody can read on the way. */
function stopHeaders(stopUrl: string): Record<string, string> {
  const oneClick = stopUrl.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return { 'List-Unsubscribe': `<${stopUrl}>`, ...oneClick };
}

async function inTime(sending: Promise<Failure | undefined>, mostMs: number): Promise<Failure | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve(tooSlow), mostMs);
  });
  return Promise.race([sending, slow]).finally(() => clearTimeout(timer));
}

interface Failure {
  /** Says neither to whom nor about what: the hub reads it. */
  words: string;
  forGood: boolean;
}

function readFailure(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const answer = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const words = answer === undefined ? `No answer (${code}).` : `The mail server said ${answer} (${code}).`;
  return { words, forGood: aboutThisMail && (answer ?? 0) >= 500 };
}

async function putOff(ctx: Ctx, mail: Claimed, { words, forGood }: Failure): Promise<void> {
  const minutes = forGood ? undefined : backOffMinutes[mail.attempts - 1];
  log.warn({ message: mail.id, attempts: mail.attempts, why: words }, 'a mail was not taken');
  if (minutes === undefined) {
    return settle(ctx, mail.id, { state: 'failed', done_at: ctx.machineNow, last_error: words });
  }
  const tryAt = new Date(ctx.machineNow.getTime() + minutes * 60_000);
  return settle(ctx, mail.id, { try_at: tryAt, last_error: words });
}

interface Outcome {
  state?: 'sent' | 'failed';
  done_at?: Date;
  try_at?: Date;
  last_error: string | null;
}

async function settle(ctx: Ctx, id: string, outcome: Outcome): Promise<void> {
  await ctx.db.transaction((tx) =>
    tx.updateTable('platform.outbox').set(outcome).where('id', '=', id).execute(),
  );
}
