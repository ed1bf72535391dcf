import type { BoardLoop, BoardQuery, EndCount, KindCount } from '../words/board.ts';

/** Whoever comes after this one, and the first again after the last; nobody where there is nobody else. */
export function nextInTurn(all: readonly string[], present: string): string | undefined {
  const others = all.filter((one) => one !== present);
  const after = all.slice(all.indexOf(present) + 1);
  return after[0] ?? others[0];
}

/** The address of the board says what it shows; what is not chosen is left out. */
export function boardAddress(path: string, query: BoardQuery, changed: Partial<BoardQuery> = {}): string {
  const pairs = Object.entries({ ...query, after: '', ...changed }).filter(([, value]) => value !== '');
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

export function afterRow({ firstDueAt, id }: Pick<BoardLoop, 'firstDueAt' | 'id'>): string {
  return `${firstDueAt.getTime()}.${id}`;
}

export function sumOf(counts: readonly KindCount[], what: 'open' | 'late', kind?: string): number {
  return counts
    .filter((one) => kind === undefined || one.kind === kind)
    .reduce((sum, one) => sum + one[what], 0);
}

export function onStep(counts: readonly KindCount[], step: number, kind?: string): number {
  return sumOf(
    counts.filter((one) => one.climbStep === step),
    'open',
    kind,
  );
}

/** `Accepted 12, declined 3`: how those of one kind ended, the most frequent first. */
export function endsInWords(
  ends: readonly EndCount[],
  kind: string,
  wordsOf: (reason: string) => string,
): string {
  const said = ends.filter((one) => one.kind === kind).map((one) => `${wordsOf(one.endReason)} ${one.times}`);
  const words = said.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
