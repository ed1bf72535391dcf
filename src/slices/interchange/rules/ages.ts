export interface Ages {
  age_from?: number;
  age_to?: number;
}

/** Ages as directories write them: `6 years - 14 years`, `11+`, `From 5 years upwards`, or two columns. */
export function readAges([prose = '', from = '', to = '']: readonly string[]): Ages {
  const ages = from !== '' || to !== '' ? { first: whole(from), last: whole(to) } : inProse(prose);
  if (ages.first !== undefined && ages.last !== undefined && ages.first > ages.last) return {};
  return {
    ...(ages.first === undefined ? {} : { age_from: ages.first }),
    ...(ages.last === undefined ? {} : { age_to: ages.last }),
  };
}

function inProse(text: string): { first?: number | undefined; last?: number | undefined } {
  const [first, last, ...more] = [...text.matchAll(/\d{1,3}/g)].map((found) => whole(found[0]));
  if (first === undefined || more.length > 0 || /month|week/i.test(text)) return {};
  if (last !== undefined) return { first, last };
  if (/under|up to|below/i.test(text)) return { last: first };
  return /\+|up|over|above|from|and older/i.test(text) ? { first } : {};
}

function whole(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
