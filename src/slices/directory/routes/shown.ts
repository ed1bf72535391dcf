import type { Ctx } from '../../../platform/ctx.ts';
import {
  type Area,
  areasByIds,
  boxAround,
  clearLabels,
  drawMap,
  knownGround,
  spreadPins,
} from '../../areas/door.ts';
import { knownNetwork, tilesOptional } from '../../network/door.ts';
import {
  access,
  days,
  freshnessWords,
  organisationKinds,
  peopleServed,
  themes,
} from '../../register/door.ts';
import type { ShownHit, ShownMap } from '../pages/hit.tsx';
import { branchCounts } from '../queries/branches.ts';
import { phonesOf } from '../queries/phones.ts';
import { asWords } from '../rules/filter-words.ts';
import { daysWords, farWords, type Labels, nowhereWords } from '../rules/say.ts';
import { directory } from '../urls.ts';
import type { Asked, Hit, Near } from '../words.ts';

export const labels: Labels = { themes, people: { ...peopleServed, ...access }, days };

/** Pins are as far apart as they are wide, with a hair between. */
const pinGap = 27;

const organisationKindWords: Readonly<Record<string, string>> = organisationKinds;

const statusWords: Readonly<Record<string, string>> = {
  paused: 'Paused for now',
  temporarily_closed: 'Closed for now',
};

/** Things found as a page says them, numbered for the map. */
export async function shownHits(ctx: Ctx, hits: readonly Hit[], near: Near | undefined): Promise<ShownHit[]> {
  const db = ctx.db.open;
  const [placeOf, phones, branches] = await Promise.all([
    placeNames(ctx, hits, near),
    phonesOf(
      db,
      hits.map((hit) => hit.organisationId),
    ),
    branchCounts(
      db,
      hits.map((hit) => hit.id),
    ),
  ]);
  return hits.map((hit, index) => {
    const source = ctx.house.documentsByKind.get(hit.kind);
    const whose = hit.organisationName === hit.name ? '' : hit.organisationName;
    const count = branches.get(hit.id) ?? 0;
    const parts = count === 0 ? '' : `${count} ${count === 1 ? 'branch' : 'branches'}`;
    const label = kindWords(hit, source?.label ?? hit.kind);
    const kind = [label, parts, whose, placeOf(hit), daysWords(hit.days, days)];
    const closed = statusWords[hit.status];
    return {
      id: hit.id,
      name: hit.name,
      href: source?.url(hit.id, hit.name) ?? '/search',
      text: hit.summary,
      far: farWords(hit.place),
      kind: kind.filter((words) => words !== ''),
      pin: hit.place ? index + 1 : undefined,
      freshness: { state: hit.freshness, words: freshnessWords(hit, ctx.now) },
      chip: closed === undefined ? undefined : { state: hit.status, tone: 'wait', words: closed },
      onPaper: onPaper(phones.get(hit.organisationId) ?? '', hit.freshness),
    };
  });
}

function onPaper(phone: string, freshness: Hit['freshness']): string {
  if (phone === '') return '';
  return freshness === 'old' || freshness === 'none' ? `Ring first: ${phone}` : phone;
}

/** A centre or a council is called what it is; most groups are just that. */
function kindWords(hit: Hit, label: string): string {
  const { kind, organisationKind } = hit;
  if (kind !== 'organisation' || organisationKind === 'group' || organisationKind === 'informal')
    return label;
  return organisationKindWords[organisationKind] ?? label;
}

/** The hall and the town; across a border, which one. */
async function placeNames(ctx: Ctx, hits: readonly Hit[], near: Near | undefined) {
  const ids = hits.flatMap((hit) => hit.place?.areaId ?? []);
  const areas = new Map((await areasByIds(ctx.db.open, [...new Set(ids)])).map((area) => [area.id, area]));
  const parents = [...areas.values()].flatMap((area) =>
    area.level === 'neighbourhood' ? (area.parentId ?? []) : [],
  );
  const boroughs = new Map(
    (await areasByIds(ctx.db.open, [...new Set(parents)])).map((area) => [area.id, area]),
  );

  return function placeOf({ place }: Hit): string {
    const area = areas.get(place?.areaId ?? '');
    if (!place || !area) return place?.words ?? '';
    const borough = boroughOf(area, boroughs);
    const across = borough && near?.areaCode !== undefined && borough.code !== near.areaCode;
    const town = across ? `over the border, in ${area.name}` : area.name;
    return place.words === '' ? town.charAt(0).toUpperCase() + town.slice(1) : `${place.words}, ${town}`;
  };
}

function boroughOf(area: Area, boroughs: ReadonlyMap<string, Area>): Area | undefined {
  return area.level === 'borough' ? area : boroughs.get(area.parentId ?? '');
}

/** The map beside a list: the same numbers, on as little ground as holds them all, or on that of one borough. */
export async function mapOf(
  ctx: Ctx,
  shown: {
    pins: readonly { number: number; label: string; x: number; y: number }[];
    near: Near | undefined;
    size: { width: number; height: number };
    caption: string;
    borough?: string;
  },
): Promise<ShownMap | undefined> {
  const { pins, near, size, caption } = shown;
  const land = await knownGround(ctx.db);
  const wanted = land.outlines.filter(({ code }) => shown.borough === undefined || code === shown.borough);
  const outline = wanted.flatMap((one) => one.rings.flat());
  const named = near ? [...pins, near] : pins;
  const box = boxAround(named.length > 0 && shown.borough === undefined ? named : outline);
  if (!box) return undefined;
  const { at, ...drawn } = drawMap(land, box, size);
  const exact = pins.map((pin) => ({ number: pin.number, label: pin.label, ...at(pin) }));
  const placed = spreadPins(exact, pinGap, size);
  const shapes = clearLabels(drawn.shapes, placed, size);
  return { ...drawn, shapes, pins: placed, you: near && at(near), caption };
}

/** The map of a search: the page that is shown, drawn; and the way to all of it on a map that can be moved. */
export async function mapBeside(
  ctx: Ctx,
  of: { asked: Asked; hits: readonly Hit[]; near: Near | undefined; size: { width: number; height: number } },
): Promise<ShownMap | undefined> {
  const { asked, hits, near, size } = of;
  if (hits.length === 0) return undefined;
  const pins = pinsOf(hits);
  const [map, { map: chosen }] = await Promise.all([
    mapOf(ctx, { pins, near, size, caption: captionOf(hits.length - pins.length, near) }),
    knownNetwork(ctx.db),
  ]);
  const tiles = tilesOptional(chosen.tiles);
  return (
    map && {
      ...map,
      live: {
        points: directory.points(asWords({ ...asked, said: undefined })),
        ground: directory.ground(),
        pictures: tiles && { ...tiles, credit: chosen.credit },
        you: near && { lat: near.lat, lon: near.lon, label: near.label },
      },
    }
  );
}

function captionOf(nowhere: number, near: Near | undefined): string {
  const words = [
    'Numbers are those of the list.',
    near && `The ring is ${near.label}.`,
    nowhereWords(nowhere, true),
  ];
  return words.filter((sentence) => sentence).join(' ');
}

/** The places of what was found, with the numbers of the list. */
export function pinsOf(hits: readonly Hit[]) {
  return hits.flatMap(({ name, place }, index) =>
    place ? [{ number: index + 1, label: name, x: place.x, y: place.y }] : [],
  );
}
