import { type Contribution, gather, type House, type Jobs } from './platform/contributions.ts';
import { contributes as loops } from './slices/loops/contributes.ts';
import { contributes as network } from './slices/network/contributes.ts';
import { contributes as people } from './slices/people/contributes.ts';
import { contributes as register } from './slices/register/contributes.ts';

/** What each slice hands to the floors below it, in the order of the floors. */
const contributions: readonly Contribution[] = [network, people, loops, register];

/** What each slice does later. */
const jobs: readonly Jobs[] = [];

export function wire(): House {
  return gather(contributions, jobs);
}
