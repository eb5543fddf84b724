import type { Map as MapLibreMap } from 'maplibre-gl';
import type { PageRegion } from '../../../components/context/page-data.ts';

/** Pixels along each side that panels cover. */
export interface Padding {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Middle of the country as a globe shows it best: Kaliningrad and Chukotka are equally far from the rim. */
const COUNTRY_CENTRE: [number, number] = [98, 63];
/** The same on a flat map, where the Arctic takes more room. */
const COUNTRY_CENTRE_FLAT: [number, number] = [105, 64];
/** Islands north of this may be cut off on a flat map, which stretches them most. */
const FLAT_NORTH = 78;
/** A region is never zoomed in further than its outline is true. */
const REGION_MAX_ZOOM = 7;

/** Longitude in the frame from 0 to 360, in which the country is one piece. */
const shift = (lon: number): number => (lon < 0 ? lon + 360 : lon);

/** Height on a Mercator map whose world is 1 high, downward from the pole. */
function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/**
 * Centre and zoom at which a box just fits into a free area, in pixels; a world of zoom 0 is 512 pixels wide. Right for a
 * flat map and on the safe side for a globe, which draws large regions smaller.
 */
export function cameraFor(
  [west, south, east, north]: PageRegion['bbox'],
  free: { width: number; height: number },
): { center: [number, number]; zoom: number } {
  const [left, right] = [shift(west), shift(east)];
  const across = Math.max((right - left) / 360, 1e-6);
  const down = Math.max(mercatorY(south) - mercatorY(north), 1e-6);
  const zoom = Math.log2(Math.min(free.width / across, free.height / down) / 512);
  return {
    center: [(left + right) / 2, (south + north) / 2],
    zoom: Math.min(zoom, REGION_MAX_ZOOM),
  };
}

function corners(regions: readonly PageRegion[], north: number): [number, number][] {
  return regions.flatMap(({ bbox: [west, south, east, top], labelPoint }) => {
    const lat = Math.min(top, north);
    const middle = shift(labelPoint[0]);
    return [
      [shift(west), labelPoint[1]],
      [shift(east), labelPoint[1]],
      [middle, south],
      [middle, lat],
    ] as [number, number][];
  });
}

/** Where the camera shows the whole country. */
interface CountryCamera {
  center: [number, number];
  zoom: number;
  padding: Padding;
}

/**
 * Moves at once to where the whole country just fits between the paddings, and returns the place. The country's picture
 * is not symmetric around its centre, so the paddings returned are those that bring the picture's middle to the middle of
 * the free area.
 */
export function showCountry(
  map: MapLibreMap,
  regions: readonly PageRegion[],
  padding: Padding,
  flat: boolean,
): CountryCamera {
  const points = corners(regions, flat ? FLAT_NORTH : 90);
  const { clientWidth, clientHeight } = map.getContainer();
  const free = {
    width: clientWidth - padding.left - padding.right,
    height: clientHeight - padding.top - padding.bottom,
  };
  const center = flat ? COUNTRY_CENTRE_FLAT : COUNTRY_CENTRE;
  const pictureAt = (zoom: number) => {
    map.jumpTo({ center, zoom, padding, bearing: 0, pitch: 0 });
    const projected = points.map((point) => map.project(point));
    const [xs, ys] = [projected.map(({ x }) => x), projected.map(({ y }) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    return { left, top, width: right - left, height: bottom - top };
  };
  let [low, high] = [0, 5];
  for (let step = 0; step < 9; step += 1) {
    const middle = (low + high) / 2;
    const { width, height } = pictureAt(middle);
    if (width <= free.width && height <= free.height) low = middle;
    else high = middle;
  }
  const picture = pictureAt(low);
  const right = padding.left + free.width / 2 - (picture.left + picture.width / 2);
  const down = padding.top + free.height / 2 - (picture.top + picture.height / 2);
  const shifted = {
    left: padding.left + Math.max(0, 2 * right),
    right: padding.right + Math.max(0, -2 * right),
    top: padding.top + Math.max(0, 2 * down),
    bottom: padding.bottom + Math.max(0, -2 * down),
  };
  map.jumpTo({ center, zoom: low, padding: shifted });
  return { center, zoom: low, padding: shifted };
}

/** Flies to a region so that it fills what the panels leave free. */
export function showRegion(map: MapLibreMap, region: PageRegion, padding: Padding): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const free = {
    width: Math.max(clientWidth - padding.left - padding.right, 120),
    height: Math.max(clientHeight - padding.top - padding.bottom, 120),
  };
  map.easeTo({ ...cameraFor(region.bbox, free), padding, duration: 700 });
}
