import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './root.ts';

interface Setting {
  readonly name: string;
  readonly what: string;
  readonly secret?: boolean;
}

/** Every setting there is, with the sentence that `joinery settings` prints. */
export const settings: readonly Setting[] = [
  { name: 'PORT', what: 'The port the server listens on.' },
  { name: 'HOST', what: 'The address it listens on. 127.0.0.1 is this machine only.' },
  { name: 'PUBLIC_URL', what: 'The address people type. Links in mail begin with it.' },
  { name: 'JOINERY_DATA', what: 'The folder that holds the embedded database and its keys.' },
  {
    name: 'DATABASE_URL',
    what: 'A PostgreSQL of your own: the web login. Empty: the embedded one.',
    secret: true,
  },
  { name: 'DATABASE_OWNER_URL', what: 'The same database: the login for migrations.', secret: true },
  { name: 'DATABASE_JOBS_URL', what: 'The same database: the login for jobs and commands.', secret: true },
  { name: 'DATABASE_READ_URL', what: 'A replica for searches.', secret: true },
  { name: 'JOINERY_NETWORK', what: 'What an empty database is filled with: demo or empty.' },
  { name: 'JOINERY_SHARED', what: 'Folder of test data; used by tests and benches only.' },
  { name: 'TRUSTED_PROXY', what: 'Address of the proxy whose X-Forwarded-* headers are believed.' },
  { name: 'SMTP_URL', what: 'Where mail is sent. Empty: mail is kept and shown.', secret: true },
  {
    name: 'JOINERY_BACKUPS',
    what: 'Folder for the nightly backups; off: none. A practice network makes some only where this is set.',
  },
  { name: 'JOINERY_BACKUPS_KEEP', what: 'How many nightly backups are kept.' },
  {
    name: 'JOINERY_BACKUPS_COMMAND',
    what: 'Program that takes each nightly backup elsewhere; the folder of the backup is its last word.',
  },
  {
    name: 'JOINERY_METRICS_TOKEN',
    what: 'Whoever shows it may read /metrics from elsewhere. Empty: only this machine may.',
    secret: true,
  },
  {
    name: 'JOINERY_CHROMIUM',
    what: 'Chromium that makes PDFs. Empty: /usr/bin/chromium, where there is one; off: pages print instead.',
  },
  {
    name: 'JOINERY_KEY',
    what: 'Key of encrypted fields, 64 figures 0-9 a-f. Empty: field.key in JOINERY_DATA, made at the first start.',
    secret: true,
  },
];

const Env = z.object({
  PORT: z.coerce.number({ error: 'PORT is not a number.' }).int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ error: 'PUBLIC_URL is not a web address.', protocol: /^https?$/ }).optional(),
  JOINERY_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.string().default(''),
  DATABASE_OWNER_URL: z.string().default(''),
  DATABASE_JOBS_URL: z.string().default(''),
  DATABASE_READ_URL: z.string().default(''),
  JOINERY_NETWORK: z.enum(['demo', 'empty'], { error: 'JOINERY_NETWORK is demo or empty.' }).default('demo'),
  JOINERY_SHARED: z.string().default('../shared'),
  TRUSTED_PROXY: z.string().default(''),
  SMTP_URL: z.string().default(''),
  JOINERY_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{20,200}$/, 'JOINERY_METRICS_TOKEN is at least 20 letters and figures.')
    .optional(),
  JOINERY_BACKUPS: z.string().min(1).optional(),
  JOINERY_BACKUPS_KEEP: z.coerce
    .number({ error: 'JOINERY_BACKUPS_KEEP is not a number.' })
    .int()
    .min(1, 'JOINERY_BACKUPS_KEEP is 1 or more.')
    .max(1000)
    .default(14),
  JOINERY_BACKUPS_COMMAND: z.string().default(''),
  JOINERY_CHROMIUM: z.string().default(''),
  JOINERY_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, {
      error: 'JOINERY_KEY is 64 figures of 0-9 and a-f. One is made by: openssl rand -hex 32',
    })
    .optional(),
});

export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  dataFolder: string;
  /** Set when the database is an outside one. */
  database?: { web: string; owner: string; jobs: string; read?: string };
  network: 'demo' | 'empty';
  trustedProxy: string;
  smtpUrl: string;
  metricsToken?: string;
  /** Absent when nobody wants any. `chosen` when the folder was named, which a practice network asks for. */
  backups?: { shelf: string; chosen: boolean; keep: number; command: readonly string[] };
  /** Absent where no PDF can be made. */
  chromium?: string;
  /** Given by JOINERY_KEY; otherwise it lies in the data folder. */
  fieldKey?: Buffer;
}

function chromiumOf(set: string): Pick<Config, 'chromium'> {
  const chromium = set === '' ? '/usr/bin/chromium' : set;
  return set !== 'off' && existsSync(chromium) ? { chromium } : {};
}

/** Where backups stand, also where none is made by itself. */
export function shelfOf({ backups, dataFolder }: Config): string {
  return backups?.shelf ?? join(dataFolder, 'backups');
}

export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
}

/** Reads the environment once. An unknown JOINERY_* name or an unusable value throws the sentence to show. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const known = new Set(settings.map((setting) => setting.name));
  const stranger = Object.keys(env).find((name) => name.startsWith('JOINERY_') && !known.has(name));
  if (stranger) throw new UnusableSetting(`${stranger} is no setting of Joinery. See: bin/joinery settings`);

  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => known.has(name) && value !== ''),
  );
  const read = Env.safeParse(given);
  if (!read.success) throw new UnusableSetting(read.error.issues.map((issue) => issue.message).join(' '));
  const set = read.data;

  const database = outside(set);
  // Without a word it is ours wherever a command is typed; a word of one's own is read from where one stands.
  const dataFolder = set.JOINERY_DATA ? resolve(set.JOINERY_DATA) : join(projectRoot, 'data');
  const backups = nightly(set, dataFolder);
  return {
    port: set.PORT,
    host: set.HOST,
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, ''),
    dataFolder,
    ...(database ? { database } : {}),
    network: set.JOINERY_NETWORK,
    trustedProxy: set.TRUSTED_PROXY,
    smtpUrl: set.SMTP_URL,
    ...(set.JOINERY_METRICS_TOKEN ? { metricsToken: set.JOINERY_METRICS_TOKEN } : {}),
    ...(backups ? { backups } : {}),
    ...chromiumOf(set.JOINERY_CHROMIUM),
    ...(set.JOINERY_KEY ? { fieldKey: Buffer.from(set.JOINERY_KEY, 'hex') } : {}),
  };
}

function nightly(set: z.infer<typeof Env>, dataFolder: string): Config['backups'] {
  const { JOINERY_BACKUPS: chosen, JOINERY_BACKUPS_KEEP: keep, JOINERY_BACKUPS_COMMAND: command } = set;
  if (chosen === 'off') return undefined;
  return {
    shelf: chosen ? resolve(chosen) : join(dataFolder, 'backups'),
    chosen: chosen !== undefined,
    keep,
    command: command.split(/\s+/).filter((word) => word !== ''),
  };
}

function outside(set: z.infer<typeof Env>): Config['database'] {
  const {
    DATABASE_URL: web,
    DATABASE_OWNER_URL: owner,
    DATABASE_JOBS_URL: jobs,
    DATABASE_READ_URL: read,
  } = set;
  if (!web && !owner && !jobs) return undefined;
  if (!web || !owner || !jobs) {
    throw new UnusableSetting(
      'An outside database needs all three of DATABASE_URL, DATABASE_OWNER_URL and DATABASE_JOBS_URL.',
    );
  }
  return { web, owner, jobs, ...(read ? { read } : {}) };
}
