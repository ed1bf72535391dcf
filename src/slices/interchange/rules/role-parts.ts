export type Thing = Readonly<Record<string, unknown>>;

/** The objects of an array, or of the first of these names that holds some; one alone counts as a list of one. */
export function thingsAt(given: unknown, ...names: readonly string[]): Thing[] {
  if (Array.isArray(given)) return given.flatMap(asThing);
  const [whole] = asThing(given);
  if (!whole) return [];
  for (const name of names) {
    const found = [whole[name]].flat().flatMap(asThing);
    if (found.length > 0) return found;
  }
  return [];
}

function asThing(one: unknown): Thing[] {
  return isThing(one) ? [one] : [];
}

function isThing(one: unknown): one is Thing {
  return typeof one === 'object' && one !== null && !Array.isArray(one);
}

/** The first of these names that has a text, a number or a yes. */
export function textAt(thing: Thing, ...names: readonly string[]): string {
  for (const name of names) {
    const [value] = [thing[name]].flat();
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number' || value === true) return String(value);
  }
  return '';
}

/** All texts under these names: terms as words, or as objects with an id. */
export function listOf(thing: Thing, ...names: readonly string[]): string[] {
  return names.flatMap((name) =>
    [thing[name]].flat().flatMap((value) => {
      if (typeof value === 'string') return value === '' ? [] : [value];
      const id = isThing(value) && textAt(value, 'id', '@id');
      return id ? [id] : [];
    }),
  );
}

interface Days {
  readonly sessions: { readonly day: string; readonly begins: string; readonly ends: string }[];
  /** The end of a time that goes over more than a day. */
  readonly until: string;
}

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

/** Single days that are still to come; the misspelt name of a beginning is as published. */
export function daysIn(activity: Thing, today: string): Days {
  const sessions: Days['sessions'] = [];
  let until = '';
  for (const session of thingsAt(activity, 'session')) {
    for (const time of thingsAt(session, 'time')) {
      const begins = instant.exec(momentAt(time, 'hasBeginning', 'beginning', 'begining'));
      const ends = instant.exec(momentAt(time, 'hasEnd', 'end'));
      const [, day = '', from = ''] = begins ?? [];
      const [, lastDay = '', to = ''] = ends ?? [];
      if (lastDay > until) until = lastDay;
      if (day !== '' && day === lastDay && day >= today && to > from)
        sessions.push({ day, begins: from, ends: to });
    }
  }
  return { sessions, until };
}

function momentAt(time: Thing, ...names: readonly string[]): string {
  const [inner] = thingsAt(time, ...names);
  return inner ? textAt(inner, 'inXSDDateTimeStamp', 'inXSDDateTime') : textAt(time, ...names);
}
