import type { Weights } from '../../words/matching.ts';
import { joined } from '../say.ts';

/** `times count 3, nearness 3, skills 2, causes 3 and what has to be there 4`. */
export function weightsSentence({ times, near, skills, cause, access }: Weights): string {
  return joined([
    ...[`times count ${times}`, `nearness ${near}`, `skills ${skills}`, `causes ${cause}`],
    `what has to be there ${access}`,
  ]);
}
