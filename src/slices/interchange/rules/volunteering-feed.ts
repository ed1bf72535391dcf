import { dayOf, londonTime } from '../../../platform/dates.ts';
import type { FeedRole } from '../../volunteering/door.ts';
import { volunteeringContext } from '../lists/volunteering-context.ts';

const standard = 'https://ns.volunteeringdata.io/';

const registrars: Readonly<Record<string, string>> = {
  'GB-CHC': 'https://register-of-charities.charitycommission.gov.uk',
  'GB-SC': 'https://www.oscr.org.uk',
  'GB-NIC': 'https://www.charitycommissionni.org.uk',
};

export interface Addresses {
  readonly organisation: (id: string) => string;
  readonly role: (id: string) => string;
}

export interface Publisher {
  readonly licence: string;
  readonly address: string;
  readonly now: Date;
  readonly addresses: Addresses;
  /** The term for a criminal record check. */
  readonly dbsCheck: string;
}

/** Roles in the shape of the Volunteering and Social Action Ontology: organisation, activity, role and session. */
export function volunteeringFeed(roles: readonly FeedRole[], by: Publisher): object {
  const changed = roles.map(({ changedAt }) => dayOf(changedAt)).toSorted();
  return {
    '@context': volunteeringContext,
    conformsTo: standard,
    license: by.licence,
    publisher: by.address,
    modified: changed.at(-1) ?? dayOf(by.now),
    graph: grouped(roles, ({ organisation }) => organisation.id).map((of) => organisationOf(of, by)),
  };
}

function grouped(roles: readonly FeedRole[], key: (role: FeedRole) => string): FeedRole[][] {
  const groups = new Map<string, FeedRole[]>();
  for (const role of roles) {
    const found = groups.get(key(role));
    if (found) found.push(role);
    else groups.set(key(role), [role]);
  }
  return [...groups.values()];
}

function organisationOf(roles: readonly FeedRole[], by: Publisher): object {
  const [first] = roles;
  if (!first) return {};
  const { id, name, summary, website, number } = first.organisation;
  const address = by.addresses.organisation(id);
  const registrar = number && registrars[number.scheme];
  const causes = new Set(roles.flatMap(({ activity }) => activity.causes));
  return {
    type: 'Organisation',
    id: address,
    name,
    description: summary || name,
    website: /^https?:\/\//.test(website) ? website : address,
    cause: [...causes].map(term),
    ...(registrar
      ? {
          charityRegistration: [
            { type: 'CharityRegistration', registrar, registrationNumber: number.number },
          ],
        }
      : {}),
    activity: grouped(roles, ({ activity }) => activity.id).map((of) => activityOf(of, by)),
  };
}

function activityOf(roles: readonly FeedRole[], by: Publisher): object {
  const [first] = roles;
  if (!first) return {};
  const { activity, organisation } = first;
  const days = roles.map(({ untilDay }) => untilDay).toSorted();
  const began = roles.map(({ liveAt }) => dayOf(liveAt)).toSorted();
  return {
    type: 'Activity',
    id: `${by.addresses.organisation(organisation.id)}#${activity.id}`,
    title: activity.title,
    description: activity.summary,
    publishStartDate: began[0],
    publishEndDate: days.at(-1),
    requiresEmergencyParticipation: activity.emergency,
    role: roles.map((role) => roleOf(role, by)),
    session: [sessionOf(first)],
  };
}

function roleOf(role: FeedRole, { addresses, dbsCheck }: Publisher): object {
  const requirements = role.dbsLevel === 'none' ? role.requirements : [...role.requirements, dbsCheck];
  return {
    type: 'Role',
    id: addresses.role(role.id),
    title: role.title,
    description: role.description,
    commitment: role.commitment || 'By agreement',
    applyLink: addresses.role(role.id),
    allowsRemoteParticipation: role.fromHome,
    minimumAge: role.minimumAge,
    ...(role.maximumAge === null ? {} : { maximumAge: role.maximumAge }),
    ...terms('requirement', requirements),
    ...terms('skill', role.skills),
    ...terms('accessibility', role.accessibility),
  };
}

function terms(property: string, codes: readonly string[]): Record<string, string[]> {
  return codes.length === 0 ? {} : { [property]: codes.map(term) };
}

function term(code: string): string {
  return standard + code;
}

/** The place with all its times. A session has a time or a place; what is done from home says so. */
function sessionOf({ activity, fromHome }: FeedRole): object {
  const { place, times, sessions } = activity;
  const days = sessions.map(({ day, begins, ends }) => ({
    hasBeginning: { inXSDDateTimeStamp: stampOf(day, begins) },
    hasEnd: { inXSDDateTimeStamp: stampOf(day, ends) },
  }));
  const time = [...times.map(term), ...days];
  return {
    type: 'Session',
    location: [locationOf(place, fromHome)],
    ...(time.length === 0 ? {} : { time }),
  };
}

function locationOf(place: FeedRole['activity']['place'], fromHome: boolean): object {
  if (!place) return { type: 'Location', name: fromHome ? 'From home' : 'By agreement' };
  const point = place.lat === null || place.lon === null ? {} : { latitude: place.lat, longitude: place.lon };
  return {
    type: 'Location',
    ...(place.name ? { name: place.name } : {}),
    ...(place.address ? { address: place.address } : {}),
    ...point,
  };
}

/** The instant at which the clock on the wall in London shows that hour on that day. */
function stampOf(day: string, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return londonTime(day, hours + minutes / 60).toISOString();
}
