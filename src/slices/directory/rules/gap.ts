import { plain } from './terms.ts';

/**
 * The words of a search as they may be kept and counted. A mailbox, a number, or a long story could be somebody's own,
 * so none of these is kept.
 */
export function gapWords(typed: string): string | undefined {
  if (typed.includes('@') || /\d[\d\s]{4,}/.test(typed)) return undefined;
  const words = plain(typed);
  if (words === '' || words.split(' ').length > 8 || words.length > 80) return undefined;
  return words;
}
