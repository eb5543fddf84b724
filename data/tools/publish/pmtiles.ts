import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

/** A tile of an archive, gzipped by `zip`. */
export interface ArchivedTile {
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
export function writePmtiles(
  tiles: readonly ArchivedTile[],
  about: ArchiveDescription,
): Uint8Array {
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
export function zip(bytes: Uint8Array): Uint8Array {
  const zipped = gzipSync(bytes, { level: 9 });
  zipped.writeUInt8(255, 9);
  return zipped;
}
