import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { FlatFeature, FlatValue } from '../features/collection.ts';

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
  return {
    cut({ z, x, y }, featureOf) {
      const tiles = parts.flatMap((part) => part.getTile(z, x, y) ?? []);
      const [first] = tiles;
      const features = tiles.flatMap((tile) => tile.features);
      if (first === undefined || features.length === 0) return new Uint8Array();
      const tile = { ...first, features };
      return fromGeojsonVt(
        { [layer]: withProperties(tile, featureOf) },
        { version: 2, extent: 4096 },
      );
    },
  };
}

/** A feature of a tile; the package's own types do not reach it under Node's resolution. */
interface CutFeature {
  readonly tags: Readonly<Record<string, unknown>> | null;
}

/** The tile with the properties of its features; absent values have no place in a tile. */
function withProperties(
  tile: GeoJSONVTTile,
  featureOf: (id: string) => FlatFeature | undefined,
): GeoJSONVTTile {
  const features = tile.features.flatMap((feature: CutFeature) => {
    const id = String(feature.tags?.id);
    const found = featureOf(id);
    return found === undefined ? [] : [{ ...feature, tags: { id, ...present(found.properties) } }];
  });
  return { ...tile, features };
}

function present(properties: Readonly<Record<string, FlatValue>>) {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}
