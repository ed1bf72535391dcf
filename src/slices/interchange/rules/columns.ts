import type { Problems } from '../../../platform/errors.ts';
import { organisationColumnWords, serviceColumnWords } from '../lists/columns.ts';
import type { PageKind, SentFile } from '../words/page.ts';
import { guessColumns } from './headings.ts';
import { isOwnExport, organisationHeadings } from './organisation-headings.ts';
import { roleOf, serviceHeadings } from './service-headings.ts';

const columnWords = {
  organisations: organisationColumnWords,
  services: serviceColumnWords,
  charities: {},
} as const;

/** Our columns for a kind of list, as somebody chooses among them. */
export function columnChoices(kind: PageKind): { value: string; label: string }[] {
  const words: Readonly<Record<string, string>> = columnWords[kind];
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** A charity register and our own export say by themselves what their columns are. */
export function saysItself(kind: PageKind, headings: readonly string[]): boolean {
  if (kind === 'charities') return true;
  return kind === 'organisations' ? isOwnExport(headings) : roleOf(headings, 1) === 'own';
}

/** What each of their headings seems to be: as it was said of this list before, or as its name says. */
export function guessedColumns(
  kind: PageKind,
  headings: readonly string[],
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const { said } =
    kind === 'organisations'
      ? guessColumns<string>(headings, organisationHeadings)
      : guessColumns<string>(headings, serviceHeadings);
  const guessed = new Map(said.map(({ theirs, ours }) => [theirs, ours]));
  const taken = new Set(headings.flatMap((heading) => before[heading] || []));
  return Object.fromEntries(
    headings
      .filter((heading) => heading !== '')
      .map((heading) => {
        const guess = guessed.get(heading) ?? '';
        return [heading, before[heading] ?? (taken.has(guess) ? '' : guess)];
      }),
  );
}

export function fieldOf(index: number): string {
  return `column-${index}`;
}

/** What is wrong with what was said of the columns, each beside its heading. */
export function columnProblems(
  kind: PageKind,
  { headings, columns }: Pick<SentFile, 'headings' | 'columns'>,
): Problems {
  const choices = columnChoices(kind);
  const problems: Problems = {};
  const seen = new Map<string, string>();
  for (const [index, heading] of headings.entries()) {
    const chosen = columns[heading] ?? '';
    if (chosen === '') continue;
    const label = choices.find(({ value }) => value === chosen)?.label;
    const other = seen.get(chosen);
    if (label === undefined) problems[fieldOf(index)] = 'Choose one of the list, or leave this column out.';
    else if (other !== undefined)
      problems[fieldOf(index)] = `“${other}” is “${label}” already. Leave one of the two out.`;
    seen.set(chosen, heading);
  }
  if (!seen.has('name')) problems[fieldOf(0)] ??= `No column is “${choices[0]?.label}”. Say which one it is.`;
  return problems;
}
