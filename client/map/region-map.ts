import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker-dev.mjs?worker&url';
import type { MapState, MapStore } from '../state/map-state.ts';
import type { PageData, PageRegion } from '../state/page-data.ts';
import { type Padding, showCountry, showRegion } from './camera.ts';
import { fillSource, loadDetailWhenNear, withIds } from './geometry-sources.ts';
import { labelPoints } from './label-points.ts';
import { loadGeometry } from './load-geometry.ts';
import { createMapStyle, projectionOf } from './map-style.ts';
import { clearPoint, markPoint } from './marked-point.ts';
import { paintLayer, paintMarks, paintTextures, repaint } from './painting.ts';
import { followPointer } from './pointer.ts';
import { readThemeColours, watchTheme } from './theme-colours.ts';

/** What the map needs from the page around it. */
export interface RegionMapOptions {
  container: HTMLElement;
  data: PageData;
  store: MapStore;
  /** Accessible name of the canvas, with its keys. */
  label: string;
  /** Pixels of the map that lie under panels at the moment. */
  padding(): Padding;
  /** Region under the pointer, or none; `point` in pixels of the container. */
  onHover(regionId: string | undefined, point: { x: number; y: number }): void;
}

/** Commands for the buttons around the map. */
export interface RegionMap {
  canvas: HTMLCanvasElement;
  zoomBy(steps: number): void;
  showCountry(): void;
  /** Marks one point, `[lon, lat]`, until another region is chosen: a settlement that was searched for. */
  markPoint(point: [number, number]): void;
}

/** Draws the map into its container; resolves once the first picture stands, rejects when it cannot be drawn. */
export async function createRegionMap(options: RegionMapOptions): Promise<RegionMap> {
  const { container, data, store, label } = options;
  const root = document.documentElement;
  setWorkerUrl(workerUrl);
  const [{ regions }, { land, borders }] = await Promise.all([
    loadGeometry(data.datasetHash, 'regions.overview.topojson'),
    loadGeometry(data.datasetHash, 'backdrop.topojson'),
  ]);
  if (regions === undefined || land === undefined || borders === undefined) {
    throw new Error('expected the objects regions, land and borders in the geometry files');
  }
  const labels = labelPoints(data);
  const map = new MapLibreMap({
    container,
    style: createMapStyle(readThemeColours(root), labels, projectionOf(store.get())),
    center: [98, 63],
    zoom: 2,
    minZoom: 0.8,
    maxZoom: 9,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    keyboard: false,
    attributionControl: false,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  await map.once('style.load');
  fillSource(map, 'regions', withIds(regions));
  fillSource(map, 'land', land);
  fillSource(map, 'foreign-borders', borders);
  paintTextures(map);
  paintLayer(map, data, store.get());
  paintMarks(map, store.get());
  moveToStart(map, options);
  loadDetailWhenNear(map, data);
  followPointer(map, options);
  watchTheme(root, () => repaint(map, labels, data, store.get()));
  store.watch((state, former) => follow(map, options, state, former));
  await map.once('idle');
  return {
    canvas: map.getCanvas(),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps }),
    showCountry: () => flyToCountry(map, options),
    markPoint: (point) => markPoint(map, point),
  };
}

function regionById(data: PageData, id: string | undefined): PageRegion | undefined {
  return data.regions.find((region) => region.id === id);
}

function moveToStart(map: MapLibreMap, options: RegionMapOptions): void {
  const state = options.store.get();
  const region = regionById(options.data, state.regionId);
  showCountry(map, options.data.regions, options.padding(), state.view === 'flat');
  if (region !== undefined) showRegion(map, region, options.padding());
}

function flyToCountry(map: MapLibreMap, options: RegionMapOptions): void {
  const from = { center: map.getCenter(), zoom: map.getZoom() };
  const flat = options.store.get().view === 'flat';
  const to = showCountry(map, options.data.regions, options.padding(), flat);
  map.jumpTo(from);
  map.easeTo({ ...to, duration: 700 });
}

function follow(
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
