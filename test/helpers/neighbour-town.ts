import { sql } from 'kysely';
import { newId } from '../../src/platform/clock.ts';
import { toPlane } from '../../src/slices/areas/door.ts';
import { now, type Town } from './db.ts';
import { type TwoBoroughs, twoBoroughs } from './two-boroughs.ts';

interface NewGroup {
  readonly name: string;
  /** Of whoever looks after it; nobody does where it is missing. */
  readonly email?: string;
  readonly themes?: readonly string[];
  readonly people?: readonly string[];
  /** Codes of the areas it works in. */
  readonly areas?: readonly string[];
  /** Metres east of the post office. */
  readonly east?: number;
  readonly shown?: 'public' | 'area' | 'hidden';
  readonly state?: string;
  readonly kind?: string;
  readonly claimed?: boolean;
}

export interface NeighbourTown extends TwoBoroughs {
  group(group: NewGroup): Promise<string>;
  /** So many groups that do the same for the same people, each with an admin: `one@many.example` and so on. */
  many(count: number): Promise<string[]>;
}

const postOffice = toPlane(53.86, -4.75);

/** Two boroughs with their centres and hub, and as many groups as a test needs. */
export async function neighbourTown(town: Town): Promise<NeighbourTown> {
  const centres = await twoBoroughs(town);
  const group = (one: NewGroup) => makeGroup(town, centres.eastlock, one);
  return {
    ...centres,
    group,
    async many(count) {
      const ids: string[] = [];
      for (let place = 1; place <= count; place += 1) {
        ids.push(await group({ name: `Lunch ${place}`, email: mailboxOf(place), east: place * 100 }));
      }
      return ids;
    },
  };
}

export function mailboxOf(place: number): string {
  return `keeper-${place}@many.example`;
}

async function makeGroup({ owner }: Town, home: string, one: NewGroup): Promise<string> {
  const id = newId();
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id, name: one.name, kind: one.kind ?? 'group', state: one.state ?? 'active', freshness: 'ok' },
      ...{ themes: [...(one.themes ?? ['food'])], people_served: [...(one.people ?? ['older'])] },
      ...{ home_centre_id: home, claimed: one.claimed ?? true, summary: `${one.name} is for everybody.` },
      ...{ created_at: now, changed_at: now, checked_at: now, phone: '01632 960177' },
    })
    .execute();
  const areas = owner
    .selectFrom('areas.area')
    .select('id')
    .where('code', 'in', one.areas ?? ['V01']);
  const worksIn = (await areas.execute()).map((area) => ({ organisation_id: id, area_id: area.id }));
  if (worksIn.length > 0) await owner.insertInto('register.organisation_area').values(worksIn).execute();
  if (one.east !== undefined || one.shown) {
    const plane = sql<{
      x: number;
      y: number;
    }>`point(${postOffice.x + (one.east ?? 0)}::float8, ${postOffice.y}::float8)`;
    const place = { lat: 53.86, lon: -4.75, plane, main: true, shown: one.shown ?? 'public' };
    await owner
      .insertInto('register.location')
      .values({ id: newId(), organisation_id: id, ...place })
      .execute();
  }
  if (one.email) await givePlace(owner, id, one.email);
  return id;
}

async function givePlace(owner: Town['owner'], organisation: string, email: string): Promise<void> {
  const person = { id: newId(), email, name: `Kim ${email.split('@')[0]}` };
  await owner
    .insertInto('people.person')
    .values({ ...person, created_at: now, changed_at: now })
    .execute();
  await owner
    .insertInto('register.position')
    .values({
      ...{ id: newId(), organisation_id: organisation, person_id: person.id, role: 'admin', from_at: now },
    })
    .execute();
}
