import { type Item, items } from './words.ts';

/** The latest words in which people are asked; an older record keeps the ones that were used. */
export const wordingVersion = '2026-1';

interface Asked {
  readonly from: string;
  readonly receivers: readonly string[];
  readonly items: readonly Item[];
  readonly why: string;
  readonly coversNext: boolean;
}

/** What is read out or shown before somebody agrees. It names who passes on what to whom, and how it ends. */
export function wordingOf({ from, receivers, items: which, why, coversNext }: Asked): string {
  const next = coversNext ? ' If they cannot help, another service may be tried.' : '';
  return (
    `${from} may give ${listed(itemWords(which))} to ${listed(receivers)}, ${why}.${next}` +
    ' You can stop this at any time; nobody will hold it against you.'
  );
}

export function itemWords(which: readonly string[]): string[] {
  const words: Readonly<Record<string, string>> = items;
  return which.map((item) => words[item] ?? item);
}

export function listed(all: readonly string[]): string {
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

interface State {
  readonly endedAt: Date | null;
  readonly untilAt: Date | null;
}

function isLive(basis: State, now: Date): boolean {
  return basis.endedAt === null && (basis.untilAt === null || basis.untilAt > now);
}

/** Why nothing may go to this receiver on this basis; undefined where it may. */
export function whyNotPass(
  basis: State & { receivers: readonly string[] },
  receiverId: string,
  now: Date,
): string | undefined {
  if (basis.endedAt) return 'They no longer agree. Ask them again first.';
  if (!isLive(basis, now)) return 'The time they agreed to is over. Ask them again first.';
  if (!basis.receivers.includes(receiverId)) {
    return 'They did not agree that this organisation gets their details. Ask them first.';
  }
  return undefined;
}
