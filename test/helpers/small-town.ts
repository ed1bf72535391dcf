import { sql } from 'kysely';
import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { toPlane } from '../../src/slices/areas/door.ts';
import { rebuildDocuments } from '../../src/slices/directory/actions/remake.ts';
import { now, type Town } from './db.ts';

/** The post office of Eastlock, AV3 4QT. Everything in the town is so many metres east and north of it. */
const postOffice = { lat: 51.5, lon: -0.35 };

interface Spot {
  readonly east: number;
  readonly north: number;
}

interface NewThing {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly themes?: readonly string[];
  readonly people?: readonly string[];
  readonly access?: readonly string[];
  readonly freshness?: 'ok' | 'due' | 'old' | 'none';
  readonly area?: string;
  readonly at?: Spot;
}

interface NewGroup extends NewThing {
  readonly shown?: 'public' | 'area' | 'hidden';
  readonly also?: readonly string[];
  readonly state?: string;
  readonly phone?: string;
  readonly kind?: string;
}

interface NewService extends NewThing {
  readonly of: string;
  readonly days?: readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly status?: string;
}

export interface SmallTown {
  group(group: NewGroup): Promise<string>;
  service(service: NewService): Promise<string>;
  /** A volunteer centre that answers for these areas. */
  centre(centre: NewGroup, covers: readonly { area: string; own: boolean }[]): Promise<string>;
  /** After the rows were made: everything can be found. */
  open(): Promise<void>;
  areas: ReadonlyMap<string, string>;
}

/** Eastlock (V01) with its post office, Hartlow (V02) whose border is 300 metres east of it, and Nine Elders (V03). */
export async function smallTown({ owner, jobCtx }: Town): Promise<SmallTown> {
  const areas = await someAreas(owner);
  await somePostcodes(owner);
  return {
    areas,
    group: (group) => insertGroup(owner, areas, group),
    service: (service) => insertService(owner, areas, service),
    async centre(centre, covers) {
      const id = await insertGroup(owner, areas, { ...centre, kind: 'centre' });
      const rows = covers.map(({ area, own }) => ({ area_id: areas.get(area) ?? '', centre_id: id, own }));
      await owner.insertInto('register.cover').values(rows).execute();
      return id;
    },
    async open() {
      await rebuildDocuments(jobCtx);
    },
  };
}

function squareKm(west: number, east: number): object {
  const ring = [
    [west, -3000],
    [east, -3000],
    [east, 3000],
    [west, 3000],
    [west, -3000],
  ].map(([x = 0, y = 0]) => {
    const { lat, lon } = degrees({ east: x, north: y });
    return [lon, lat];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

async function someAreas(owner: Db): Promise<Map<string, string>> {
  const region = newId();
  const boroughs = [
    { code: 'V01', name: 'Eastlock', west: -4000, east: 300 },
    { code: 'V02', name: 'Hartlow', west: 300, east: 6000 },
    { code: 'V03', name: 'Nine Elders', west: -9000, east: -4000 },
  ].map((borough) => ({ id: newId(), ...borough }));
  const at = { changed_at: now, ...postOffice };
  await owner
    .insertInto('areas.area')
    .values([
      { id: region, code: 'V00', name: 'Ambry Vale', level: 'region', ...at },
      ...boroughs.map(({ id, code, name, west, east }) => ({
        ...{ id, code, name, level: 'borough', parent_id: region, changed_at: now },
        ...degrees({ east: (west + east) / 2, north: 0 }),
        outline: JSON.stringify(squareKm(west, east)),
      })),
      ...[
        {
          id: newId(),
          code: 'V0101',
          name: 'Lockside',
          level: 'neighbourhood',
          parent_id: boroughs[0]?.id,
          ...at,
        },
      ],
    ])
    .execute();
  const rows = await owner.selectFrom('areas.area').select(['code', 'id']).execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

async function somePostcodes(owner: Db): Promise<void> {
  const beyond = degrees({ east: 600, north: 0 });
  await owner
    .insertInto('areas.postcode')
    .values([
      { postcode: 'AV3 4QT', area_code: 'V01', ...postOffice },
      { postcode: 'AV4 1AA', area_code: 'V02', ...beyond },
      { postcode: 'BS5 0AX', area_code: 'V01', ...postOffice },
    ])
    .execute();
  await owner
    .insertInto('areas.outcode')
    .values([
      { outcode: 'AV3', town: 'Eastlock', area_code: 'V01', ...postOffice },
      { outcode: 'BS5', town: 'Eastlock', area_code: 'V01', ...postOffice },
    ])
    .execute();
}

async function insertGroup(owner: Db, areas: ReadonlyMap<string, string>, group: NewGroup): Promise<string> {
  const id = newId();
  await owner
    .insertInto('register.organisation')
    .values({
      id,
      kind: group.kind ?? 'group',
      state: group.state ?? 'active',
      phone: group.phone ?? '',
      ...said(group),
    })
    .execute();
  const area_id = areas.get(group.area ?? 'V01') ?? null;
  if (area_id) {
    await owner.insertInto('register.organisation_area').values({ organisation_id: id, area_id }).execute();
  }
  if (group.also?.length) {
    const names = group.also.map((name) => ({ organisation_id: id, name }));
    await owner.insertInto('register.organisation_name').values(names).execute();
  }
  if (group.at)
    await insertLocation(owner, {
      organisation_id: id,
      at: group.at,
      area_id,
      shown: group.shown,
      main: true,
    });
  return id;
}

async function insertService(
  owner: Db,
  areas: ReadonlyMap<string, string>,
  service: NewService,
): Promise<string> {
  const id = newId();
  await owner
    .insertInto('register.service')
    .values({ id, organisation_id: service.of, status: service.status ?? 'open', ...said(service) })
    .execute();
  if (service.days) {
    const { days, opens = null, closes = null } = service;
    await owner
      .insertInto('register.schedule')
      .values({ id: newId(), service_id: id, days: [...days], opens, closes })
      .execute();
  }
  if (service.at) {
    const area_id = areas.get(service.area ?? 'V01') ?? null;
    const location = { organisation_id: service.of, at: service.at, area_id, shown: undefined, main: false };
    const location_id = await insertLocation(owner, location);
    await owner.insertInto('register.service_location').values({ service_id: id, location_id }).execute();
  }
  return id;
}

function said(thing: NewThing) {
  const {
    name,
    summary = '',
    description = '',
    themes = [],
    people = [],
    access = [],
    freshness = 'ok',
  } = thing;
  return {
    ...{ name, summary, description, freshness, created_at: now, changed_at: now },
    ...{ themes: [...themes], people_served: [...people], access: [...access] },
    checked_at: freshness === 'none' ? null : now,
  };
}

async function insertLocation(
  owner: Db,
  where: {
    organisation_id: string;
    at: Spot;
    area_id: string | null;
    shown: NewGroup['shown'];
    main: boolean;
  },
): Promise<string> {
  const { at, shown = 'public', ...rest } = where;
  const id = newId();
  const home = toPlane(postOffice.lat, postOffice.lon);
  const plane = sql<{
    x: number;
    y: number;
  }>`point(${home.x + at.east}::float8, ${home.y + at.north}::float8)`;
  await owner
    .insertInto('register.location')
    .values({
      id,
      shown,
      venue: 'Tansy Street Hall',
      address: '4 Tansy Street',
      plane,
      ...degrees(at),
      ...rest,
    })
    .execute();
  return id;
}

function degrees({ east, north }: Spot): { lat: number; lon: number } {
  const lat = postOffice.lat + north / 111_300;
  return { lat, lon: postOffice.lon + east / (111_300 * Math.cos((postOffice.lat * Math.PI) / 180)) };
}
