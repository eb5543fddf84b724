import type { Map as MapLibreMap } from 'maplibre-gl';
import { fillSource } from './geometry-sources.ts';

/** Source of the one point that is marked at a time. */
const MARKED_POINT = 'marked-point';

/** Puts the mark on a point, `[lon, lat]`. */
export function markPoint(map: MapLibreMap, point: [number, number]): void {
  fillSource(map, MARKED_POINT, {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties: {} },
    ],
  });
}

/** Takes the mark away. */
export function clearPoint(map: MapLibreMap): void {
  fillSource(map, MARKED_POINT, { type: 'FeatureCollection', features: [] });
}
