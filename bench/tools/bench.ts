/** One measured thing, with the same thing done by the peer in the same run. */
export interface Figure {
  metric: string;
  ours: number;
  peer: number | null;
  /** Ours against the peer's, as the goal in the README counts it. */
  ratio: number | null;
}

export interface Bench {
  name: string;
  what: string;
  /** Without --size. */
  size: number;
  run(options: { size: number }): AsyncIterable<Figure>;
}

export function figure(metric: string, ours: number, peer?: number): Figure {
  const ratio = peer === undefined ? null : rounded(ours / peer);
  return { metric, ours: rounded(ours), peer: peer === undefined ? null : rounded(peer), ratio };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
