import type { Asked, Facet, Facets } from '../words.ts';
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

type Labels = Readonly<Record<string, string>>;

const listMax = 8;
const distances = [
  { value: '1.6', label: 'A short walk', note: '1 mile' },
  { value: '4.8', label: 'A bus ride', note: '3 miles' },
] as const;
const costs = { free: 'Free', up_to_five: 'Up to £5' } as const;
const openTo = { volunteers: 'Volunteers', referrals: 'Referrals' } as const;
const moments = { daytime: 'Daytime', evening: 'Evenings', weekend: 'Weekends' } as const;

export interface ChoiceLabels {
  readonly kinds: Readonly<Record<string, string>>;
  readonly themes: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly access: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
}

/** The choices beside the results. A choice with nothing behind it is left out, unless it is already made. */
export function choiceGroups(asked: Asked, facets: Facets | undefined, labels: ChoiceLabels): ChoiceGroup[] {
  const boxes = (name: Facet, legend: string, of: { labels: Labels; chosen: readonly string[] }) =>
    checkboxes(name, legend, { ...of, counts: facets?.[name] });
  const groups: ChoiceGroup[] = [
    boxes('kind', 'What', { labels: labels.kinds, chosen: asked.kinds }),
    ...(asked.near === '' ? [] : [distanceChoices(asked)]),
    boxes('when', 'When', { labels: moments, chosen: asked.when }),
    costChoices(asked, facets?.cost),
    boxes('people', 'Right for', { labels: labels.people, chosen: asked.people }),
    boxes('access', 'Getting there and taking part', { labels: labels.access, chosen: asked.access }),
    boxes('language', 'Spoken', { labels: labels.languages, chosen: asked.languages }),
    boxes('theme', 'About', { labels: labels.themes, chosen: asked.themes }),
    boxes('open_to', 'Open to', { labels: openTo, chosen: asked.openTo }),
  ];
  return groups.filter((group) => group.options.length > 0);
}

function checkboxes(
  name: string,
  legend: string,
  of: {
    labels: Labels;
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

/** Nobody says of everything what it costs, so a price can be chosen and not the lack of one. */
function costChoices(asked: Asked, counts: ReadonlyMap<string, number> | undefined): ChoiceGroup {
  const chosen = asked.cost ?? '';
  const priced = Object.entries(costs)
    .map(([value, label]) => ({ value, label, count: counts?.get(value) }))
    .filter(({ value, count }) => counts === undefined || count !== undefined || value === chosen);
  const options = priced.length === 0 ? [] : [...priced, { value: '', label: 'Any price' }];
  return { name: 'cost', legend: 'Cost', type: 'radio', options, chosen: [chosen] };
}

/** Boroughs for a list to choose from, each with how many there would be. */
export function areaOptions(
  boroughs: readonly { code: string; name: string }[],
  counts: ReadonlyMap<string, number> | undefined,
  chosen: string,
): { value: string; label: string }[] {
  return boroughs
    .filter(({ code }) => counts === undefined || counts.has(code) || code === chosen)
    .map(({ code, name }) => {
      const count = counts?.get(code);
      return { value: code, label: count === undefined ? name : `${name} (${count})` };
    });
}

/** What is chosen, on the closed filter: "Filter: 2 kinds, within 3 miles". */
export function filterSummary(asked: Asked, areaName: string | undefined): string {
  const lists: [readonly string[], string, string][] = [
    [asked.kinds, 'kind', 'kinds'],
    [asked.themes, 'subject', 'subjects'],
    [[...asked.people, ...asked.access], 'need', 'needs'],
    [asked.languages, 'language', 'languages'],
    [asked.when, 'time', 'times'],
  ];
  const parts = lists
    .filter(([codes]) => codes.length > 0)
    .map(([codes, one, more]) => `${codes.length} ${codes.length === 1 ? one : more}`);
  if (asked.cost) parts.push(costs[asked.cost].toLowerCase());
  if (asked.openTo.includes('volunteers')) parts.push('open to volunteers');
  if (asked.openTo.includes('referrals')) parts.push('taking referrals');
  if (areaName) parts.push(`only ${areaName}`);
  if (asked.withinKm !== undefined && asked.near !== '') parts.push(`within ${milesOf(asked.withinKm)}`);
  return parts.length === 0 ? 'Filter' : `Filter: ${parts.join(', ')}`;
}

/** A search as the words of its address. */
export function asWords(asked: Asked): Record<string, string | number | readonly string[] | undefined> {
  return {
    ...(asked.said === undefined ? { q: asked.q, near: asked.near } : { q: asked.said, near: '' }),
    ...{ within_km: asked.withinKm, kind: asked.kinds, area: asked.area },
    ...{
      theme: asked.themes,
      people: asked.people,
      access: asked.access,
      language: asked.languages,
      cost: asked.cost,
      when: asked.when,
      way: asked.ways,
      open_to: asked.openTo,
    },
    ...{ sort: asked.sort, fresh: asked.stale ? 'all' : undefined },
  };
}
