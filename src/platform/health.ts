import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { backupWorries } from './backup/state.ts';
import type { Ctx } from './ctx.ts';

export interface Check {
  readonly name: 'database' | 'mail' | 'disk' | 'clock' | 'backup';
  readonly ok: boolean;
}

const mailMinutes = 5;
const diskBytes = 500 * 1024 * 1024;
const clockSeconds = 60;

/** Whether this server can do its work: each answer on its own, and none of them fails the asking. */
export function checks(ctx: Ctx): Promise<Check[]> {
  return Promise.all([
    asked('database', () => databaseWrites(ctx)),
    asked('mail', () => mailMoves(ctx)),
    asked('disk', () => diskHasRoom(ctx)),
    asked('clock', () => clocksAgree(ctx)),
    ...(ctx.backsUp ? [asked('backup', () => hasGoodBackup(ctx))] : []),
  ]);
}

async function asked(name: Check['name'], ask: () => Promise<boolean>): Promise<Check> {
  return { name, ok: await ask().catch(() => false) };
}

/** A transaction that is given a number: neither a replica nor a full disk of the log gives one. */
async function databaseWrites(ctx: Ctx): Promise<boolean> {
  await ctx.db.transaction((tx) => sql`select pg_current_xact_id()`.execute(tx));
  return true;
}

/** What was never tried is older than some minutes only when nobody works at the queue. */
async function mailMoves(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from platform.mail_state where state = 'waiting' and attempts = 0
      and try_at < ${new Date(ctx.machineNow.getTime() - mailMinutes * 60_000)}) as waits`.execute(
    ctx.db.open,
  );
  return rows[0]?.waits === false;
}

async function diskHasRoom(ctx: Ctx): Promise<boolean> {
  const { bavail, bsize } = await statfs(ctx.dataFolder ?? process.cwd());
  return bavail * bsize > diskBytes;
}

async function clocksAgree(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(ctx.db.open);
  const apart = Math.abs((rows[0]?.at ?? new Date(0)).getTime() - Date.now());
  return apart < clockSeconds * 1000;
}

async function hasGoodBackup(ctx: Ctx): Promise<boolean> {
  return !(await backupWorries(ctx)).some((worry) => worry.grave);
}
