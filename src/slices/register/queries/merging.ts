import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';
import type { MergeSide, MergeValues } from '../words/merging.ts';
import type { Organisation } from '../words/records.ts';
import { areaIdsOf, identifiers, mainPlaceOptional, organisation, publicPlaces } from './organisation.ts';
import { servicesOf } from './services.ts';

/** All other names of an organisation; those of what was merged into it are its own. */
export const namesOf = sql`array(
    select name from register.organisation_name where organisation_id = organisation.id
    union select gone.name from register.organisation as gone where gone.merged_into = organisation.id
    union select other.name from register.organisation as gone
      join register.organisation_name as other on other.organisation_id = gone.id
      where gone.merged_into = organisation.id
    except select organisation.name order by name) as other_names`;

/** The record that one which had been public was merged into. */
export async function standsFor(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('register.organisation')
    .select('merged_into')
    .where('id', '=', id)
    .where('merged_from', 'in', ['active', 'paused'])
    .executeTakeFirst();
  return row?.merged_into ?? undefined;
}

/** A record as it is laid beside another one; a hidden place only for whoever keeps it. */
export async function mergeSide(db: Db, id: string, keeps: boolean): Promise<MergeSide> {
  const numbers = await identifiers(db, id);
  const place = keeps
    ? await mainPlaceOptional(db, id)
    : (await publicPlaces(db, id)).find((found) => found.main);
  return {
    one: await organisation(db, id),
    place,
    areaIds: await areaIdsOf(db, id),
    numbers: numbers.map(({ scheme, number }) => `${scheme}-${number}`),
    services: await servicesOf(db, id),
  };
}

/** What can be taken from a record, as it stands. */
export async function mergeValues(db: Db, one: Organisation): Promise<MergeValues> {
  const place = await mainPlaceOptional(db, one.id);
  return {
    ...{ name: one.name, summary: one.summary, description: one.description },
    ...{ contact_label: one.contactLabel, phone: one.phone, email: one.email, website: one.website },
    ...{ themes: [...one.themes], people_served: [...one.peopleServed] },
    ...{ languages: [...one.languages], access: [...one.access] },
    ...(place && {
      place: {
        venue: place.venue,
        address: place.address,
        postcode: place.postcode,
        shown: place.shown,
      },
    }),
  };
}

/** How many still wait for something about a record. */
export async function waitedFor(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select register.waited_for(${id}) as waiting`.execute(db);
  return rows[0]?.waiting ?? 0;
}

/** Those who look after records that were merged into this one, as far as the reader may know them. */
export async function formerKeepers(db: Db, id: string) {
  const held = await db
    .selectFrom('register.position')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.position.id as positionId', 'person_id', 'role', 'name'])
    .where('merged_into', '=', id)
    .where('until_at', 'is', null)
    .orderBy('name')
    .orderBy('register.position.id')
    .execute();
  const people = await personsByIds(
    db,
    held.map((one) => one.person_id),
  );
  const names = new Map(people.map((person) => [person.id, person.name || person.email]));
  return held.flatMap(({ positionId, person_id, role, name: from }) => {
    const name = names.get(person_id);
    return name ? [{ positionId, name, role, from }] : [];
  });
}
