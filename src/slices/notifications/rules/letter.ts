import { dayWords } from '../../../platform/dates.ts';
import type { NewsOfGroup } from '../words.ts';

/** What is new at the organisations that somebody follows. */
export function newsLetter(about: {
  groups: readonly NewsOfGroup[];
  publicUrl: string;
  stopUrl: string;
  now: Date;
}): { subject: string; text: string } {
  const { groups, publicUrl, stopUrl, now } = about;
  const [only] = groups;
  return {
    subject:
      groups.length === 1 && only ? `What is new at ${only.name}` : `What is new at ${groups.length} groups`,
    text: [
      ...groups.map(({ id, name, news }) =>
        [
          name,
          ...news.map(({ at, words }) => `- ${dayWords(at, now)}: ${words}`),
          `${publicUrl}/organisations/${id}`,
        ].join('\n'),
      ),
      `To hear of them at other times, or of fewer: ${publicUrl}/following`,
      `To stop all of this with one button: ${stopUrl}`,
    ].join('\n\n'),
  };
}
