import type { Answer } from '../../register/door.ts';
import type { Taken } from './list.ts';

export function tallyOf(answers: readonly Answer[]): Taken {
  const counts = { new: 0, matched: 0, changed: 0, unchanged: 0 };
  const refused: { index: number; reason: string }[] = [];
  for (const [index, answer] of answers.entries()) {
    if (typeof answer === 'object') refused.push({ index, reason: answer.reason });
    else counts[answer] += 1;
  }
  return { ...counts, refused, answers };
}
