/** The codes of a list, as the compiler knows them: at least one, each of the list’s own. */
export function keysOf<Code extends string>(list: Readonly<Record<Code, string>>): [Code, ...Code[]] {
  const keys: Code[] = [];
  for (const key in list) keys.push(key);
  const [first, ...rest] = keys;
  if (first === undefined) throw new Error('A list of codes is empty.');
  return [first, ...rest];
}

/** The words for codes that may be of a later or an earlier version of the list. */
export function wordsFor(list: Readonly<Record<string, string>>, codes: readonly string[]): string[] {
  return codes.map((code) => list[code] ?? code);
}
