import { PbfWriter } from 'pbf';
import type { FlatValue } from '../features/collection.ts';

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
