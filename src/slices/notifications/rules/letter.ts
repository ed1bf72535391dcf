import { dayWords, weekdayWords } from '../../../platform/dates.ts';
import type { NewsOfThing, StaleList } from '../words.ts';

/** More of one thing nobody reads; a list that was read anew can touch everything that somebody offers. */
const linesAtMost = 10;

/** What is new at what somebody follows. */
export function newsLetter(about: {
  things: readonly NewsOfThing[];
  publicUrl: string;
  stopUrl: string;
  now: Date;
}): { subject: string; text: string } {
  const { things, publicUrl, stopUrl, now } = about;
  const [only] = things;
  const all = things.every(({ kind }) => kind === 'organisation') ? 'groups' : 'of those you follow';
  return {
    subject:
      things.length === 1 && only ? `What is new at ${only.name}` : `What is new at ${things.length} ${all}`,
    text: [
      ...things.map(({ kind, id, name, news, stale }) =>
        [
          name,
          ...news.slice(0, linesAtMost).map(({ at, words }) => `- ${dayWords(at, now)}: ${words}`),
          ...(news.length > linesAtMost ? [`- and ${news.length - linesAtMost} changes more`] : []),
          ...stale.map((list) => staleWords(list)),
          `${publicUrl}/${kind === 'service' ? 'services' : 'organisations'}/${id}`,
        ].join('\n'),
      ),
      `To hear of them at other times, or of fewer: ${publicUrl}/following`,
      `To stop all of this with one button: ${stopUrl}`,
    ].join('\n\n'),
  };
}

/** What stands on a page is as old as the last time the list it comes from could be read (C5-J4). */
export function staleWords({ source, goodAt }: StaleList): string {
  return goodAt
    ? `The list “${source}” cannot be read now. What stands here is from ${weekdayWords(goodAt)}.`
    : `The list “${source}” cannot be read now.`;
}
