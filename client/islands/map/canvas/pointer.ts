import type { MapLayerMouseEvent, Map as MapLibreMap } from 'maplibre-gl';
import { chooseRegion } from '../map-state.ts';
import { fillSource } from './geometry-sources.ts';
import { HOVER_LAYER } from './map-style.ts';
import type { RegionMapOptions } from './region-map.ts';

/** Lightens the region under the pointer and chooses it on a click or tap. */
export function followPointer(map: MapLibreMap, { store, onHover }: RegionMapOptions): void {
  let hovered: string | undefined;
  const hover = (id: string | undefined, event: MapLayerMouseEvent): void => {
    if (id !== hovered) {
      if (hovered !== undefined) {
        map.setFeatureState({ source: 'regions', id: hovered }, { hover: false });
      }
      if (map.getLayer(HOVER_LAYER.id) === undefined) map.addLayer(HOVER_LAYER, 'region-border');
      if (id !== undefined) map.setFeatureState({ source: 'regions', id }, { hover: true });
      map.getCanvas().style.cursor = id === undefined ? '' : 'pointer';
      hovered = id;
    }
    onHover(id, event.point);
  };
  const idOf = (event: MapLayerMouseEvent): string | undefined => {
    const id: unknown = event.features?.[0]?.properties.id;
    return typeof id === 'string' ? id : undefined;
  };
  map.on('mousemove', 'region-fill', (event) => hover(idOf(event), event));
  map.on('mouseleave', 'region-fill', (event) => hover(undefined, event));
  map.on('click', 'region-fill', (event) => {
    const id = idOf(event);
    if (id !== undefined) chooseRegion(store, id);
  });
}

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
