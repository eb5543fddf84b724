import type { FeatureCollection } from 'geojson';
import type {
  FilterSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from 'maplibre-gl';
import { TEXTURE_NAMES } from '../../../colours/colour-classes.ts';
import type { MapState } from '../map-state.ts';
import type { ThemeColours } from './theme.ts';

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** CSS font families: without a `glyphs` address the letters are drawn from the reader's own fonts. */
const FONT = ['sans-serif'];
/** MapLibre reads the weight out of the first name; a family that is not there falls through to the next. */
const FONT_STRONG = ['Segoe UI Semibold', 'sans-serif'];

/** From here on the first picture looks angular and the full outlines are fetched (7 % of vertices, about 1 px). */
export const DETAIL_ZOOM = 3.8;
/** From here on cities have room for their names. */
const CITY_ZOOM = 4.6;

/** Filter that keeps some regions. */
export function onlyRegions(ids: readonly string[]): FilterSpecification {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}

function regionLayers(colours: ThemeColours): LayerSpecification[] {
  return [
    {
      id: 'region-fill',
      type: 'fill',
      source: 'regions',
      paint: { 'fill-color': colours.classes.none, 'fill-antialias': false },
    },
    ...TEXTURE_NAMES.map(
      (name): LayerSpecification => ({
        id: `region-texture-${name}`,
        type: 'fill',
        source: 'regions',
        filter: onlyRegions([]),
        paint: { 'fill-pattern': name, 'fill-antialias': false },
      }),
    ),
    {
      id: 'region-border',
      type: 'line',
      source: 'regions',
      paint: {
        'line-color': colours.water,
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.75, 8, 1.5],
      },
    },
    {
      id: 'region-focus',
      type: 'line',
      source: 'regions',
      filter: onlyRegions([]),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.ink, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'region-selected-halo',
      type: 'line',
      source: 'regions',
      filter: onlyRegions([]),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.halo,
        'line-width': 8,
        'line-blur': 3,
        'line-opacity': 0.9,
      },
    },
    {
      id: 'region-selected',
      type: 'line',
      source: 'regions',
      filter: onlyRegions([]),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.ink, 'line-width': 2.5 },
    },
  ];
}

/** Lightens the region under the pointer; a layer more to draw, so that it comes with the first pointer. */
export const HOVER_LAYER: LayerSpecification = {
  id: 'region-hover',
  type: 'fill',
  source: 'regions',
  paint: {
    'fill-antialias': false,
    'fill-color': '#ffffff',
    'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.22, 0],
  },
};

function labelLayers(colours: ThemeColours): LayerSpecification[] {
  const halo = {
    'text-halo-color': colours.halo,
    'text-halo-width': 1.75,
    'text-halo-blur': 0.5,
  };
  return [
    {
      id: 'signs',
      type: 'circle',
      source: 'signs',
      paint: {
        'circle-radius': 4,
        'circle-color': colours.halo,
        'circle-stroke-width': 2,
        'circle-stroke-color': colours.ink,
      },
    },
    {
      id: 'city-dot',
      type: 'circle',
      source: 'cities',
      minzoom: CITY_ZOOM,
      filter: ['>=', ['get', 'population'], 100_000],
      paint: {
        'circle-radius': 2.6,
        'circle-color': colours.ink,
        'circle-stroke-width': 1.2,
        'circle-stroke-color': colours.halo,
      },
    },
    {
      id: 'marked-point',
      type: 'circle',
      source: 'marked-point',
      paint: {
        'circle-radius': 7,
        'circle-color': colours.halo,
        'circle-stroke-width': 3,
        'circle-stroke-color': colours.ink,
      },
    },
    {
      id: 'city-label',
      type: 'symbol',
      source: 'cities',
      minzoom: CITY_ZOOM,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['get', 'population'], 20_000, 12, 1_000_000, 14],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.55,
        'text-justify': 'auto',
        'text-padding': 3,
        'symbol-sort-key': ['-', 0, ['get', 'population']],
      },
      paint: { 'text-color': colours.ink, ...halo },
    },
    // Last, so that a region's name wins over those of its cities.
    {
      id: 'region-label',
      type: 'symbol',
      source: 'region-labels',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT_STRONG,
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, 12, 6, 16],
        // Above the sign of a region, if it has one, however many lines the name takes.
        'text-anchor': 'bottom',
        'text-offset': [0, -0.5],
        'text-max-width': 7,
        'text-line-height': 1.1,
        'text-padding': 4,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': colours.ink, ...halo },
    },
  ];
}

/** Name of the projection that draws a view. */
export function projectionOf(state: MapState): 'globe' | 'mercator' {
  return state.view === 'flat' ? 'mercator' : 'globe';
}

/** Sources that are added once the regions stand, each for the layers of the same name or kind. */
const LATER_SOURCES = [
  'land',
  'foreign-borders',
  // Letters are drawn one by one, which takes as long as all the rest.
  'region-labels',
  'cities',
  'marked-point',
  'signs',
] as const;

function isLater(layer: LayerSpecification): boolean {
  return 'source' in layer && LATER_SOURCES.some((name) => name === layer.source);
}

/**
 * The style in the colours of a theme with the regions alone, the same picture as the one that it takes the place of:
 * every further source, even an empty one, is drawn into the stencil tile by tile.
 */
export function createMapStyle(
  colours: ThemeColours,
  regions: FeatureCollection,
  projection: 'globe' | 'mercator',
): StyleSpecification {
  return {
    version: 8,
    projection: { type: projection },
    transition: { duration: 200, delay: 0 },
    sources: { regions: { type: 'geojson', data: regions, promoteId: 'id', tolerance: 0.3 } },
    layers: styleLayers(colours).filter((layer) => !isLater(layer)),
  };
}

/** Adds the other sources, still empty, and their layers, each in its place. */
export function addLaterLayers(map: MapLibreMap, colours: ThemeColours): void {
  for (const name of LATER_SOURCES) map.addSource(name, { type: 'geojson', data: EMPTY });
  let above: string | undefined;
  for (const layer of styleLayers(colours).reverse()) {
    if (isLater(layer)) map.addLayer(layer, above);
    above = layer.id;
  }
}

/** All layers but the one of the pointer, from the ground up. */
export function styleLayers(colours: ThemeColours): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
    {
      id: 'land',
      type: 'fill',
      source: 'land',
      paint: { 'fill-color': colours.land, 'fill-antialias': false },
    },
    {
      id: 'coast',
      type: 'line',
      source: 'land',
      paint: { 'line-color': colours.coast, 'line-width': 1 },
    },
    {
      id: 'foreign-borders',
      type: 'line',
      source: 'foreign-borders',
      paint: { 'line-color': colours.coast, 'line-width': 0.75, 'line-dasharray': [3, 2] },
    },
    ...regionLayers(colours),
    ...labelLayers(colours),
  ];
}
