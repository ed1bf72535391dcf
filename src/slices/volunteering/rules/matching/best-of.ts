import { type OpenRole, score, type Wanted } from './score.ts';

export interface Best {
  readonly roleId: string;
  readonly score: number;
}

/**
 * The few best of many, the best first. Kept in a short ordered list: nearly all roles of a network are worse than the
 * last one on it, and cost one comparison.
 */
export function bestOf(wanted: Wanted, roles: readonly OpenRole[], most: number): Best[] {
  const best: Best[] = [];
  let last = -1;
  for (const role of roles) {
    const value = score(wanted, role);
    if (value === undefined || (best.length === most && value <= last)) continue;
    let at = best.length === most ? most - 1 : best.length;
    if (best.length === most) best.pop();
    while (at > 0 && (best[at - 1]?.score ?? 0) < value) at -= 1;
    best.splice(at, 0, { roleId: role.roleId, score: value });
    last = best.at(-1)?.score ?? -1;
  }
  return best;
}
