import { type Columns, Unreadable } from '../words/import.ts';

/** Our columns, each with the headings by which lists that are about call it, the likeliest first. */
export type Headings<Name extends string> = Readonly<Record<Name, readonly string[]>>;

export interface Guess<Name extends string> {
  columns: Columns<Name>;
  /** For people: their heading and ours. */
  said: readonly { theirs: string; ours: Name }[];
}

/** `Sector - Simplified, High Level` becomes `sector_simplified_high_level`. */
export function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/**
 * Which heading is which column: first what `--map` says (nothing on the right leaves a column out), then by the
 * known names, then by names that differ from them in a letter or two.
 */
export function guessColumns<Name extends string>(
  headings: readonly string[],
  known: Headings<Name>,
  map: ReadonlyMap<string, string> = new Map(),
): Guess<Name> {
  const ours = namesOf(known);
  const columns = new Map<Name, number>();
  const taken = new Set<number>();
  for (const [theirs, wanted] of map) {
    const exact = headings.indexOf(theirs);
    const index = exact >= 0 ? exact : headings.findIndex((heading) => plain(heading) === plain(theirs));
    if (index < 0) throw new Unreadable(`There is no heading “${theirs}” to map.`);
    taken.add(index);
    if (wanted === '') continue;
    const name = ours.find((one) => one === wanted);
    if (!name) throw new Unreadable(`“${wanted}” is no column here. There are: ${ours.join(', ')}.`);
    columns.set(name, index);
  }
  for (const isClose of [false, true]) {
    for (const name of ours) {
      if (columns.has(name)) continue;
      const index = find(headings, known[name], { taken, isClose });
      if (index === undefined) continue;
      columns.set(name, index);
      taken.add(index);
    }
  }
  const said = [...columns].map(([name, index]) => ({ theirs: headings[index] ?? '', ours: name }));
  return { columns, said };
}

/** Two headings that are the same cannot be told apart. Empty ones at the end are the work of spreadsheets. */
export function equalHeadings(headings: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return headings.find((heading) => {
    const isAgain = heading !== '' && seen.has(heading.toLowerCase());
    seen.add(heading.toLowerCase());
    return isAgain;
  });
}

function namesOf<Name extends string>(known: Headings<Name>): Name[] {
  const names: Name[] = [];
  for (const name in known) names.push(name);
  return names;
}

function find(
  headings: readonly string[],
  known: readonly string[],
  how: { taken: ReadonlySet<number>; isClose: boolean },
): number | undefined {
  for (const name of known) {
    const index = headings.findIndex((heading, at) => {
      if (how.taken.has(at)) return false;
      const theirs = plain(heading);
      return how.isClose ? isMisspelt(theirs, name) : theirs === name;
    });
    if (index >= 0) return index;
  }
  return undefined;
}

/** One letter too few, too many or wrong, in a name that is long enough to be meant. */
function isMisspelt(theirs: string, name: string): boolean {
  if (name.length < 7 || Math.abs(theirs.length - name.length) > 1) return false;
  let start = 0;
  while (start < theirs.length && theirs[start] === name[start]) start += 1;
  const [longer, shorter] = theirs.length >= name.length ? [theirs, name] : [name, theirs];
  const rest = shorter.slice(longer.length === shorter.length ? start + 1 : start);
  return longer.slice(start + 1) === rest;
}
