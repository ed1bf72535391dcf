import { type Circle, circle, divIcon, type Map as Leaflet, type Marker, marker } from 'leaflet';
import Supercluster from 'supercluster';
import type { Answer, Place, Thing } from './data.ts';
import { make } from './elements.ts';

/** One thing at one of its places, with its number in the list beside the map. */
export interface Spot {
  readonly thing: Thing;
  readonly place: Place;
  readonly number: number | undefined;
}

interface Held {
  count: number;
  spot?: Spot;
}

/** What is drawn: one spot, or several that are too close to be told apart. */
export interface Mark {
  readonly key: string;
  readonly lat: number;
  readonly lon: number;
  readonly count: number;
  readonly spot: Spot | undefined;
  /** Where it comes apart; undefined where all are in the same place. */
  readonly apartAt: number | undefined;
  readonly spots: () => Spot[];
}

export const zoomMax = 18;
/** Fingers need 44 pixels, so marks keep about that far from one another. */
const reachPx = 48;
/** So many things in one place have their link on the map; the list has all of them. */
export const shownMax = 30;
/** Half the diagonal of a square kilometre. */
const bandM = 710;

export type Index = Supercluster<Held, Held>;

export function indexOf(answer: Answer, numbers: ReadonlyMap<string, number>): Index {
  const index: Index = new Supercluster<Held, Held>({
    radius: reachPx,
    extent: 256,
    maxZoom: zoomMax,
    map: ({ count }) => ({ count }),
    reduce: (sum, { count }) => {
      sum.count += count;
    },
  });
  const spots = answer.things.flatMap((thing) =>
    thing.places.map((place) => ({ thing, place, number: numbers.get(thing.id) })),
  );
  return index.load([
    ...spots.map((spot) => point(spot.place, { count: 1, spot })),
    ...answer.squares.map((square) => point(square, { count: square.count })),
  ]);
}

function point({ lat, lon }: { lat: number; lon: number }, properties: Held) {
  return {
    type: 'Feature' as const,
    properties,
    geometry: { type: 'Point' as const, coordinates: [lon, lat] },
  };
}

/** What is to be drawn on the piece that is looked at. */
export function marksOn(map: Leaflet, index: Index): Mark[] {
  const bounds = map.getBounds();
  const zoom = Math.round(map.getZoom());
  const [west, south] = [bounds.getWest(), bounds.getSouth()];
  return index.getClusters([west, south, bounds.getEast(), bounds.getNorth()], zoom).map((found) => {
    const [lon = 0, lat = 0] = found.geometry.coordinates;
    const { properties } = found;
    const { count } = properties;
    if (!('cluster_id' in properties)) {
      const { spot } = properties;
      const key = spot ? `${spot.thing.id} ${lat} ${lon}` : `${lat} ${lon} ${count}`;
      return { key, lat, lon, count, spot, apartAt: zoom + 2, spots: () => (spot ? [spot] : []) };
    }
    const id = properties.cluster_id;
    const apartAt = index.getClusterExpansionZoom(id);
    return {
      ...{ key: `${id} ${count}`, lat, lon, count, spot: undefined },
      apartAt: apartAt > zoomMax ? undefined : apartAt,
      spots: () => index.getLeaves(id, shownMax).flatMap((leaf) => leaf.properties.spot ?? []),
    };
  });
}

/** Pins and circles on the map; those that stay keep their place in the order of keys and the focus. */
export function drawnMarks(map: Leaflet, press: (mark: Mark, from: HTMLElement) => void) {
  const drawn = new Map<string, { mark: Marker; band: Circle | undefined }>();
  return {
    draw(marks: readonly Mark[]): void {
      const wanted = new Set(marks.map(({ key }) => key));
      for (const [key, { mark, band }] of drawn) {
        if (wanted.has(key)) continue;
        // Whoever pressed it with a key stays on the map.
        if (mark.getElement()?.contains(document.activeElement)) map.getContainer().focus();
        mark.remove();
        band?.remove();
        drawn.delete(key);
      }
      const fresh = marks.filter(({ key }) => !drawn.has(key)).sort(inOrder);
      for (const one of fresh) drawn.set(one.key, drawOne(map, one, press));
    },
  };
}

/** Numbers of the list first, then from north to south. */
function inOrder(a: Mark, b: Mark): number {
  const [one, other] = [a.spot?.number ?? 1e6, b.spot?.number ?? 1e6];
  return one - other || b.lat - a.lat;
}

function drawOne(map: Leaflet, one: Mark, press: (mark: Mark, from: HTMLElement) => void) {
  const { lat, lon, spot } = one;
  const pin = make('button', one.count > 1 ? `map-many ${sizeOf(one.count)}` : 'map-pin', shownOn(one));
  pin.type = 'button';
  pin.ariaLabel = nameOf(one);
  // Its own keys: the map takes those that it is given itself.
  const icon = divIcon({ html: pin, className: 'map-mark', iconSize: [44, 44] });
  const mark = marker([lat, lon], { icon, keyboard: false });
  mark.on('click', () => press(one, pin));
  mark.addTo(map);
  const band = spot?.place.band
    ? circle([lat, lon], { radius: bandM, className: 'map-band', interactive: false }).addTo(map)
    : undefined;
  return { mark, band };
}

function shownOn({ count, spot }: Mark): string {
  if (count > 9999) return `${Math.round(count / 1000)}k`;
  return count > 1 ? String(count) : String(spot?.number ?? '');
}

function sizeOf(count: number): string {
  if (count < 10) return 'few';
  return count < 100 ? 'some' : 'lots';
}

function nameOf({ count, spot, apartAt }: Mark): string {
  if (spot) return [spot.thing.name, spot.place.far].filter((words) => words !== '').join(', ');
  const here = count === 1 ? '1 place' : `${count} places`;
  return apartAt === undefined ? `${count} in one place: show them` : `${here} close together: zoom in`;
}
