import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { FlatFeature } from '../features/collection.ts';
import { type TileFeature, type TilePoint, writeTileLayer } from './tile-layer.ts';

/** Deepest zoom level: a corner of the boundaries moves by less than a pixel there, and whoever zooms on enlarges it. */
export const DEEPEST_ZOOM = 8;

/** A feature as far as its tiles depend on it. */
type Shape = Pick<FlatFeature, 'id' | 'geometry'>;

/** Points that are made ready in one stretch. */
const POINTS_AT_ONCE = 100;

/** Some features, made ready to be cut. */
export type TilePart = GeoJSONVT;

/** Tiles of a collection in the pyramid of the web's maps (WebMercatorQuad), cut out of the boundaries once. */
export interface TileCutter {
  /**
   * One Mapbox Vector Tile 2.1, with a layer named after the collection; no bytes where nothing lies in it. Its id stands
   * among the properties of a feature, since ids of tiles are whole numbers.
   *
   * @param featureOf properties of a feature on the day that is asked for, by id
   */
  cut(tile: TileAddress, featureOf: (id: string) => FlatFeature | undefined): Uint8Array;
  /** The same in steps, the last of which gives the tile. */
  cutting(
    tile: TileAddress,
    featureOf: (id: string) => FlatFeature | undefined,
  ): Generator<undefined, Uint8Array>;
}

/** Zoom level, column from the west and row from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Makes features ready to be cut; only their shapes and ids are kept. Deeper tiles are cut when they are asked for. */
export function createTilePart(shapes: readonly Shape[]): TilePart {
  const features = shapes.map(({ id, geometry }) => ({
    type: 'Feature' as const,
    geometry,
    properties: { id },
  }));
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: DEEPEST_ZOOM, indexMaxZoom: 0 },
  );
}

/** The same part by part, an outline or some points at a time, since all together take long. */
export function* createTileParts(shapes: readonly Shape[]): Iterable<TilePart> {
  let start = 0;
  while (start < shapes.length) {
    const count = shapes[start]?.geometry.type === 'Point' ? POINTS_AT_ONCE : 1;
    yield createTilePart(shapes.slice(start, start + count));
    start += count;
  }
}

/** Cuts tiles with a layer of the given name out of all parts of a collection. */
export function createTileCutter(layer: string, parts: readonly TilePart[]): TileCutter {
  function* cutting(
    { z, x, y }: TileAddress,
    featureOf: (id: string) => FlatFeature | undefined,
  ): Generator<undefined, Uint8Array> {
    const features: TileFeature[] = [];
    for (const part of parts) {
      const cut: readonly CutFeature[] = part.getTile(z, x, y)?.features ?? [];
      for (const feature of cut) {
        const id = String(feature.tags?.id);
        const found = featureOf(id);
        if (found === undefined) continue;
        const rings = feature.type === 1 ? [feature.geometry] : feature.geometry;
        features.push({ type: feature.type, rings, properties: { id, ...found.properties } });
      }
      yield;
    }
    if (features.length === 0) return new Uint8Array();
    return yield* writeTileLayer(layer, features);
  }
  return {
    cutting,
    cut(tile, featureOf) {
      const steps = cutting(tile, featureOf);
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
    },
  };
}

/** A feature of a tile; the package's own types do not reach it under Node's resolution. */
type CutFeature = { readonly tags?: Readonly<Record<string, unknown>> | null } & (
  | { readonly type: 1; readonly geometry: readonly TilePoint[] }
  | { readonly type: 2 | 3; readonly geometry: readonly (readonly TilePoint[])[] }
);
