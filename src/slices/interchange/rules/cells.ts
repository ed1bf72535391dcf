const nothing = /^(?:na|n\/a|nan|null|none|nil|no description available|-|—)$/i;
// Control characters but the line break, and the overrides that can make a text show as another.
const unseen = /[\u0000-\u0009\u000B-\u001F\u007F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** What a cell says: composed, without characters that do not show; the ways of writing "nothing" are nothing. */
export function clean(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const text = cell
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(unseen, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  return nothing.test(text) ? '' : text;
}

/** The same on one line: for names, addresses and everything short. */
export function line(cell: string | undefined): string {
  return clean(cell).replaceAll('\n', ', ').replaceAll(',,', ',');
}

export type ReadDate = { day: string } | { wrong: string } | undefined;

/** Days as lists write them: `1990-08-02`, `1990-08-02 00:00:00`, `11/8/1863`. */
export function readDate(cell: string | undefined): ReadDate {
  const text = line(cell);
  if (text === '') return undefined;
  const written =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].*)?$/.exec(text) ??
    /^(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})(?: .*)?$/.exec(text);
  const { year = '', month = '', day = '' } = written?.groups ?? {};
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
  return written && isReal ? { day: iso } : { wrong: text };
}

/** An address of the web, or nothing when it cannot be one. */
export function webAddressOf(cell: string | undefined): string {
  const text = line(cell).replace(/[;,. ]+$/, '');
  const full = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  return full.length <= 300 && /^https?:\/\/[^\s/?#"<>@]+\.[^\s"<>]+$/i.test(full) ? full : '';
}

export function emailOf(cell: string | undefined): string {
  const text = line(cell).toLowerCase();
  return /^[^\s@<>"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text) ? text : '';
}

export function phoneOf(cell: string | undefined): string {
  const text = line(cell);
  return /^\+?[\d ()-]{9,20}$/.test(text) ? text : '';
}

/** Several values in one cell, as our own export writes them. */
export function listOf(cell: string | undefined): string[] {
  const items = line(cell).split(';').map(trimmed);
  return [...new Set(items)].filter((item) => item !== '');
}

function trimmed(text: string): string {
  return text.trim();
}

const longestSummary = 200;

/** The first sentence of a text, or as much of it as fits a summary. */
export function summaryOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  if (flat.length <= longestSummary) return flat;
  const sentence = /^.{20,199}?[.!?](?= )/.exec(flat)?.[0];
  return sentence ?? clip(flat, longestSummary);
}

/** Cut at a word, with the sign that something is missing. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const isWhole = /\s/.test(text.charAt(longest - 1));
  const atWord = isWhole ? cut : cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > longest / 2 ? atWord : cut).toWellFormed().trimEnd()}…`;
}
