import type { Collection } from '../../core/features/collection.ts';
import { createTileCutter, createTilePart, DEEPEST_ZOOM } from '../../core/formats/vector-tiles.ts';
import { type ArchivedTile, writePmtiles } from './pmtiles.ts';

const FIELD_TYPES = {
  string: 'String',
  date: 'String',
  integer: 'Number',
  number: 'Number',
} as const;

/**
 * All tiles of a collection that hold anything, in one archive: the same tiles that the API cuts on demand.
 *
 * @param attribution who must be named, which a map shows in its corner
 */
export function writeTileArchive(collection: Collection, attribution: string): Uint8Array {
  const { id, title, description, columns, features } = collection;
  const byId = new Map(features.map((feature) => [feature.id, feature]));
  const cutter = createTileCutter(collection.id, [createTilePart(collection.features)]);
  const tiles: ArchivedTile[] = [];
  for (let z = 0; z <= DEEPEST_ZOOM; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const bytes = cutter.cut({ z, x, y }, (featureId) => byId.get(featureId));
        if (bytes.length > 0) tiles.push({ z, x, y, bytes });
      }
    }
  }
  const fields = Object.fromEntries(columns.map(({ name, type }) => [name, FIELD_TYPES[type]]));
  return writePmtiles(tiles, {
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
