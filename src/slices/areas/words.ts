export const levels = ['region', 'sub_region', 'borough', 'neighbourhood'] as const;
export type Level = (typeof levels)[number];

export const levelWords: Record<Level, string> = {
  region: 'Region',
  sub_region: 'Sub-region',
  borough: 'Borough',
  neighbourhood: 'Neighbourhood',
};

export interface Area {
  id: string;
  code: string;
  name: string;
  level: Level;
  parentId: string | null;
}

/** Metres on the British National Grid: east and north of its false origin. */
export interface Plane {
  x: number;
  y: number;
}

/** A place that somebody named: a postcode, the first half of one, a town, an area, or a point. */
export interface Place {
  label: string;
  lat: number;
  lon: number;
  plane: Plane;
  /** The borough it lies in, when that is known. */
  areaCode?: string;
}

/** For typing help: a name or code, and what it is. */
export interface PlaceSuggestion {
  label: string;
  note: string;
}

export interface Outline {
  code: string;
  name: string;
  middle: Plane;
  rings: readonly (readonly Plane[])[];
}

/** What lies under every map, in metres on the plane. */
export interface Ground {
  outlines: readonly Outline[];
  lines: readonly { kind: 'water' | 'rail'; points: readonly Plane[] }[];
}

/** Metres on the plane: west, south, east and north edge. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Ground in whole units of a picture, ready for an SVG. */
export interface DrawnMap {
  viewBox: string;
  shapes: readonly { id: string; name: string; path: string; alt: boolean; labelX: number; labelY: number }[];
  water: readonly string[];
  rail: readonly string[];
  at: (plane: Plane) => { x: number; y: number };
}

export type PlaceAnswer = { place: Place; note?: string } | { problem: string };

/** What an area file or the practice region gives. */
export interface NewArea {
  code: string;
  name: string;
  level: Level;
  parentCode?: string;
  outline?: unknown;
  lat?: number;
  lon?: number;
}

export interface NewPostcode {
  postcode: string;
  lat: number;
  lon: number;
  areaCode: string;
  innerCode?: string;
}

export interface NewOutcode {
  outcode: string;
  lat: number;
  lon: number;
  town: string;
  areaCode?: string;
}

/** A river or a railway, as GeoJSON. */
export interface NewLine {
  kind: 'water' | 'rail';
  name: string;
  shape: unknown;
}

/** How many rows a load made, changed and found as they already were. */
export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
}
