import { GeoJSONVT } from '@maplibre/geojson-vt';
import { PbfWriter } from 'pbf';
import type { FlatFeature, FlatValue } from '../features/collection.ts';

/** Deepest zoom level: a corner of the boundaries moves by less than a pixel there, and whoever zooms on enlarges it. */
export const DEEPEST_ZOOM = 8;

/** A feature as far as its tiles depend on it. */
type Shape = Pick<FlatFeature, 'id' | 'geometry'>;

/** Points that are made ready in one stretch. */
const POINTS_AT_ONCE = 100;

/** Some features, made ready to be cut. */
type TilePart = GeoJSONVT;

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

/** A feature as it lies in a tile, in units of the tile. */
export interface TileFeature {
  /** 1 points, 2 lines, 3 areas. */
  readonly type: number;
  readonly rings: readonly (readonly TilePoint[])[];
  readonly properties: Readonly<Record<string, FlatValue>>;
}

export type TilePoint = readonly [x: number, y: number];

/** Units of a tile along each side. */
const EXTENT = 4_096;
const VERSION = 2;

// Numbers of the fields, Mapbox Vector Tile 2.1, section 4.
const TILE_LAYER = 3;
const LAYER = { version: 15, name: 1, features: 2, keys: 3, values: 4, extent: 5 } as const;
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const;
const VALUE = { text: 1, double: 3, unsigned: 5, signed: 6 } as const;
const COMMAND = { moveTo: 1, lineTo: 2, closePath: 7 } as const;

/** Features that are written in one stretch. */
const FEATURES_AT_ONCE = 50;

/**
 * Writes a tile of one layer (Mapbox Vector Tile 2.1), some features in each step. Values that are absent have no place in it.
 *
 * Decision: `@maplibre/vt-pbf`, whose bytes these are, writes a tile in one stretch: thousands of places with all their
 * properties hold everybody for as long.
 */
export function* writeTileLayer(
  name: string,
  features: Iterable<TileFeature>,
): Generator<undefined, Uint8Array> {
  const layer = new PbfWriter();
  const keys = new Map<string, number>();
  const values = new Map<string | number, number>();
  layer.writeVarintField(LAYER.version, VERSION);
  layer.writeStringField(LAYER.name, name);
  layer.writeVarintField(LAYER.extent, EXTENT);
  let count = 0;
  for (const { properties, type, rings } of features) {
    const writeFeature = (_: undefined, feature: PbfWriter) => {
      feature.writeMessage(FEATURE.tags, writeTags, properties);
      feature.writeVarintField(FEATURE.type, type);
      feature.writeMessage(FEATURE.geometry, writeGeometry, { type, rings });
    };
    layer.writeMessage(LAYER.features, writeFeature, undefined);
    count += 1;
    if (count % FEATURES_AT_ONCE === 0) yield;
  }
  for (const key of keys.keys()) layer.writeStringField(LAYER.keys, key);
  let written = 0;
  for (const value of values.keys()) {
    layer.writeMessage(LAYER.values, writeValue, value);
    written += 1;
    if (written % (FEATURES_AT_ONCE * 10) === 0) yield;
  }
  const tile = new PbfWriter();
  tile.writeBytesField(TILE_LAYER, layer.finish());
  return tile.finish();

  function writeTags(tags: TileFeature['properties'], to: PbfWriter): void {
    for (const key in tags) {
      const value = tags[key];
      if (value === null || value === undefined) continue;
      to.writeVarint(numberOf(keys, key));
      to.writeVarint(numberOf(values, value));
    }
  }
}

/** The place of something in a list that is written once, at whose end it is put where it is new. */
function numberOf<T>(known: Map<T, number>, entry: T): number {
  const number = known.get(entry) ?? known.size;
  if (number === known.size) known.set(entry, number);
  return number;
}

function writeValue(value: string | number, to: PbfWriter): void {
  if (typeof value === 'string') to.writeStringField(VALUE.text, value);
  else if (!Number.isInteger(value)) to.writeDoubleField(VALUE.double, value);
  else if (value < 0) to.writeSVarintField(VALUE.signed, value);
  else to.writeVarintField(VALUE.unsigned, value);
}

/** Commands with steps from corner to corner; the last corner of an area is its first, and is not written. */
function writeGeometry({ type, rings }: Pick<TileFeature, 'type' | 'rings'>, to: PbfWriter): void {
  let [x, y] = [0, 0];
  const step = (point: TilePoint | undefined) => {
    const [nextX, nextY] = point ?? [x, y];
    to.writeVarint(zigzag(nextX - x));
    to.writeVarint(zigzag(nextY - y));
    [x, y] = [nextX, nextY];
  };
  for (const ring of rings) {
    const corners = type === 3 && isClosed(ring) ? ring.slice(0, -1) : ring;
    to.writeVarint(command(COMMAND.moveTo, type === 1 ? ring.length : 1));
    corners.forEach((corner, at) => {
      if (at === 1 && type !== 1) to.writeVarint(command(COMMAND.lineTo, corners.length - 1));
      step(corner);
    });
    if (type === 3) to.writeVarint(command(COMMAND.closePath, 1));
  }
}

function isClosed(ring: readonly TilePoint[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function command(id: number, count: number): number {
  return (count << 3) + (id & 7);
}

function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}
