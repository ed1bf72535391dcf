import type { Role } from '../words/role.ts';

/** A role as its form shows it; also what a new one begins with when it is posted again. */
export function roleAsForm(one: Role) {
  const { activity } = one;
  return {
    title: one.title,
    summary: one.summary,
    description: one.description,
    activity_title: activity.title === one.title ? '' : activity.title,
    cause: activity.causes[0] ?? '',
    also_cause: activity.causes[1] ?? null,
    place: activity.place,
    venue: activity.venue,
    address: activity.address,
    postcode: activity.postcode,
    times: activity.times,
    commitment: one.commitment,
    minimum_age: one.minimumAge,
    maximum_age: one.maximumAge,
    young_ready: one.youngReady,
    duties: one.duties,
    how_often: one.howOften,
    requirements: one.requirements,
    skills: one.skills,
    accessibility: one.accessibility,
    share: one.share,
    share_reason: one.shareReason,
    useful: one.useful,
    urgent: one.urgent,
    emergency: activity.emergency,
    places: one.places,
    until_day: one.untilDay,
  };
}

/** The fields in which the two differ; what the form does not name stays out of it. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(before).filter((field) => written(before[field]) !== written(after[field]));
}

function written(value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.map(String).toSorted().join(' ') : String(value);
}

const labels: Readonly<Record<string, string>> = {
  title: 'What somebody would be',
  summary: 'In a sentence',
  description: 'A little more',
  activity_title: 'Part of',
  cause: 'For',
  also_cause: 'Also for',
  place: 'Where',
  address: 'Street and number',
  times: 'When',
  commitment: 'How much time',
  minimum_age: 'Lowest age',
  maximum_age: 'Highest age',
  young_ready: 'Ready for under-18s',
  duties: 'What they do',
  how_often: 'How often',
  accessibility: 'Getting in',
  share: 'Who finds it',
  share_reason: 'Why not everybody',
  until_day: 'Until',
};

export function fieldWords(field: string): string {
  const plain = field.replaceAll('_', ' ');
  return labels[field] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
