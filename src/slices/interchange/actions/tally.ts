import type { Outcome } from '../../register/door.ts';
import type { Taken } from './run.ts';

export function tallyOf(outcomes: readonly Outcome[]): Taken {
  const counts = { new: 0, matched: 0, changed: 0, unchanged: 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}
