import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import bbox from '@turf/bbox';
import { zxyToTileId } from 'pmtiles';
import type { Collection, FlatFeature } from '../../core/features/collection.ts';
import {
  createTileCutter,
  createTilePart,
  DEEPEST_ZOOM,
  type TileAddress,
} from '../../core/formats/vector-tiles.ts';
import { sha256 } from '../authored/content-hash.ts';
import type { KeptWork } from '../files/kept-work.ts';

const FIELD_TYPES = {
  string: 'String',
  date: 'String',
  integer: 'Number',
  number: 'Number',
} as const;

/**
 * All tiles of a collection that hold anything, in one archive: the same tiles that the API cuts on demand. The attribution
 * says who must be named, which a map shows in its corner.
 */
export async function writeTileArchive(
  { id, title, description, columns, features }: Collection,
  { attribution, kept }: { readonly attribution: string; readonly kept: KeptWork },
): Promise<Uint8Array> {
  const digests = new Map(features.map((feature) => [feature, sha256(JSON.stringify(feature))]));
  const digestOf = (feature: FlatFeature) => digests.get(feature) ?? '';
  const blocks = tileBlocks(features).map(async (block) => {
    const inputs = ['tiles', id, block.name, ...block.features.map(digestOf)];
    return tilesOf(await kept.reuse(inputs, () => block.cut(id)));
  });
  const fields = Object.fromEntries(columns.map(({ name, type }) => [name, FIELD_TYPES[type]]));
  return writePmtiles((await Promise.all(blocks)).flat(), {
    bounds: [-180, 41, 180, 82],
    metadata: {
      name: title,
      description,
      attribution,
      vector_layers: [
        {
          id,
          description: title,
          minzoom: 0,
          maxzoom: DEEPEST_ZOOM,
          fields: { id: 'String', ...fields },
        },
      ],
    },
  });
}

/** Each tile of this level is a block together with all tiles below it; the levels above are one block. */
const BLOCK_ZOOM = 4;
/** A tile shows what lies within a 64th of its side around it; twice as much is surely enough. */
const MARGIN = 1 / 32;

/**
 * Some tiles of a pyramid that are cut together. Their bytes depend on the layer's name, on the block's own and on these features
 * alone: a block none of whose features changed need not be cut again.
 */
interface TileBlock {
  readonly name: string;
  /** Features whose boxes reach into the block, in their order. */
  readonly features: readonly FlatFeature[];
  /** Cuts those tiles that hold anything, and writes them one behind the other: `tilesOf` reads them. */
  cut(layer: string): Uint8Array;
}

/** All blocks that any of the features reaches into. */
function tileBlocks(features: readonly FlatFeature[]): TileBlock[] {
  const boxed = features.map((feature) => ({ feature, box: boxInWorld(feature) }));
  const side = 2 ** BLOCK_ZOOM;
  const below = Array.from({ length: side * side }, (_, index) => {
    const top = { z: BLOCK_ZOOM, x: index % side, y: Math.floor(index / side) };
    const inside = boxed.filter(({ box }) => reaches(box, top)).map(({ feature }) => feature);
    return blockOf(inside, top, DEEPEST_ZOOM);
  });
  const above = blockOf(features, { z: 0, x: 0, y: 0 }, BLOCK_ZOOM - 1);
  return [above, ...below].filter((block) => block.features.length > 0);
}

function blockOf(features: readonly FlatFeature[], top: TileAddress, deepest: number): TileBlock {
  return {
    name: `${top.z}/${top.x}/${top.y}`,
    features,
    cut(layer) {
      const byId = new Map(features.map((feature) => [feature.id, feature]));
      const cutter = createTileCutter(layer, [createTilePart(features)]);
      const written: Uint8Array[] = [];
      for (const tile of addressesBelow(top, deepest)) {
        const bytes = cutter.cut(tile, (id) => byId.get(id));
        if (bytes.length > 0) written.push(...writeTile({ ...tile, bytes: zip(bytes) }));
      }
      return Buffer.concat(written);
    },
  };
}

/** The tile itself and all below it. */
function* addressesBelow(top: TileAddress, deepest: number): Generator<TileAddress> {
  for (let z = top.z; z <= deepest; z++) {
    const side = 2 ** (z - top.z);
    for (let x = top.x * side; x < (top.x + 1) * side; x++) {
      for (let y = top.y * side; y < (top.y + 1) * side; y++) yield { z, x, y };
    }
  }
}

/** Level, column, row and length stand before the bytes of a tile, four bytes each. */
const HEAD_BYTES = 16;

function writeTile({ z, x, y, bytes }: ArchivedTile): Uint8Array[] {
  const head = Buffer.alloc(HEAD_BYTES);
  for (const [index, value] of [z, x, y, bytes.length].entries()) {
    head.writeUInt32LE(value, index * 4);
  }
  return [head, bytes];
}

/** The tiles that a block has written. */
function tilesOf(written: Uint8Array): ArchivedTile[] {
  const bytes = Buffer.from(written.buffer, written.byteOffset, written.byteLength);
  const tiles: ArchivedTile[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [z, x, y, length] = [0, 4, 8, 12].map((offset) => bytes.readUInt32LE(at + offset));
    const start = at + HEAD_BYTES;
    at = start + (length ?? 0);
    tiles.push({ z: z ?? 0, x: x ?? 0, y: y ?? 0, bytes: bytes.subarray(start, at) });
  }
  return tiles;
}

/** West, north, east and south edge in parts of the world's square, 0 to 1. */
type WorldBox = readonly [left: number, top: number, right: number, bottom: number];

function boxInWorld({ geometry }: FlatFeature): WorldBox {
  const [west, south, east, north] = bbox(geometry);
  return [west / 360 + 0.5, rowOf(north), east / 360 + 0.5, rowOf(south)];
}

/** Web Mercator: the distance from the north edge, of the world's side. */
function rowOf(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Beyond either edge the world begins anew. */
function reaches([left, top, right, bottom]: WorldBox, { z, x, y }: TileAddress): boolean {
  const scale = 2 ** z;
  const meets = (start: number, end: number, at: number) =>
    end * scale >= at - MARGIN && start * scale <= at + 1 + MARGIN;
  return meets(top, bottom, y) && [-1, 0, 1].some((turn) => meets(left + turn, right + turn, x));
}

/** A tile of an archive, gzipped by `zip`. */
interface ArchivedTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

/** What an archive says of itself: box in degrees, and a description of its layers (`vector_layers` among it). */
interface ArchiveDescription {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly metadata: object;
}

const HEADER_LENGTH = 127;
const GZIP = 2;
const MVT = 1;

interface Entry {
  id: number;
  offset: number;
  length: number;
  run: number;
}

/**
 * Writes an archive of gzipped vector tiles (PMTiles version 3): header, root directory, metadata, leaf directories, tiles.
 * The package `pmtiles` reads archives and writes none, nor does mapshaper. Equal tiles are stored once; bytes depend on
 * the tiles alone.
 */
function writePmtiles(tiles: readonly ArchivedTile[], about: ArchiveDescription): Uint8Array {
  const { entries, blobs, contents } = layOut(tiles);
  const { root, leaves } = directories(entries);
  const metadata = zip(Buffer.from(JSON.stringify(about.metadata)));
  const data = Buffer.concat(blobs);
  const zooms = tiles.map(({ z }) => z);
  const header = Buffer.alloc(HEADER_LENGTH);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  let at = HEADER_LENGTH;
  for (const [index, { length }] of [root, metadata, leaves, data].entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    at += length;
  }
  const addressed = entries.reduce((sum, { run }) => sum + run, 0);
  for (const [index, count] of [addressed, entries.length, contents].entries()) {
    header.writeBigUInt64LE(BigInt(count), 72 + index * 8);
  }
  // Clustered, both compressions, type, and the zoom levels.
  header.set([1, GZIP, GZIP, MVT, Math.min(...zooms), Math.max(...zooms)], 96);
  const [west, south, east, north] = about.bounds;
  for (const [index, degrees] of [west, south, east, north].entries()) {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  }
  header.writeUInt8(Math.min(...zooms), 118);
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return Buffer.concat([header, root, metadata, leaves, data]);
}

/** Orders tiles along the Hilbert curve and finds equal ones. */
function layOut(tiles: readonly ArchivedTile[]) {
  const ordered = tiles
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id);
  const entries: Entry[] = [];
  const blobs: Uint8Array[] = [];
  const known = new Map<string, number>();
  let end = 0;
  for (const { id, bytes } of ordered) {
    const key = createHash('sha256').update(bytes).digest('base64');
    const offset = known.get(key) ?? end;
    if (!known.has(key)) {
      known.set(key, end);
      blobs.push(bytes);
      end += bytes.length;
    }
    const last = entries.at(-1);
    if (last?.offset === offset && last.id + last.run === id) last.run++;
    else entries.push({ id, offset, length: bytes.length, run: 1 });
  }
  return { entries, blobs, contents: blobs.length };
}

/** The header and the root directory have to lie within the first 16 KiB (PMTiles 3, 3.2). */
const LARGEST_ROOT = 16_384 - HEADER_LENGTH;
const LEAF_ENTRIES = 4_096;

function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = writeDirectory(entries);
  if (whole.length <= LARGEST_ROOT) return { root: whole, leaves: new Uint8Array() };
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let start = 0; start < entries.length; start += LEAF_ENTRIES) {
    const part = entries.slice(start, start + LEAF_ENTRIES);
    const leaf = writeDirectory(part);
    // A run of 0 says that the entry leads to a leaf.
    pointers.push({ id: part[0]?.id ?? 0, offset, length: leaf.length, run: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: writeDirectory(pointers), leaves: Buffer.concat(leaves) };
}

/** Columns of differences as variable-length numbers, gzipped (PMTiles 3, 4). */
function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  write(entries.length);
  for (const [index, { id }] of entries.entries()) write(id - (entries[index - 1]?.id ?? 0));
  for (const { run } of entries) write(run);
  for (const { length } of entries) write(length);
  for (const [index, { offset }] of entries.entries()) {
    const last = entries[index - 1];
    const follows = last !== undefined && last.offset + last.length === offset;
    write(follows ? 0 : offset + 1);
  }
  return zip(Uint8Array.from(bytes));
}

/** Byte 9 of gzip names the system that wrote it: set to "unknown", so that every machine writes the same bytes. */
function zip(bytes: Uint8Array): Uint8Array {
  const zipped = gzipSync(bytes, { level: 9 });
  zipped.writeUInt8(255, 9);
  return zipped;
}
