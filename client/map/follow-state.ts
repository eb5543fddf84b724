import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapState } from '../state/map-state.ts';
import type { PageData, PageRegion } from '../state/page-data.ts';
import { showCountry, showRegion } from './camera.ts';
import { projectionOf } from './map-style.ts';
import { clearPoint } from './marked-point.ts';
import { paintLayer, paintMarks } from './painting.ts';
import type { RegionMapOptions } from './region-map.ts';

function regionById(data: PageData, id: string | undefined): PageRegion | undefined {
  return data.regions.find((region) => region.id === id);
}

/** The camera at first: over the chosen region, else over the whole country. */
export function moveToStart(map: MapLibreMap, options: RegionMapOptions): void {
  const state = options.store.get();
  const region = regionById(options.data, state.regionId);
  showCountry(map, options.data.regions, options.padding(), state.view === 'flat');
  if (region !== undefined) showRegion(map, region, options.padding());
}

/** Flies to where the whole country just fits. */
export function flyToCountry(map: MapLibreMap, options: RegionMapOptions): void {
  const from = { center: map.getCenter(), zoom: map.getZoom() };
  const flat = options.store.get().view === 'flat';
  const to = showCountry(map, options.data.regions, options.padding(), flat);
  map.jumpTo(from);
  map.easeTo({ ...to, duration: 700 });
}

/** Paints and moves the map after a change of what is chosen. */
export function followState(
  map: MapLibreMap,
  options: RegionMapOptions,
  state: MapState,
  former: MapState,
): void {
  if (state.layer !== former.layer || state.operatorId !== former.operatorId) {
    paintLayer(map, options.data, state);
  }
  if (state.regionId !== former.regionId || state.focusId !== former.focusId) {
    paintMarks(map, state);
  }
  if (state.view !== former.view) {
    map.setProjection({ type: projectionOf(state) });
    if (state.regionId === undefined) flyToCountry(map, options);
  }
  if (state.regionId !== former.regionId) {
    clearPoint(map);
    const region = regionById(options.data, state.regionId);
    if (region !== undefined) showRegion(map, region, options.padding());
    else map.easeTo({ padding: options.padding(), duration: 250 });
  } else if (state.regionsOpen !== former.regionsOpen || state.card !== former.card) {
    map.easeTo({ padding: options.padding(), duration: 250 });
  }
}
