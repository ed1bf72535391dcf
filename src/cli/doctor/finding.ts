/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  /** `advice` is worth a thought; only `not well` makes the command end with 1. */
  readonly level: 'well' | 'advice' | 'not well';
  /** Why not, and what to do about it. */
  readonly problem?: string;
}

export function finding(what: string, isWell: boolean, problem: string): Finding {
  return isWell ? { what, level: 'well' } : { what, level: 'not well', problem };
}

export function advice(what: string, isWell: boolean, problem: string): Finding {
  return isWell ? { what, level: 'well' } : { what, level: 'advice', problem };
}
