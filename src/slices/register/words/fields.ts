import { access, languages, waysIn } from '../lists/access.ts';
import { days } from '../lists/days.ts';
import { wordsFor } from '../lists/keys.ts';
import { legalForms, organisationKinds } from '../lists/kinds.ts';
import { peopleServed } from '../lists/people-served.ts';
import { themes } from '../lists/themes.ts';
import { serviceStatuses } from './records.ts';

/** Fields of records as people know them, where the name of the field alone does not say it. */
const labels: Readonly<Record<string, string>> = {
  summary: 'In a sentence',
  description: 'A little more',
  people_served: 'For',
  themes: 'About',
  access: 'Getting in',
  venue: 'Place',
  address: 'Street and number',
  address_shown: 'Address seen by',
  contact_label: 'Whom to ask for',
  phone: 'Telephone',
  email: 'E-mail',
  website: 'Web page',
  legal_form: 'How it is set up',
  state: 'Open, paused or closed',
  trusted: 'What it adds goes live at once',
  kind: 'What it is',
  parent: 'Part of',
  status: 'Open or not',
  status_note: 'Why, or until when',
  way_in: 'How to come',
  wait_words: 'How long the wait is',
  opens: 'From',
  closes: 'Until',
  when_note: 'More about when',
  cost_words: 'What it costs',
};

const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  themes,
  people_served: peopleServed,
  access,
  languages,
  days,
  kind: organisationKinds,
  legal_form: legalForms,
  status: { ...serviceStatuses, draft: 'Not live yet' },
  trusted: { yes: 'Yes' },
  way_in: waysIn,
  address_shown: { public: 'Everybody', area: 'Only the area', hidden: 'Nobody' },
};

export function fieldWords(field: string): string {
  const plain = field.replaceAll('_', ' ');
  return labels[field] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What stands in a field, in the words of its list. */
export function valueWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Nothing';
  const given = [value].flat().map(String);
  return wordsFor(lists[field] ?? {}, given).join(', ') || 'Nothing';
}
