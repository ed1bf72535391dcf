import { setTimeout as sleep } from 'node:timers/promises';

const tryAgainMs = 2000;

/** It is shutting down, was ended, or is not up yet; its socket refuses, or broke. */
const codes = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT']);

/** The driver has no code for a connection that ended, or that never came, while it was waited for. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the database cannot be reached just now: what failed may succeed when it is back. */
export function isAway(error: unknown): boolean {
  return error instanceof Error && (words.test(error.message) || codes.has(codeOf(error)));
}

/** Tries again for as long as the database cannot be reached. */
export async function onceThere<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (problem) {
      if (!isAway(problem)) throw problem;
      await sleep(tryAgainMs);
    }
  }
}

/** PostgreSQL's code, or the system's; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
