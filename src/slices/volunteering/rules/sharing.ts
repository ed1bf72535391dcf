import { dayOfWords } from './say.ts';

interface Count {
  readonly roles: number;
  readonly shared: number;
}

/** Whole, and never rounded up: 99.6% is not all. */
export function percentOf({ roles, shared }: Count): number {
  return roles === 0 ? 0 : Math.floor((shared * 100) / roles);
}

/** `71% of 64 live roles are open to everybody. The target is 90% by 31 March.` */
export function standingWords(
  counts: readonly Count[],
  target: { percent: number; byDay: string } | undefined,
  now: Date,
): string {
  const all = counts.reduce(
    (sum, one) => ({ roles: sum.roles + one.roles, shared: sum.shared + one.shared }),
    { roles: 0, shared: 0 },
  );
  const is =
    all.roles === 0
      ? 'No role is live now.'
      : `${percentOf(all)}% of ${all.roles} live ${all.roles === 1 ? 'role is' : 'roles are'} open to everybody.`;
  const aim = target
    ? `The target is ${target.percent}% by ${dayOfWords(target.byDay, now)}.`
    : 'There is no target yet.';
  return `${is} ${aim}`;
}
