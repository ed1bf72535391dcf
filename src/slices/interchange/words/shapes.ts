import { z } from 'zod';

const Place = z.array(z.number()).min(2);
const Ring = z.array(Place);

export const Polygonal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);
export type Polygonal = z.infer<typeof Polygonal>;

const Properties = z.record(z.string(), z.unknown()).nullish();

export const GeoJson = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: Properties, geometry: Polygonal.nullish() })),
});
export type GeoJson = z.infer<typeof GeoJson>;

const ArcRing = z.array(z.number().int());
const TopoShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), arcs: z.array(ArcRing), properties: Properties }),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(ArcRing)), properties: Properties }),
]);
export type TopoShape = z.infer<typeof TopoShape>;

export const TopoJson = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: Place, translate: Place }).optional(),
  arcs: z.array(z.array(Place)),
  objects: z.record(z.string(), z.object({ geometries: z.array(TopoShape) })),
});
export type TopoJson = z.infer<typeof TopoJson>;

/** A named piece of land, whatever file it came from. */
export interface Shape {
  properties: Readonly<Record<string, unknown>>;
  outline: Polygonal | undefined;
}
