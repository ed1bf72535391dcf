import type { Merge } from './words.ts';

/** How the record that stays was called before it took the name of the other one, if it did. */
export function nameBefore({ done, state }: Pick<Merge, 'done' | 'state'>, kept: { name: string }): string {
  if (state !== 'merged' || done === null || typeof done !== 'object' || !('before' in done))
    return kept.name;
  const { before } = done;
  const hadName = before !== null && typeof before === 'object' && 'name' in before;
  return hadName && typeof before.name === 'string' ? before.name : kept.name;
}
