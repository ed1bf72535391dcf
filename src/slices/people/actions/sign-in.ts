import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { EdgeError, Refused } from '../../../platform/errors.ts';
import { mayMailUnproved } from '../../../platform/human/look.ts';
import { post } from '../../../platform/outbox.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personJoined, signedIn } from '../events.ts';
import { mailboxIsHeld } from '../queries/account.ts';
import {
  mailsSince,
  newestSignInOptional,
  personIdByEmailOptional,
  signInLinkOptional,
} from '../queries/sign-in.ts';
import {
  deviceWords,
  mostMailsAnHour,
  mostTries,
  sessionDays,
  tokenMinutes,
  whyNotUse,
} from '../rules/sign-in.ts';
import { people } from '../urls.ts';
import type { KeyKind, Signed } from '../words/keys.ts';
import { type AskForSignIn, says } from '../words/sign-in.ts';
import { signedBy } from './passkeys.ts';

/** What the browser keeps afterwards. */
export interface Opened {
  sessionToken: string;
  next: string;
}

/**
 * Mails a code and a link. The answer is the same whether or not there is an account, and both belong to the browser
 * that asked. Says why not when too many mails went to this address, whoever asked for them.
 */
export async function askForSignIn(
  ctx: Ctx,
  input: AskForSignIn,
  asked: { browserToken: string; networkName: string },
): Promise<void> {
  const hourAgo = new Date(ctx.machineNow.getTime() - 3_600_000);
  const code = ctx.newCode();
  const token = ctx.newToken();
  const id = ctx.newId();

  await ctx.db.transaction(async (tx) => {
    if ((await mailsSince(tx, input.email, hourAgo)) >= mostMailsAnHour) {
      const why = 'Six codes went to this address within the hour. Use the newest one, or wait a while.';
      throw new EdgeError(429, 'too_many_codes', why, 1800);
    }
    await tx
      .insertInto('people.token')
      .values({
        id,
        purpose: 'sign_in',
        hash: hashOf(token),
        code_hash: codeHash(id, code),
        email: input.email,
        browser_hash: hashOf(asked.browserToken),
        next: input.next === '' ? people.me() : input.next,
        made_at: ctx.machineNow,
        expires_at: new Date(ctx.machineNow.getTime() + tokenMinutes * 60_000),
      })
      .execute();
    // Without an account nobody is mailed more than three times a day; the page says nothing else than otherwise.
    const known = await personIdByEmailOptional(tx, input.email);
    if (known === undefined && !(await mayMailUnproved(tx, ctx, input.email))) return;
    const mail = { code, link: ctx.publicUrl + people.link(token), networkName: asked.networkName };
    await post(tx, ctx, 'sign-in', {
      to: input.email,
      subject: says.signInSubject(mail),
      text: says.signInText(mail),
    });
  });
}

/** The code, typed into the browser that asked. Five tries; the count goes up before the code is looked at. */
export async function enterCode(
  ctx: Ctx,
  input: { code: string },
  asked: { browserToken: string; device: string },
): Promise<Opened> {
  const found = await ctx.db.transaction((tx) => countTry(tx, hashOf(asked.browserToken)));
  refuse(whyNotUse(found && stateOf(found), ctx.machineNow));

  const right = found?.code_hash?.equals(codeHash(found.id, input.code)) ?? false;
  if (!found || !right) {
    const left = mostTries - (found?.tries ?? mostTries);
    throw new Refused(
      'wrong_code',
      left > 0 ? `That is not the code. You have ${left} more tries.` : lastTry,
    );
  }
  return ctx.db.transaction((tx) => open(tx, ctx, found, asked.device));
}

const lastTry = 'That is not the code, and it was tried too often. Ask for a new one.';

/** The button behind the mailed link: only in the browser that asked, only once. */
export async function useLink(
  ctx: Ctx,
  token: string,
  asked: { browserToken: string | undefined; device: string },
): Promise<Opened> {
  const db = ctx.db.withKeys({ link: hashOf(token) });
  return db.transaction(async (tx) => {
    const found = await signInLinkOptional(tx, hashOf(token));
    refuse(whyNotUse(found && stateOf(found), ctx.machineNow));
    const mine = asked.browserToken && found?.browser_hash?.equals(hashOf(asked.browserToken));
    if (!found || !mine) {
      throw new Refused(
        'other_browser',
        'You asked for this in another browser. Type the code there instead.',
      );
    }
    const whole = await newestSignInOptional(tx, hashOf(asked.browserToken ?? ''));
    return open(
      tx,
      ctx,
      { id: found.id, email: found.email, next: whole?.next ?? people.me() },
      asked.device,
    );
  });
}

/** Opens a session for somebody whose mailbox was proved just now. Whoever is new here joins by it. */
async function open(
  tx: Tx,
  ctx: Ctx,
  token: { id: string; email: string; next: string },
  device: string,
): Promise<Opened> {
  const used = await tx
    .updateTable('people.token')
    .set({ used_at: ctx.machineNow })
    .where('id', '=', token.id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (used.numUpdatedRows !== 1n) throw new Refused('used', 'This code was used already. Ask for a new one.');

  const personId = (await personIdByEmailOptional(tx, token.email)) ?? (await join(tx, ctx, token.email));
  const sessionToken = await openSession(tx, ctx, { personId, device });
  const positions = await ctx.house.positionsOf(tx, personId);
  const isShut = positions.some((held) => held.asksSecondKey);
  return { sessionToken, next: isShut ? people.secondKey(token.next) : token.next };
}

/** Without a mail first: a passkey that was unlocked on the device stands for both keys. */
export async function signInWithPasskey(
  ctx: Ctx,
  asked: { answer: Signed; browserToken: string; device: string },
): Promise<string> {
  const { answer, browserToken, device } = asked;
  const { personId } = await signedBy(ctx, 'sign_in', { boundToken: browserToken, answer });
  return ctx.db.transaction((tx) => openSession(tx, ctx, { personId, device, shown: 'passkey' }));
}

async function join(tx: Tx, ctx: Ctx, email: string): Promise<string> {
  if (await mailboxIsHeld(tx, email, ctx.machineNow)) {
    throw new Refused(
      'mailbox_moved',
      'Your account went to another mailbox in the last seven days. Look for the mail that told you: its link takes it back.',
    );
  }
  const id = ctx.newId();
  await tx
    .insertInto('people.person')
    .values({ id, email, created_at: ctx.now, changed_at: ctx.now })
    .execute();
  await record(tx, asPerson(ctx, id), personJoined, { personId: id });
  return id;
}

/** Returns the token for the cookie; the database keeps only its hash. */
export async function openSession(
  tx: Tx,
  ctx: Ctx,
  who: { personId: string; device: string; shown?: KeyKind },
): Promise<string> {
  const token = ctx.newToken();
  const id = ctx.newId();
  const until = new Date(ctx.machineNow.getTime() + sessionDays * 86_400_000);
  const strength = who.shown ? 'strong' : 'ordinary';
  await sql`select people.open_session(${id}, ${hashOf(token)}, ${who.personId}, ${strength},
    ${deviceWords(who.device)}, ${ctx.machineNow}, ${until}, ${who.shown ?? null})`.execute(tx);
  await sql`select people.note_seen(${hashOf(token)}, ${dayOf(ctx.now)})`.execute(tx);
  await record(tx, asPerson(ctx, who.personId), signedIn, { personId: who.personId, sessionId: id });
  return token;
}

function countTry(tx: Tx, browserHash: Buffer) {
  return tx
    .updateTable('people.token')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', (newest) =>
      newest
        .selectFrom('people.token')
        .select('id')
        .where('browser_hash', '=', browserHash)
        .where('purpose', '=', 'sign_in')
        .orderBy('made_at', 'desc')
        .limit(1),
    )
    .returning(['id', 'email', 'next', 'code_hash', 'expires_at', 'used_at', 'tries'])
    .executeTakeFirst();
}

function stateOf(row: { tries: number; expires_at: Date; used_at: Date | null }) {
  return { tries: row.tries, expiresAt: row.expires_at, usedAt: row.used_at };
}

function refuse(why: string | undefined): void {
  if (why) throw new Refused('code_not_good', why);
}

/** Salted with the token's own id, so equal codes do not look equal. */
function codeHash(id: string, code: string): Buffer {
  return hashOf(`${id}:${code}`);
}

function asPerson(ctx: Ctx, personId: string): Ctx {
  return { ...ctx, actor: { kind: 'person', personId, positions: [], strength: 'ordinary' } };
}
