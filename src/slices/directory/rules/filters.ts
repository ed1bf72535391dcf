import type { Asked } from '../words.ts';

/**
 * Filters as lexemes of the same index as the words: within a list any will do, between lists all have to hold. Only of
 * what somebody needs to take part, all has to be there.
 */
export function filterText(asked: Asked, areaIds: readonly string[]): string {
  const when = asked.when.flatMap((code) => (code === 'weekend' ? ['SA', 'SU'] : [code]));
  return [
    anyOf('k', asked.kinds),
    anyOf('t', asked.themes),
    anyOf('p', asked.people),
    ...asked.access.map((code) => anyOf('p', [code])),
    anyOf('l', asked.languages),
    anyOf('c', asked.cost === undefined ? [] : [asked.cost]),
    anyOf('d', when),
    anyOf('w', asked.ways),
    anyOf('o', asked.openTo),
    anyOf('a', areaIds),
  ]
    .filter((text) => text !== '')
    .join(' & ');
}

/** Codes and ids hold no quotation mark, because they were parsed; one that does is left out. */
function anyOf(tag: string, codes: readonly string[]): string {
  const lexemes = codes.filter((code) => /^[\w-]+$/.test(code)).map((code) => `'=${tag}:${code}'`);
  return lexemes.length === 0 ? '' : `(${lexemes.join(' | ')})`;
}
