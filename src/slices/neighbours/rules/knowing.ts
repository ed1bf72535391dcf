import type { Knowing, Said } from '../words/hellos.ts';

/** Each says for itself; what only one of two says is no fact about both. */
export function knowEachOther(one: Knowing): boolean {
  return one.ours !== undefined && one.theirs !== undefined;
}

/** Who signposts to whom, as far as both say so. Everybody may read it. */
export function bothSay({ ours, theirs }: Knowing): Said {
  return {
    signpostsTo: ours?.signpostsTo === true && theirs?.signpostsFrom === true,
    signpostsFrom: ours?.signpostsFrom === true && theirs?.signpostsTo === true,
  };
}

/** What both say of the two, from where `name` stands. */
export function bothWords(said: Said, us: string, them: string): string {
  if (said.signpostsTo && said.signpostsFrom) return 'They signpost people to each other.';
  if (said.signpostsTo) return `${us} signposts people to ${them}.`;
  if (said.signpostsFrom) return `${them} signposts people to ${us}.`;
  return 'They know each other.';
}

/** What one side says, for the two groups themselves. */
export function sideWords(said: Said | undefined, who: 'we' | 'they'): string {
  const [subject, object] = who === 'we' ? ['You say', 'them'] : ['They say', 'you'];
  const [other, self] = who === 'we' ? ['they', 'you'] : ['you', 'they'];
  if (!said) return who === 'we' ? 'You say nothing yet.' : 'They say nothing yet.';
  if (said.signpostsTo && said.signpostsFrom) return `${subject}: we signpost people to each other.`;
  if (said.signpostsTo) return `${subject} that ${self} signpost people to ${object}.`;
  if (said.signpostsFrom)
    return `${subject} that ${other} signpost people to ${who === 'we' ? 'you' : 'them'}.`;
  return `${subject} that ${self} know ${object}.`;
}

/** The word of a form for what one side says. */
export function sayOf(said: Said | undefined): string {
  if (!said) return 'nothing';
  if (said.signpostsTo) return said.signpostsFrom ? 'both' : 'we_signpost';
  return said.signpostsFrom ? 'you_signpost' : 'know';
}

/** “Knows 6 of 12 nearby”: of those that are suggested, and how many others besides. */
export function coverage(
  suggested: readonly { id: string }[],
  known: readonly Knowing[],
): { near: number; of: number; further: number } {
  const mutual = known.filter(knowEachOther).map((one) => one.id);
  const near = suggested.filter((one) => mutual.includes(one.id)).length;
  return { near, of: suggested.length, further: mutual.length - near };
}

export function coverageWords({ near, of, further }: { near: number; of: number; further: number }): string {
  if (of === 0) return further === 0 ? 'Knows nobody yet' : `Knows ${further}`;
  const besides = further === 0 ? '' : `, and ${further} more`;
  return `Knows ${near} of ${of} nearby${besides}`;
}
