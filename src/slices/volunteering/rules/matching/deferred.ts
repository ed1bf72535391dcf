import type { Weights } from '../../words/matching.ts';
import { type OpenRole, score, type Wanted } from './score.ts';

export interface Taker {
  readonly id: string;
  readonly wanted: Wanted;
}

export interface Offered {
  readonly role: OpenRole;
  readonly places: number;
}

/** What counts for a role when more people would like it than it has places: whether they can do it when it is done. */
const roleWeights: Weights = { times: 3, near: 1, skills: 4, cause: 0, access: 0 };

/** How well somebody suits a role, as the role sees it. */
export function suits(wanted: Wanted, role: OpenRole): number | undefined {
  return score({ ...wanted, weights: roleWeights }, role);
}

interface Standing {
  readonly taker: Taker;
  /** Who came first, where two suit alike. */
  readonly turn: number;
  readonly choices: readonly Offered[];
  asked: number;
}

interface Held {
  readonly one: Standing;
  readonly value: number;
}

/**
 * Brings people and places together so that no two would rather have each other than what they got (deferred acceptance:
 * Gale and Shapley, American Mathematical Monthly 69, 1962; with places: Roth and Sotomayor 1990). People ask, in the
 * order of what fits them; roles hold the ones that suit them best and let go of the others, who ask further down. Of all
 * such outcomes it is the best for the people. Returns the role of each who got one.
 */
export function bringTogether(takers: readonly Taker[], offered: readonly Offered[]): Map<string, string> {
  const held = new Map<string, Held[]>(offered.map(({ role }) => [role.roleId, []]));
  const waiting = takers.map(
    (taker, turn): Standing => ({
      taker,
      turn,
      choices: choicesOf(taker, offered),
      asked: 0,
    }),
  );
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const choice = one.choices[one.asked];
    if (!choice) continue;
    one.asked += 1;
    const there = held.get(choice.role.roleId) ?? [];
    there.push({ one, value: suits(one.taker.wanted, choice.role) ?? 0 });
    there.sort((a, b) => b.value - a.value || a.one.turn - b.one.turn);
    const last = there.length > choice.places ? there.pop() : undefined;
    if (last) waiting.push(last.one);
  }
  return new Map(
    [...held].flatMap(([roleId, there]) => there.map(({ one }): [string, string] => [one.taker.id, roleId])),
  );
}

/** What may be shown to somebody, the best first; a role in which nothing fits is none. */
export function choicesOf({ wanted }: Taker, offered: readonly Offered[]): Offered[] {
  return offered
    .flatMap((one) => {
      const value = score(wanted, one.role);
      return value === undefined ? [] : [{ one, value }];
    })
    .sort((a, b) => b.value - a.value || (a.one.role.roleId < b.one.role.roleId ? -1 : 1))
    .map(({ one }) => one);
}
