import { countedAtMost, type NeedPair, nearM, type Suggestion, weights } from '../words/suggestions.ts';

const metresInMile = 1609.344;

export interface Labels {
  readonly themes: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** Why somebody is suggested, the strongest reason first: “same people: older people; both in Eastlock; 0.5 miles”. */
export function reasonWords(one: Suggestion, labels: Labels): string {
  const work = one.sameWork.map((code) => small(labels.themes[code] ?? code));
  const people = one.samePeople.map((code) => small(labels.people[code] ?? code));
  const reasons = [
    people.length > 0 ? `same people: ${people.join(', ')}` : '',
    work.length > 0 ? `same work: ${work.join(', ')}` : '',
    one.sort === 'with' && one.pair ? `often needed together: ${pairWords(one.pair, labels)}` : '',
    one.areaNames.length > 0 ? `both in ${one.areaNames.slice(0, 2).join(' and ')}` : '',
    distanceWords(one),
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
}

/** “0.5 miles”; where a place is known to the kilometre only, whole miles. */
function distanceWords({ metres, precise }: Pick<Suggestion, 'metres' | 'precise'>): string {
  if (metres === undefined) return '';
  const miles = metres / metresInMile;
  if (!precise) {
    const most = Math.max(1, Math.ceil(miles));
    return most === 1 ? 'a mile or less' : `${most} miles or less`;
  }
  const shown = (Math.round(miles * 10) / 10).toFixed(1);
  return shown === '1.0' ? '1.0 mile' : `${shown} miles`;
}

function needWords(code: string, { themes, people }: Labels): string {
  const [kind, name] = code.startsWith('people:') ? [people, code.slice('people:'.length)] : [themes, code];
  return kind[name] ?? name;
}

export function pairWords({ one, other }: NeedPair, labels: Labels): string {
  return `${small(needWords(one, labels))} with ${small(needWords(other, labels))}`;
}

/** How the list is made, a sentence each, from the same numbers that make it. */
export function weightLines(): string[] {
  const upTo = `up to ${countedAtMost} of them`;
  return [
    `Each kind of work in common counts ${weights.work}, ${upTo}.`,
    `Each kind of people in common counts ${weights.people}, ${upTo}.`,
    `An area in common counts ${weights.area}.`,
    `Next door counts ${weights.near}; it falls to nothing at ${Math.round(nearM / metresInMile)} miles.`,
    `Needs that the network says come together count ${weights.pair}, where the work is another.`,
    'Groups that are paused or closed, hide their address, take no hellos, or have nobody who looks after their page are left out.',
  ];
}

/** In the order of the alphabet, so that a pair is one pair whichever is named first. */
export function inOrder({ one, other }: NeedPair): NeedPair {
  return one < other ? { one, other } : { one: other, other: one };
}

export function samePair(a: NeedPair, b: NeedPair): boolean {
  return a.one === b.one && a.other === b.other;
}

/** Those that come with the program, without what the network took away, with what it added. */
export function pairsInForce(
  builtIn: readonly (readonly [string, string])[],
  changed: readonly (NeedPair & { counts: boolean })[],
): NeedPair[] {
  const ours = builtIn.map(([one, other]) => inOrder({ one, other }));
  const stay = ours.filter((pair) => !changed.some((change) => samePair(change, pair)));
  const added = changed.filter((change) => change.counts).map(({ one, other }) => ({ one, other }));
  return [...stay, ...added].sort((a, b) => a.one.localeCompare(b.one) || a.other.localeCompare(b.other));
}

/** A label within a sentence; names such as LGBT+ keep their capitals. */
function small(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
