import { access, languages } from '../lists/access.ts';
import { wordsFor } from '../lists/keys.ts';
import { peopleServed } from '../lists/people-served.ts';
import { freshnessWords, waitShown } from '../rules/freshness.ts';
import type { CardFacts } from '../words/cards.ts';
import type { Schedule, Service } from '../words/records.ts';
import { inOneSentence, lowerFirst, placeWords, ringFirst, statusWords, wayWords } from './say.ts';
import { inOrder, listed, whenWords } from './when.ts';

/** A service put into words for whoever sends people there, the same on a page, on paper and as plain text. */
export function cardWords({ service, owner, schedules, places }: CardFacts, now: Date) {
  const { id, name, summary, language, freshness, notFor, costWords } = service;
  return {
    ...{ id, name, summary, language, freshness, notFor },
    organisationId: owner.id,
    organisationName: owner.name,
    homeCentreId: owner.homeCentreId,
    status: service.status === 'open' ? '' : statusWords(service.status),
    forWhom: forWords(service),
    ages: ageWords(service),
    areas: listed(owner.areaNames),
    places:
      places.length === 0
        ? [placeWords(undefined)]
        : places.map((place) => placeWords({ ...unknown, ...place })),
    times: inOrder(schedules).map(timeAndNote),
    phone: owner.phone,
    askFor: owner.phone === '' ? '' : lowerFirst(owner.contactLabel),
    cost: costWords,
    languages: listed(wordsFor(languages, service.languages)),
    access: inOneSentence(wordsFor(access, service.access)),
    way: wayWords(service.wayIn),
    // Where one simply turns up there is no wait; elsewhere somebody has to ask, unless it was said lately.
    waiting: waitShown(service, now) || (service.wayIn === 'turn_up' ? '' : 'Ask'),
    checked: freshnessWords(service, now),
    ringFirst: ringFirst(freshness),
  };
}

const unknown = { id: '', lat: null, lon: null, areaId: null, main: false };

function timeAndNote(schedule: Schedule): string {
  const note = schedule.days.length > 0 && schedule.note !== '' ? ` (${schedule.note})` : '';
  return whenWords(schedule) + note;
}

export function forWords(service: Pick<Service, 'forWhom' | 'peopleServed'>): string {
  return service.forWhom || inOneSentence(wordsFor(peopleServed, service.peopleServed));
}

export function ageWords(service: Pick<Service, 'ageFrom' | 'ageTo'>): string {
  if (service.ageFrom !== null && service.ageTo !== null) return `${service.ageFrom} to ${service.ageTo}`;
  if (service.ageFrom !== null) return `${service.ageFrom} and over`;
  return service.ageTo !== null ? `Up to ${service.ageTo}` : '';
}
