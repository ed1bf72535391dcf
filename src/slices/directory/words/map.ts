import { z } from 'zod';
import { PageSearch } from '../words.ts';

const oneText = z.preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? '', z.string().max(80));

/** A piece of the map in degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The words of a search page, and the piece of the map that is looked at. */
export const PointsSearch = z.intersection(
  PageSearch,
  z.object({
    box: oneText.transform((text): Bounds | undefined => {
      const [west, south, east, north, more] = text.split(',').map(Number);
      const isBox = text !== '' && more === undefined && Number.isFinite(west) && Number.isFinite(south);
      if (!isBox || west === undefined || south === undefined || east === undefined || north === undefined)
        return undefined;
      return west < east && south < north ? { west, south, east, north } : undefined;
    }),
  }),
);

/** What a map that can be moved is told. Degrees have five places, about a metre. */
export interface MapAnswer {
  /** One by one, as long as they are not too many. */
  readonly things: readonly MapThing[];
  /** Otherwise how many places there are in each square, and about where in it. */
  readonly squares: readonly { readonly lat: number; readonly lon: number; readonly count: number }[];
  /** How many things fit, those without a place among them; null when only a piece of the map was asked for. */
  readonly total: number | null;
  readonly nowhere: number | null;
  /** How many places all this is. */
  readonly places: number;
  readonly words: string;
}

export interface MapThing {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly url: string;
  readonly places: readonly MapPlace[];
}

export interface MapPlace {
  readonly lat: number;
  readonly lon: number;
  /** Known to the kilometre only: it is somewhere in the square around this point. */
  readonly band: boolean;
  readonly words: string;
  readonly far: string;
}
