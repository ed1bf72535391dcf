import type { Asked, Facets } from '../words.ts';
import { milesOf } from './say.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly count?: number | undefined;
}

export interface ChoiceGroup {
  readonly name: string;
  readonly legend: string;
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
}

const listMax = 8;
const distances = [
  { value: '1.6', label: 'A short walk', note: '1 mile' },
  { value: '4.8', label: 'A bus ride', note: '3 miles' },
] as const;
const moments = { daytime: 'Daytime', evening: 'Evenings', weekend: 'Weekends' } as const;

/** The choices beside the results. A choice with nothing behind it is left out, unless it is already made. */
export function choiceGroups(
  asked: Asked,
  facets: Facets | undefined,
  labels: {
    kinds: Readonly<Record<string, string>>;
    themes: Readonly<Record<string, string>>;
    people: Readonly<Record<string, string>>;
  },
): ChoiceGroup[] {
  const groups: ChoiceGroup[] = [
    checkboxes('kind', 'What', { labels: labels.kinds, counts: facets?.kind, chosen: asked.kinds }),
    ...(asked.near === '' ? [] : [distanceChoices(asked)]),
    checkboxes('when', 'When', { labels: moments, counts: facets?.when, chosen: asked.when }),
    checkboxes('people', 'Right for', {
      labels: labels.people,
      counts: facets?.people,
      chosen: asked.people,
    }),
    checkboxes('theme', 'About', { labels: labels.themes, counts: facets?.theme, chosen: asked.themes }),
    {
      ...{ name: 'open_to', legend: 'Open to', type: 'checkbox', chosen: asked.openTo },
      options: [{ value: 'volunteers', label: 'Volunteers' }],
    },
  ];
  return groups.filter((group) => group.options.length > 0);
}

function checkboxes(
  name: string,
  legend: string,
  of: {
    labels: Readonly<Record<string, string>>;
    counts: ReadonlyMap<string, number> | undefined;
    chosen: readonly string[];
  },
): ChoiceGroup {
  const { labels, counts, chosen } = of;
  const options = Object.entries(labels)
    .map(([value, label]) => ({ value, label, count: counts?.get(value) }))
    .filter(({ value, count }) => counts === undefined || count !== undefined || chosen.includes(value));
  const most = options.toSorted((a, b) => rank(b) - rank(a)).slice(0, listMax);
  function rank(choice: Choice): number {
    return (chosen.includes(choice.value) ? 1e6 : 0) + (choice.count ?? 0);
  }
  return {
    name,
    legend,
    type: 'checkbox',
    chosen,
    options: options.filter((option) => most.includes(option)),
  };
}

function distanceChoices(asked: Asked): ChoiceGroup {
  const chosen = asked.withinKm === undefined ? '' : String(asked.withinKm);
  const known = distances.some((distance) => distance.value === chosen);
  const own = known || chosen === '' ? [] : [{ value: chosen, label: `Within ${milesOf(Number(chosen))}` }];
  const options = [...distances, ...own, { value: '', label: 'Anywhere' }];
  return { name: 'within_km', legend: 'How far', type: 'radio', chosen: [chosen], options };
}

/** What is chosen, on the closed filter: "Filter: 2 kinds, within 3 miles". */
export function filterSummary(asked: Asked, areaName: string | undefined): string {
  const lists: [readonly string[], string, string][] = [
    [asked.kinds, 'kind', 'kinds'],
    [asked.themes, 'subject', 'subjects'],
    [asked.people, 'need', 'needs'],
    [asked.when, 'time', 'times'],
  ];
  const parts = lists
    .filter(([codes]) => codes.length > 0)
    .map(([codes, one, more]) => `${codes.length} ${codes.length === 1 ? one : more}`);
  if (asked.openTo.length > 0) parts.push('open to volunteers');
  if (areaName) parts.push(`only ${areaName}`);
  if (asked.withinKm !== undefined && asked.near !== '') parts.push(`within ${milesOf(asked.withinKm)}`);
  return parts.length === 0 ? 'Filter' : `Filter: ${parts.join(', ')}`;
}

/** A search as the words of its address. */
export function asWords(asked: Asked): Record<string, string | number | readonly string[] | undefined> {
  return {
    ...{ q: asked.q, near: asked.near, within_km: asked.withinKm, kind: asked.kinds, area: asked.area },
    ...{
      theme: asked.themes,
      people: asked.people,
      when: asked.when,
      way: asked.ways,
      open_to: asked.openTo,
    },
    ...{ sort: asked.sort, fresh: asked.stale ? 'all' : undefined },
  };
}
