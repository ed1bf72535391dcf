import {
  divIcon,
  geoJSON,
  type LatLngBounds,
  type Map as Leaflet,
  latLng,
  latLngBounds,
  marker,
  tileLayer,
} from 'leaflet';
import type { LiveMap } from '../../ui/map.tsx';
import { zoomMax } from './marks.ts';

/** A name is read, not pressed, and never hides a mark. */
const behind = { keyboard: false, interactive: false, zIndexOffset: -100_000 };
/** About how wide a letter of a name is, in pixels. */
const letter = 9;

/** What lies under the marks: our own ground, and streets where the network has chosen whose. */
export async function drawUnder(
  map: Leaflet,
  of: { ground: GeoJSON.FeatureCollection | undefined; pictures: LiveMap['pictures'] },
): Promise<LatLngBounds | undefined> {
  const { ground, pictures } = of;
  const hasPictures = pictures !== undefined && (await drawPictures(map, pictures));
  if (!ground) return undefined;

  const layer = geoJSON(ground, {
    interactive: false,
    filter: (feature) => !hasPictures || feature.properties.kind === 'area',
    style: (feature) => ({ className: classOf(feature?.properties, hasPictures), fill: true }),
  });
  layer.addTo(map);
  if (!hasPictures) drawNames(map, ground);
  const bounds = layer.getBounds();
  return bounds.isValid() ? bounds : undefined;
}

/** Whether there are any: a file that does not come, or holds none, leaves our own ground. */
async function drawPictures(map: Leaflet, pictures: NonNullable<LiveMap['pictures']>): Promise<boolean> {
  if (pictures.kind === 'file') {
    try {
      const { pictureFile } = await import('./file.ts');
      const layer = await pictureFile(pictures.address);
      layer?.addTo(map);
      return layer !== undefined;
    } catch {
      return false;
    }
  }
  // Some servers want to know which site asks; none hears what somebody searched for.
  const told = { maxZoom: zoomMax, referrerPolicy: 'origin' as const };
  tileLayer(pictures.address, told).addTo(map);
  return true;
}

function classOf(properties: GeoJSON.GeoJsonProperties, isOverPictures: boolean): string {
  const { kind, alt } = properties ?? {};
  if (kind !== 'area') return kind === 'rail' ? 'm-rail' : 'm-water';
  if (isOverPictures) return 'map-border';
  return alt ? 'm-land m-alt' : 'm-land';
}

/** The name of an area stands in its middle, as long as the area has room for it. */
function drawNames(map: Leaflet, ground: GeoJSON.FeatureCollection): void {
  const names = ground.features.flatMap((feature) => {
    const { kind, name, middle } = feature.properties ?? {};
    if (kind !== 'area' || !Array.isArray(middle)) return [];
    const [lon, lat] = middle.map(Number);
    if (lon === undefined || lat === undefined) return [];
    const words = String(name);
    const wide = words.length * letter;
    const label = document.createElement('span');
    label.textContent = words;
    const icon = divIcon({ html: label, className: 'map-name', iconSize: [wide, 20] });
    const bounds = boundsOf(feature.geometry);
    return [{ wide, bounds, label: marker([lat, lon], { icon, ...behind }) }];
  });
  const fit = () => {
    for (const { wide, bounds, label } of names) {
      const room =
        map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getNorthWest()).x;
      if (room > wide) label.addTo(map);
      else label.remove();
    }
  };
  map.on('zoomend', fit);
  map.whenReady(fit);
}

function boundsOf(geometry: GeoJSON.Geometry): LatLngBounds {
  const rings = geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  return latLngBounds(rings.flatMap((ring) => ring.map(([lon = 0, lat = 0]) => latLng(lat, lon))));
}
