import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';

/** Does some work in a transaction of its own, or leaves no trace of it. */
export type Attempt = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/**
 * Hands out attempts. A dry run gets the same ones inside a single transaction that is taken back at the end: so it
 * tells exactly what would happen, rows that meet each other included.
 */
export async function attempts<Result>(
  ctx: Ctx,
  dry: boolean,
  work: (attempt: Attempt) => Promise<Result>,
): Promise<Result> {
  if (!dry) return work((part) => withPatience(() => ctx.db.transaction(part)));
  return ctx.db.transaction(async (tx) => {
    await sql`savepoint dry`.execute(tx);
    const result = await work((part) => inSavepoint(tx, part));
    await sql`rollback to savepoint dry`.execute(tx);
    return result;
  });
}

async function inSavepoint<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const result = await work(tx);
    await sql`release savepoint attempt`.execute(tx);
    return result;
  } catch (problem) {
    await sql`rollback to savepoint attempt`.execute(tx);
    throw problem;
  }
}

const tries = 4;
/** Deadlock, lock not given in time, statement too slow: what passes when others have done their work. */
const passing = ['40001', '40P01', '55P03', '57014'];

async function withPatience<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (problem) {
      if (attempt === tries || !passing.includes(codeOf(problem))) throw problem;
      await pause(attempt * 500);
    }
  }
}

/** The reason for a row that broke a promise of the database; undefined when the failure is another one. */
export function refusedRow(problem: unknown): string | undefined {
  const code = codeOf(problem);
  if (!code.startsWith('22') && !code.startsWith('23')) return undefined;
  const promise = problem instanceof Error && 'constraint' in problem ? String(problem.constraint ?? '') : '';
  return promise === ''
    ? 'The database cannot hold what this row says.'
    : `The database keeps a promise that this row breaks: ${promise.replaceAll('_', ' ')}.`;
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : '';
}
