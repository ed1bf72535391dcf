import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, test } from 'vitest';
import { makeApp } from '../../src/app.ts';
import type { House } from '../../src/platform/contributions.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { type Database, type Db, openDatabase } from '../../src/platform/db/open.ts';
import type { EngineUrls } from '../../src/platform/engine/engine.ts';
import { makeCtx, networkWords, type Source } from '../../src/platform/http/context.ts';
import { type Actor, anonymous, job } from '../../src/platform/permit.ts';
import { hashOf, newToken } from '../../src/platform/secrets.ts';
import { practiceEgress, practiceRoom } from '../../src/practice-room.ts';
import { makeNetwork } from '../../src/slices/network/door.ts';
import { wire } from '../../src/wiring.ts';
import { type Client, client } from './client.ts';

/** Network time of the tests: a Tuesday morning. Machine time is the machine's, because sessions live by it. */
export const now = new Date('2026-11-24T10:00:00Z');

/** What is encrypted in a test is encrypted with this. */
export const fieldKey = Buffer.alloc(32, 7);

/** A migrated database of one test, seen through each of its logins. */
export interface Town {
  readonly db: Database;
  readonly jobs: Database;
  /** Bypasses row-level security: for setting up and for looking behind. */
  readonly owner: Db;
  readonly urls: EngineUrls;
  readonly source: Source;
  readonly jobsSource: Source;
  /** Nobody in particular, by the web login. */
  readonly ctx: Ctx;
  /** A job, by the jobs login. */
  readonly jobCtx: Ctx;
  ctxAs(actor: Actor, at?: Date): Ctx;
  /** Opens a session, so that row-level security knows the person, too; a second key was shown just now. */
  signedIn(personId: string, strength?: 'ordinary' | 'strong'): Promise<{ ctx: Ctx; token: string }>;
  /** A browser at the whole site, signed in when it is given a session's token. Makes a network if there is none. */
  /** `from` an address, where it matters that two are in the same place. */
  browser(token?: string, from?: string): Promise<Client>;
}

interface Options {
  /** In place of everything that is wired. */
  house?: () => House;
  timeout?: number;
  /** In place of the migrated, empty one. */
  template?: () => Promise<string>;
  /** Whether the site may do what only a practice network can. */
  practice?: boolean;
  /** Whether backups are made by themselves. */
  backsUp?: boolean;
  /** How quickly a form may come back that anyone may send; tests are in a hurry. */
  quickestMs?: number;
}

/** A test with a database of its own, cloned in a moment from the migrated template and dropped afterwards. */
export function dbTest(name: string, work: (town: Town) => Promise<void>, options: Options = {}): void {
  test(name, { timeout: options.timeout ?? 40_000 }, async () => {
    const database = `town_${randomBytes(6).toString('hex')}`;
    const template = options.template ? await options.template() : inject('engineTemplate');
    await asOwner(`create database ${database} template ${template} strategy file_copy`);
    const opened = open(database, (options.house ?? wire)(), options);
    try {
      await work(opened.town);
    } finally {
      await opened.close();
      await asOwner(`drop database ${database} with (force)`);
    }
  });
}

export async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client(inject('engineOwnerUrl'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The three logins of a database of the engine. */
export function urlsOf(database: string): EngineUrls {
  return {
    owner: at(inject('engineOwnerUrl'), database),
    web: at(inject('engineWebUrl'), database),
    jobs: at(inject('engineJobsUrl'), database),
  };
}

function open(database: string, house: House, options: Options): { town: Town; close(): Promise<void> } {
  const urls = urlsOf(database);
  const logins = {
    web: openDatabase(urls.web, { max: 4 }),
    jobs: openDatabase(urls.jobs, { max: 2 }),
    owner: openDatabase(urls.owner, { max: 2 }),
  };
  const publicUrl = 'http://localhost:3000';
  const web = options.practice ? { egress: practiceEgress() } : {};
  const jobsSource: Source = { database: logins.jobs, house, publicUrl, fieldKey, ...web };
  const words = networkWords({ database: logins.web, house, publicUrl });
  const room = options.practice ? { practice: practiceRoom(jobsSource, words, urls) } : {};
  const source: Source = {
    database: logins.web,
    house,
    publicUrl,
    fieldKey,
    ...web,
    ...room,
    backsUp: options.backsUp ?? false,
    quickestMs: options.quickestMs ?? 0,
  };
  const make = (of: Source, actor: Actor, when: Date, db?: Database): Ctx => ({
    ...makeCtx(of, { actor, hoursAhead: 0, ...(db ? { db } : {}) }),
    now: when,
  });
  const jobCtx = make(jobsSource, job, now);

  const town: Town = {
    db: logins.web,
    jobs: logins.jobs,
    owner: logins.owner.open,
    urls,
    source,
    jobsSource,
    ctx: make(source, anonymous, now),
    jobCtx,
    ctxAs: (actor, when = now) => make(source, actor, when),
    async signedIn(personId, strength = 'strong') {
      const token = newToken();
      const actor = await openSession(town, { personId, strength, token });
      return { ctx: make(source, actor, now, logins.web.withKeys({ session: hashOf(token) })), token };
    },
    async browser(token, from = `10.${randomBytes(3).join('.')}`) {
      await someNetwork(town);
      const app = makeApp({
        ...source,
        words,
        trustedProxy: '',
        files: new Map(),
        assets: { stylesheet: '/joinery.css', scripts: {} },
      });
      // Each browser is somewhere else, as far as counting how often is concerned.
      const incoming = { socket: { remoteAddress: from } };
      const browser = client({ app: { fetch: (request) => app.fetch(request, { incoming }) } });
      if (token) browser.cookies.take([`s=${token}`]);
      return browser;
    },
  };
  const close = () => Promise.all(Object.values(logins).map((login) => login.close())).then(() => undefined);
  return { town, close };
}

function at(url: string, database: string): string {
  return url.replace(/\/[^/?]+\?/, `/${database}?`);
}

async function openSession(
  { owner, source }: Town,
  of: { personId: string; strength: 'ordinary' | 'strong'; token: string },
): Promise<Actor> {
  const person = await owner
    .selectFrom('people.person')
    .select(['name', 'email'])
    .where('id', '=', of.personId)
    .executeTakeFirstOrThrow();
  const opened = new Date();
  await owner
    .insertInto('people.session')
    .values({
      id: makeCtx(source, { actor: anonymous, hoursAhead: 0 }).newId(),
      token_hash: hashOf(of.token),
      person_id: of.personId,
      strength: of.strength,
      device: 'a test',
      opened_at: opened,
      seen_at: opened,
      expires_at: new Date(opened.getTime() + 3_600_000),
      proved_at: of.strength === 'strong' ? opened : null,
    })
    .execute();
  const positions = await source.house.positionsOf(source.database.open, of.personId);
  const isFresh = of.strength === 'strong';
  return { kind: 'person', personId: of.personId, ...person, positions, strength: of.strength, isFresh };
}

async function someNetwork({ owner, jobCtx }: Town): Promise<void> {
  const there = await owner.selectFrom('network.network').select('name').executeTakeFirst();
  if (there) return;
  await makeNetwork(jobCtx, {
    name: 'Ambry Vale Together',
    strapline: 'Find something good close to home',
    practice: true,
    promise: ['You hear back within one working day.'],
    hubName: 'Hub of Ambry Vale',
    hubPhone: '01632 960100',
    hubEmail: 'hub@ambry.example',
  });
}
