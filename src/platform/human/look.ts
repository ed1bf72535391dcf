import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import { addDays } from '../dates.ts';
import type { Tx } from '../db/open.ts';
import { inBatches } from '../retain.ts';
import { isBusy } from './busy.ts';
import { type Sign, signsOfMailbox, signsOfText } from './signs.ts';
import { readStamp } from './stamp.ts';

/** Fields that people neither see nor hear of. */
export const traps = ['website2', 'company2'] as const;
/** What a form that anyone may send brings along beside what is typed. */
export const humanFields = ['stamp', ...traps] as const;

const lateMs = 2 * 3_600_000;
/** The same words from several people on one day are a campaign, not a coincidence. */
const mostAlike = 3;

type Typed = Readonly<Record<string, unknown>>;

interface Sent {
  readonly form: Typed;
  /** Of the form. */
  readonly name: string;
  readonly thingId: string;
  readonly text: string;
  readonly email: string;
  readonly address: string;
}

/** The form as a person would have sent it. */
export function withoutMarks<Form extends Typed>(form: Form): Form {
  return Object.fromEntries(
    Object.entries(form).filter(([name]) => !(humanFields as readonly string[]).includes(name)),
  ) as Form;
}

/** Whether a field was filled in that people neither see nor hear of. */
export function isTrapped(form: Typed): boolean {
  return traps.some((name) => form[name] !== undefined && form[name] !== '');
}

/** What speaks against a person, and remembers that this stamp and these words were here. */
export async function lookForSigns(ctx: Ctx, sent: Sent): Promise<Sign[]> {
  const { form, name, text, email, address } = sent;
  const found = [...signsOfText(text), ...signsOfMailbox(email)];
  if (isTrapped(form)) found.push('trap');
  if (isBusy(address, ctx.machineNow)) found.push('busy');
  const stamp = readStamp(ctx, name, form.stamp);
  if (!stamp) return [...found, 'no-stamp', ...(await remembered(ctx, { text }))];
  const age = ctx.machineNow.getTime() - stamp.at.getTime();
  if (age < ctx.quickestMs) found.push('quick');
  if (age > lateMs) found.push('late');
  return [...found, ...(await remembered(ctx, { text, nonce: stamp.nonce, sending: sendingOf(ctx, sent) }))];
}

/** The same page with the same words in it: a button pressed twice, which is no sign of anything. */
export function sendingOf(ctx: Ctx, { form, name, thingId, text, email }: Sent): string | undefined {
  const stamp = readStamp(ctx, name, form.stamp);
  return stamp && `${stamp.nonce} ${JSON.stringify([thingId, text, email])}`;
}

/** In the transaction that keeps what was sent, so that what could not be kept may come again. */
export async function cameBefore(tx: Tx, ctx: Ctx, sending: string): Promise<boolean> {
  return (await timesSeen(tx, ctx, `kept ${sending}`)) > 1;
}

/** The same of somebody signed in, who has proved a mailbox: how it came says nothing, what it says still does. */
export async function lookForSignsOf(
  tx: Tx,
  ctx: Ctx,
  sent: { isTrapped: boolean; text: string; email: string; isNew: boolean },
): Promise<Sign[]> {
  const found = [
    ...signsOfText(sent.text),
    ...signsOfMailbox(sent.email),
    ...(await isRepeated(tx, ctx, sent.text)),
  ];
  if (sent.isTrapped) found.push('trap');
  if (sent.isNew) found.push('new');
  return found;
}

async function remembered(
  ctx: Ctx,
  of: { text: string; nonce?: string; sending?: string | undefined },
): Promise<Sign[]> {
  return ctx.db.transaction(async (tx) => {
    const times = of.nonce === undefined ? 0 : await timesSeen(tx, ctx, `stamp ${of.nonce}`);
    const isUsed = of.sending !== undefined && times > (await timesSeen(tx, ctx, `sending ${of.sending}`));
    return [...(isUsed ? (['used'] as const) : []), ...(await isRepeated(tx, ctx, of.text))];
  });
}

async function isRepeated(tx: Tx, ctx: Ctx, text: string): Promise<Sign[]> {
  return (await timesSeen(tx, ctx, `text ${plain(text)}`)) > mostAlike ? ['repeated'] : [];
}

/** How often within a day, this time included. Only a hash of it is kept. */
async function timesSeen(tx: Tx, ctx: Ctx, what: string): Promise<number> {
  const hash = createHash('sha256').update(what).digest();
  const { rows } = await sql<{ times: number }>`
    insert into platform.form_mark as mark (hash, first_at, times) values (${hash}, ${ctx.machineNow}, 1)
    on conflict (hash) do update set
      times = case when mark.first_at < ${addDays(ctx.machineNow, -1)} then 1 else mark.times + 1 end,
      first_at = case when mark.first_at < ${addDays(ctx.machineNow, -1)} then excluded.first_at else mark.first_at end
    returning times`.execute(tx);
  return rows[0]?.times ?? 1;
}

/** Mails that somebody may ask for to a mailbox that nobody proved; a form is no cannon for spam. */
const mostMailsADay = 3;

/** Counts this one, too. Of the mailbox only a hash is kept, for two days. */
export async function mayMailUnproved(tx: Tx, ctx: Ctx, email: string): Promise<boolean> {
  return (await timesSeen(tx, ctx, `mail ${email}`)) <= mostMailsADay;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function forgetFormMarks(ctx: Ctx): Promise<number> {
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('platform.form_mark')
      .select('hash')
      .where('first_at', '<', addDays(ctx.machineNow, -2))
      .limit(limit);
    const gone = await tx.deleteFrom('platform.form_mark').where('hash', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}
