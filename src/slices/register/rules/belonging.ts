import type { Organisation } from '../words/records.ts';

type One = Pick<Organisation, 'id' | 'name' | 'kind' | 'parentId'>;

const alone = ['centre', 'hub'];

/** Why one cannot be part of the other, in the sentence a person reads. */
export function whyNotBelong(part: One, whole: One, circles: boolean): string | undefined {
  if (part.id === whole.id) return 'Nothing can be part of itself.';
  if (alone.includes(part.kind) || alone.includes(whole.kind)) {
    return 'Centres and the hub are the network’s own, and part of nothing else.';
  }
  if (part.parentId === whole.id) return `${part.name} is part of ${whole.name} already.`;
  if (part.parentId !== null) return `${part.name} is part of something else. That has to end first.`;
  return circles
    ? `${whole.name} is itself a part of ${part.name}, so it would go round in a circle.`
    : undefined;
}
