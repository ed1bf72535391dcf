import type { ImportRow, Standing } from '../words/import.ts';

const stoppedAfterMs = 5 * 60_000;

/** Somebody may have killed the process: then nothing says so but that the count stands still. */
export function standingOf(one: Pick<ImportRow, 'state' | 'movedAt'>, now: Date): Standing {
  if (one.state === 'done') return 'done';
  return now.getTime() - one.movedAt.getTime() > stoppedAfterMs ? 'stopped' : 'running';
}

/** `2,607 rows of organisations` */
export function figure(value: number): string {
  return value.toLocaleString('en-GB');
}
