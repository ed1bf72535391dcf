import type { Ctx } from '../ctx.ts';
import { dayWords } from '../dates.ts';
import type { Db } from '../db/open.ts';

/** A nightly backup takes less than two hours longer than the one before. */
const freshHours = 26;

export interface BackupState {
  readonly id: string;
  readonly why: string;
  readonly state: string;
  readonly startedAt: Date;
  readonly rows: number;
  readonly bytes: number;
  readonly provedAt: Date | null;
  readonly trouble: string;
  readonly proofTrouble: string;
  readonly commandCode: number | null;
  readonly commandTrouble: string;
}

/** The newest first. */
export async function newestBackups(db: Db, limit: number): Promise<BackupState[]> {
  const rows = await db
    .selectFrom('platform.backup_state')
    .select(['id', 'why', 'state', 'started_at', 'rows', 'bytes', 'proved_at', 'trouble'])
    .select(['proof_trouble', 'command_code', 'command_trouble'])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id ?? '',
    why: row.why ?? '',
    state: row.state ?? '',
    startedAt: row.started_at ?? new Date(0),
    rows: Number(row.rows ?? 0),
    bytes: Number(row.bytes ?? 0),
    provedAt: row.proved_at,
    trouble: row.trouble ?? '',
    proofTrouble: row.proof_trouble ?? '',
    commandCode: row.command_code,
    commandTrouble: row.command_trouble ?? '',
  }));
}

export interface Worry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  /** Whether there is no good backup, rather than no copy of it elsewhere. */
  readonly grave: boolean;
}

/** What is wrong with the backups now: nothing where none are scheduled. */
export async function backupWorries(ctx: Ctx): Promise<Worry[]> {
  if (!ctx.backsUp) return [];
  const [newest, since] = [await newestBackups(ctx.db.open, 60), await firstDay(ctx.db.open)];
  const worries: Worry[] = [];
  const fresh = new Date(ctx.machineNow.getTime() - freshHours * 3_600_000);
  const good = newest.find(({ state, proofTrouble }) => state === 'whole' && proofTrouble === '');
  const lastGood = good?.startedAt ?? since;
  if (lastGood < fresh) {
    const text = good
      ? `The last good one is from ${dayWords(lastGood, ctx.machineNow)}.`
      : 'There never was one.';
    worries.push({ id: 'late', title: 'No backup since yesterday', text, at: lastGood, grave: true });
  }
  const [last] = newest.filter(({ why, state }) => why === 'nightly' && state !== 'running');
  return last ? [...worries, ...worriesOf(last)] : worries;
}

function worriesOf({ id, startedAt: at, ...last }: BackupState): Worry[] {
  const all = [
    { title: 'The last backup failed', text: last.trouble, grave: false },
    { title: 'The last backup cannot be restored', text: last.proofTrouble, grave: true },
    { title: 'The last backup was not taken elsewhere', text: last.commandTrouble, grave: false },
  ];
  return all.filter(({ text }) => text !== '').map((one) => ({ id, at, ...one }));
}

/** Whether a start finds that the last night was missed. */
export async function isBackupDue(ctx: Ctx): Promise<boolean> {
  const recent = await ctx.db.open
    .selectFrom('platform.backup_state')
    .select('id')
    .where('state', '=', 'whole')
    .where('why', '=', 'nightly')
    .where('started_at', '>', new Date(ctx.machineNow.getTime() - 25 * 3_600_000))
    .executeTakeFirst();
  return recent === undefined;
}

/** When this database was made, or restored. */
async function firstDay(db: Db): Promise<Date> {
  const { at } = await db
    .selectFrom('platform.migration')
    .select((q) => q.fn.min('at').as('at'))
    .executeTakeFirstOrThrow();
  return at ?? new Date(0);
}
