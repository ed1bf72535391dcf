import { type Contribution, gather, type House, type Jobs } from './platform/contributions.ts';
import { contributes as network } from './slices/network/contributes.ts';

/** What each slice hands to the floors below it, in the order of the floors. */
const contributions: readonly Contribution[] = [network];

/** What each slice does later. */
const jobs: readonly Jobs[] = [];

export function wire(): House {
  return gather(contributions, jobs);
}
