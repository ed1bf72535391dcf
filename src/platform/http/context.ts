import { machineNow, newId } from '../clock.ts';
import type { House, NetworkWords } from '../contributions.ts';
import type { Ctx, PracticeRoom } from '../ctx.ts';
import type { Database } from '../db/open.ts';
import { guardedEgress } from '../egress/egress.ts';
import type { Egress } from '../egress/words.ts';
import type { MakePdf } from '../pdf.ts';
import { type Actor, anonymous, asReader, type HeldPosition, isReader } from '../permit.ts';
import { hashOf, newCode, newToken } from '../secrets.ts';
import { vaultWith } from '../vault.ts';

const hour = 3_600_000;
/** Quicker than that no person fills in a form. */
const quickestMs = 3000;
/** How long the words of the network and its clock are believed without asking again. */
const wordsLastMs = 2000;
const footLastsMs = 60_000;
const seenEveryMs = 5 * 60_000;
const freshMs = 10 * 60_000;

export interface Source {
  readonly database: Database;
  readonly house: House;
  readonly publicUrl: string;
  readonly smtpUrl?: string;
  readonly dataFolder?: string;
  readonly erasedFile?: string;
  readonly makePdf?: MakePdf;
  readonly backsUp?: boolean;
  readonly metricsToken?: string;
  readonly quickestMs?: number;
  readonly practice?: PracticeRoom;
  /** In place of the open web: a test, or the invented neighbours of a practice network. */
  readonly egress?: Egress;
  /** 256 bits, for what is kept encrypted. */
  readonly fieldKey?: Buffer;
}

/** The network's words, asked for at most every two seconds; `forget` after the clock was moved. */
export interface Words {
  now(): Promise<NetworkWords>;
  /** Who runs this: it counts every record, so it may be a minute old. */
  foot(): Promise<string>;
  forget(): void;
}

export function networkWords(source: Source): Words {
  const now = held(wordsLastMs, async () => {
    const words = await source.house.networkWords(source.database.open);
    if (!words) throw new Error('This database holds no network yet.');
    return words;
  });
  const foot = held(footLastsMs, () => source.house.footLine(source.database.open));
  return {
    now: now.get,
    foot: foot.get,
    forget() {
      now.forget();
      foot.forget();
    },
  };
}

function held<Value>(lastsMs: number, read: () => Promise<Value>): { get(): Promise<Value>; forget(): void } {
  let kept: { value: Value; until: number } | undefined;
  return {
    async get() {
      if (kept && kept.until > Date.now()) return kept.value;
      const value = await read();
      kept = { value, until: Date.now() + lastsMs };
      return value;
    },
    forget() {
      kept = undefined;
    },
  };
}

/** A context for whoever is acting. `hoursAhead` moves network time, never the machine's. */
export function makeCtx(source: Source, options: { actor: Actor; hoursAhead: number; db?: Database }): Ctx {
  const at = machineNow();
  return {
    db: options.db ?? source.database,
    actor: options.actor,
    now: new Date(at.getTime() + options.hoursAhead * hour),
    machineNow: at,
    newId,
    newToken,
    newCode,
    house: source.house,
    vault: vaultWith(source.fieldKey),
    egress: source.egress ?? guardedEgress(),
    publicUrl: source.publicUrl,
    quickestMs: source.practice ? 0 : (source.quickestMs ?? quickestMs),
    ...(source.smtpUrl ? { smtpUrl: source.smtpUrl } : {}),
    ...(source.dataFolder ? { dataFolder: source.dataFolder } : {}),
    ...(source.makePdf ? { makePdf: source.makePdf } : {}),
    ...(source.erasedFile ? { erasedFile: source.erasedFile } : {}),
    ...(source.metricsToken ? { metricsToken: source.metricsToken } : {}),
    ...(source.backsUp ? { backsUp: true } : {}),
    ...(source.practice ? { practice: source.practice } : {}),
  };
}

export interface Tokens {
  readonly session: string | undefined;
  readonly browser: string | undefined;
  /** With whose eyes somebody signed in looks. It only ever takes away. */
  readonly view?: string | undefined;
}

/** Who the bearer of these cookies is, and the database as that person may see it. */
export async function actorOf(
  source: Source,
  tokens: Tokens,
  hoursAhead = 0,
): Promise<{ actor: Actor; db: Database }> {
  const { house, database } = source;
  const browser = tokens.browser ? { browser: hashOf(tokens.browser) } : {};
  if (!tokens.session) return { actor: anonymous, db: database.withKeys(browser) };

  const hash = hashOf(tokens.session);
  const session = await house.sessionOf(database.open, hash);
  if (!session) return { actor: anonymous, db: database.withKeys(browser) };
  if (isReader(tokens.view)) return { actor: asReader(tokens.view, session.personId), db: database };

  const at = machineNow();
  if (at.getTime() - session.seenAt.getTime() > seenEveryMs) {
    await house.seen(database.open, hash, { at, now: new Date(at.getTime() + hoursAhead * hour) });
  }
  const positions = await house.positionsOf(database.open, session.personId);
  const { personId, name, email, strength, provedAt } = session;
  const isFresh =
    strength === 'strong' && provedAt !== undefined && at.getTime() - provedAt.getTime() < freshMs;
  return {
    actor: { kind: 'person', personId, name, email, ...opened(positions, strength), strength, isFresh },
    db: database.withKeys({ ...browser, session: hash }),
  };
}

/** A position that asks for a second key counts for nothing before; the database sees it the same way. */
function opened(held: readonly HeldPosition[], strength: Actor['strength']) {
  if (strength === 'strong') return { positions: held };
  return {
    positions: held.filter((one) => one.asksSecondKey !== true),
    shut: held.filter((one) => one.asksSecondKey === true),
  };
}
