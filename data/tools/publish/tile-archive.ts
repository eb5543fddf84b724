import bbox from '@turf/bbox';
import type { Collection, FlatFeature } from '../../core/features/collection.ts';
import {
  createTileCutter,
  createTilePart,
  DEEPEST_ZOOM,
  type TileAddress,
} from '../../core/formats/vector-tiles.ts';
import { sha256 } from '../authored/content-hash.ts';
import type { KeptWork } from '../files/kept-work.ts';
import { type ArchivedTile, writePmtiles, zip } from './pmtiles.ts';

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
