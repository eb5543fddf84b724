import type { FeatureCollection } from 'geojson';
import type { MapLayerMouseEvent, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { PageData, PageRegion } from '../../../components/context/page-data.ts';
import { afterNextFrame } from '../../common/scheduling.ts';
import { chooseRegion, type MapState, type MapStore } from '../map-state.ts';
import { type Padding, showCountry, showRegion } from './camera.ts';
import { addLaterLayers, createMapStyle, HOVER_LAYER, projectionOf } from './map-style.ts';
import { paintLayer, paintMarks, paintStyle, repaint } from './painting.ts';
import {
  clearPoint,
  fillSource,
  labelPoints,
  loadDetailWhenNear,
  loadGeometry,
  markPoint,
  signPoints,
  withIds,
} from './sources.ts';
import { eventOrError, startMapLibre, startWorker, takeGraphics } from './start-maplibre.ts';
import { drawTextures, paintTextures, readThemeColours, watchTheme } from './theme.ts';

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

/**
 * Draws the map into its container; resolves once the first picture stands. Rejects when it cannot be drawn, and then
 * leaves nothing behind that would go on following the page.
 */
export async function createRegionMap(options: RegionMapOptions): Promise<RegionMap> {
  const { data, store } = options;
  const root = document.documentElement;
  const workerFailed = startWorker();
  const unlessItFails = <T>(step: Promise<T>): Promise<T> => Promise.race([step, workerFailed]);
  const loading = loadRegions(data.datasetHash);
  // Waited for below, unless there is no map to wait for it.
  loading.catch(() => undefined);
  // What waits for the graphics has a task of its own each, between which the page answers.
  options.container.append(takeGraphics());
  await unlessItFails(nextTask());
  // Without a style at first: the outlines may still be loading.
  const map = startMapLibre(options);
  const undo = [() => map.remove()];
  try {
    const [regions, textures] = await unlessItFails(
      Promise.all([loading, nextTask().then(drawTextures)]),
    );
    map.setStyle(styleOf(options, regions));
    await unlessItFails(eventOrError(map, 'style.load'));
    paintTextures(map, textures);
    paintMarks(map, store.get());
    // Finding the camera takes as long as taking the style: between the two the page answers.
    await unlessItFails(nextTask());
    moveToStart(map, options);
    followPointer(map, options);
    undo.push(watchTheme(root, () => repaint(map, data, store.get())));
    undo.push(store.watch((state, former) => followState(map, options, state, former)));
    await unlessItFails(eventOrError(map, 'idle'));
  } catch (error) {
    for (const each of undo.reverse()) each();
    throw error;
  }
  // The regions are on the screen before what comes with them: each layer more is a frame more for the graphics.
  const rest = afterNextFrame().then(() => addTheRest(map, data));
  return {
    canvas: map.getCanvas(),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps }),
    showCountry: () => flyToCountry(map, options),
    markPoint: (point) => void rest.then(() => markPoint(map, point)),
  };
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function loadRegions(datasetHash: string): Promise<FeatureCollection> {
  const { regions } = await loadGeometry(datasetHash, 'regions.overview.topojson');
  if (regions === undefined) throw new Error('expected the object regions in the outlines');
  return withIds(regions);
}

function styleOf(
  { data, store }: RegionMapOptions,
  regions: FeatureCollection,
): StyleSpecification {
  const colours = readThemeColours(document.documentElement);
  const state = store.get();
  return paintStyle(createMapStyle(colours, regions, projectionOf(state)), data, state);
}

/** The camera at first: over the chosen region, else over the whole country. */
function moveToStart(map: MapLibreMap, options: RegionMapOptions): void {
  const state = options.store.get();
  const region = regionById(options.data, state.regionId);
  showCountry(map, options.data.regions, options.padding(), state.view === 'flat');
  if (region !== undefined) showRegion(map, region, options.padding());
}

/** Flies to where the whole country just fits. */
function flyToCountry(map: MapLibreMap, options: RegionMapOptions): void {
  const from = { center: map.getCenter(), zoom: map.getZoom() };
  const flat = options.store.get().view === 'flat';
  const to = showCountry(map, options.data.regions, options.padding(), flat);
  map.jumpTo(from);
  map.easeTo({ ...to, duration: 700 });
}

function regionById(data: PageData, id: string | undefined): PageRegion | undefined {
  return data.regions.find((region) => region.id === id);
}

/** Paints and moves the map after a change of what is chosen. */
function followState(
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

/** Lightens the region under the pointer and chooses it on a click or tap. */
function followPointer(map: MapLibreMap, { store, onHover }: RegionMapOptions): void {
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

/** Names, signs, cities and the land around the country. */
function addTheRest(map: MapLibreMap, data: PageData): void {
  addLaterLayers(map, readThemeColours(document.documentElement));
  loadDetailWhenNear(map, data);
  fillSource(map, 'signs', signPoints(data));
  fillSource(map, 'region-labels', labelPoints(data));
  void drawBackdrop(map, data.datasetHash);
}

/** The land around the country, once the country stands; without it the map says all that it says with it. */
async function drawBackdrop(map: MapLibreMap, datasetHash: string): Promise<void> {
  try {
    const { land, borders } = await loadGeometry(datasetHash, 'backdrop.topojson');
    if (land !== undefined) fillSource(map, 'land', land);
    if (borders !== undefined) fillSource(map, 'foreign-borders', borders);
  } catch (error) {
    console.warn('The map stays without the land around the country:', error);
  }
}
