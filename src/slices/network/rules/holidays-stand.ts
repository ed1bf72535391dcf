import type { StepState } from '../../../platform/contributions.ts';
import { nations } from '../lists/nations.ts';

/** Those of whom, until when, and whether a year is left. */
export function holidaysStand(
  days: readonly { day: string; nation: string }[],
  nation: string,
  inAYear: string,
): StepState {
  const name = Object.entries(nations).find(([key]) => key === nation)?.[1] ?? nation;
  const last = days.at(-1)?.day ?? '';
  const own = days.filter((one) => one.nation !== nation).length;
  const added = own === 0 ? '' : ` ${own === 1 ? 'One day was' : `${own} days were`} added by hand.`;
  if (last < inAYear)
    return { state: 'partly', words: `${name}: no days are known a year from now.${added}` };
  return { state: 'done', words: `${name}, until ${last.slice(0, 4)}.${added}` };
}
