import type { NewOfSearch } from '../words/saved.ts';

/** So many new things stand in one letter; of the rest it says how many there are. */
const thingsInALetter = 10;

/** The first things of each search, as long as the letter has room. */
export function withinTheLetter(searches: readonly NewOfSearch[]): NewOfSearch[] {
  let room = thingsInALetter;
  return searches.map((search) => {
    const things = search.things.slice(0, room);
    room -= things.length;
    return { ...search, things, more: search.more + search.things.length - things.length };
  });
}

/** Its subject says nothing of what was looked for: subjects are read by whoever stands beside. */
export function newThingsLetter(about: {
  searches: readonly NewOfSearch[];
  searchesUrl: string;
  stopUrl: string;
}): { subject: string; text: string } {
  const { searches, searchesUrl, stopUrl } = about;
  const count = searches.reduce((sum, { things, more }) => sum + things.length + more, 0);
  return {
    subject: `${count} new ${count === 1 ? 'thing' : 'things'} that you asked to hear of`,
    text: [
      ...searches.map(({ title, url, things, more }) =>
        [
          title,
          ...things.map((thing) => `- ${thingWords(thing)}\n  ${thing.url}`),
          ...(more > 0 ? [`${things.length > 0 ? 'And ' : ''}${more} more: ${url}`] : []),
        ].join('\n'),
      ),
      `To hear of them at other times, or of fewer: ${searchesUrl}`,
      `To stop all of this with one button: ${stopUrl}`,
    ].join('\n\n'),
  };
}

function thingWords({ name, organisationName, summary }: NewOfSearch['things'][number]): string {
  const whose = organisationName === name ? '' : `, ${organisationName}`;
  return summary === '' ? `${name}${whose}` : `${name}${whose}: ${summary}`;
}
