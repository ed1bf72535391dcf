import type { StepState } from '../../../platform/contributions.ts';
import { type ImportRow, type Standing, standings } from '../words/import.ts';

const stoppedAfterMs = 5 * 60_000;

/** Somebody may have killed the command: then nothing says so but that the count stands still. */
export function standingOf(
  one: Pick<ImportRow, 'state' | 'movedAt'> & { byPage?: boolean },
  now: Date,
): Standing {
  const state = standings.find((known) => known === one.state) ?? 'stopped';
  if (state !== 'running' || one.byPage) return state;
  return now.getTime() - one.movedAt.getTime() > stoppedAfterMs ? 'stopped' : 'running';
}

/** Why an import cannot be taken back, in a sentence; undefined when it can. */
export function whyNotUndo(
  { kind, state, undoUntil, byPage }: Pick<ImportRow, 'kind' | 'state' | 'undoUntil' | 'byPage'>,
  now: Date,
): string | undefined {
  if (state === 'undoing' || state === 'undone') return 'It is taken back already.';
  if (!byPage) return 'It came in by the command line, which notes nothing for taking back.';
  if (kind === 'charities') return 'A register is not taken back: its next edition renews it.';
  if (state === 'stopped') return undefined;
  if (state !== 'done') return 'It can be taken back when it is done, or when you stop it.';
  if (!undoUntil || undoUntil < now) return 'It could be taken back for seven days, and they are over.';
  return undefined;
}

export function listsStand(all: readonly { state: string }[]): StepState {
  if (all.length === 0)
    return { state: 'open', words: 'None yet. What a council holds can be looked at here, then brought in.' };
  const waiting = all.filter(({ state }) => ['sent', 'looked', 'stopped'].includes(state)).length;
  const words = `${figure(all.length)} so far${waiting > 0 ? `, ${figure(waiting)} waiting for you` : ''}.`;
  return { state: waiting > 0 ? 'partly' : 'done', words };
}

/** `2,607 rows of organisations` */
export function figure(value: number): string {
  return value.toLocaleString('en-GB');
}
