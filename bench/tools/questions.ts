import { plain } from '../../src/slices/directory/rules/terms.ts';
import type { Invented } from './organisations.ts';
import { seeded } from './places.ts';
import type { Question } from './search-peers.ts';

/** Questions of one sort; `wanted` is the name that has to be among the first twenty. */
export interface Sort {
  readonly name: string;
  readonly questions: readonly (Question & { wanted?: string })[];
}

const count = 200;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The same questions at each size: a fixed seed chooses the organisations and the slips. */
export function questionsAbout(all: readonly Invented[]): Sort[] {
  const chance = seeded(99);
  const some = Array.from({ length: count }, () => all[Math.floor(chance() * all.length)]).filter(
    (one) => one !== undefined,
  );
  const about = (kind: Question['kind'], of: (one: Invented) => string, known = true) =>
    some.map((one) => ({ kind, text: of(one), x: one.x, y: one.y, ...(known ? { wanted: one.name } : {}) }));
  const name = (one: Invented) => plain(one.name);
  return [
    { name: 'name', questions: about('words', name) },
    { name: 'name, words in another order', questions: about('words', (one) => turned(name(one))) },
    { name: 'name with a slip', questions: about('slip', (one) => slip(name(one), chance)) },
    {
      name: 'name with two slips',
      questions: about('slip', (one) => slip(slip(name(one), chance), chance)),
    },
    { name: 'subject', questions: about('words', (one) => subject(one, chance), false) },
    { name: 'subject within 5 km', questions: about('place', (one) => subject(one, chance), false) },
  ];
}

function turned(text: string): string {
  const words = text.split(' ');
  return [...words.slice(2), ...words.slice(0, 2)].join(' ');
}

/** Two neighbouring words of what somebody says about themselves, small ones aside. */
function subject({ summary }: Invented, chance: () => number): string {
  const words = summary.split(' ').filter((word) => word.length > 4);
  const at = Math.floor(chance() * Math.max(1, words.length - 1));
  return plain(words.slice(at, at + 2).join(' '));
}

/** A letter left out, doubled, changed, or swapped with its neighbour, in a word of five letters or more. */
function slip(text: string, chance: () => number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (word.length > 4 ? [index] : []));
  const index = long[Math.floor(chance() * long.length)] ?? 0;
  const word = words[index] ?? '';
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [before, here, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const other = letters[Math.floor(chance() * letters.length)] ?? 'x';
  const ways = [
    before + next + after,
    before + here + here + next + after,
    before + other + next + after,
    before + next + here + after,
  ];
  words[index] = ways[Math.floor(chance() * ways.length)] ?? word;
  return words.join(' ');
}
