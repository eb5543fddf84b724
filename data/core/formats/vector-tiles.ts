import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Collection, FlatFeature, FlatValue } from '../features/collection.ts';

/** Deepest zoom level: a corner of the boundaries moves by less than a pixel there, and whoever zooms on enlarges it. */
export const DEEPEST_ZOOM = 8;

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

/** Cuts the features of a collection; only their geometries and ids are kept. */
export function createTileCutter({
  id: layer,
  features,
}: Pick<Collection, 'id' | 'features'>): TileCutter {
  const index = new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: features.map(({ id, geometry }) => ({
        type: 'Feature',
        geometry,
        properties: { id },
      })),
    },
    { maxZoom: DEEPEST_ZOOM, indexMaxZoom: 4 },
  );
  return {
    cut({ z, x, y }, featureOf) {
      const tile = index.getTile(z, x, y);
      if (tile === null || tile.features.length === 0) return new Uint8Array();
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
