import type { Standing } from '../../../platform/contributions.ts';
import type { Mark } from '../words.ts';

const closed: Mark = { name: 'closed', words: 'It has closed', tone: 'late' };
const byState: Readonly<Record<string, Mark>> = {
  closed,
  refused: closed,
  closing: { name: 'closing', words: 'It is closing', tone: 'late' },
  paused: { name: 'paused', words: 'It is paused', tone: 'wait' },
};
const stale: Mark = { name: 'stale', words: 'Record not checked', tone: 'wait' };

/** Bodies of the network are not asked whether their page is still right. */
const bodies = ['centre', 'hub'];

/**
 * What has to be said beside a promise of this organisation. What is waited for from somebody who has closed or paused, or
 * whose record nobody has checked for a year, may wait for ever unless somebody sees it.
 */
export function markOf(one: Pick<Standing, 'state' | 'freshness' | 'kind'> | undefined): Mark | undefined {
  if (!one) return undefined;
  const mark = byState[one.state];
  if (mark) return mark;
  return one.freshness === 'none' && !bodies.includes(one.kind) ? stale : undefined;
}
