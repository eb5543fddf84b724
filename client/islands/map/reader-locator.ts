import type { Feature, FeatureCollection, Position } from 'geojson';
import { createRegionLocator } from '../../../data/core/geo/region-locator.ts';
import { type Location, OtherLand } from '../../../data/core/schema/place.ts';
import type { RegionBoundaries } from '../../../data/core/schema/region.ts';
import { loadDataFile } from '../common/loading.ts';
import { checkWithoutCompiling } from '../common/schema-checks.ts';
import { loadGeometry } from './canvas/geometry-sources.ts';

/**
 * The map's frame runs from 0 to 360 so that the country is one piece; the locator wants -180 to 180. Turning the globe
 * by this much brings the whole country (19 to 191 degrees) inside without a cut; distances do not change by it.
 */
const TURN = 105;

const turned = (lon: number): number => (lon < 0 ? lon + 360 : lon) - TURN;

function turnPositions(polygons: Position[][][]): Position[][][] {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [turned(lon), lat])),
  );
}

function turnRegion({ id, geometry }: Feature): RegionBoundaries['features'] {
  if (typeof id !== 'string') return [];
  const polygons =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [];
  const coordinates = turnPositions(polygons);
  return [
    { type: 'Feature', id, properties: { id }, geometry: { type: 'MultiPolygon', coordinates } },
  ];
}

function turnRegions(collection: FeatureCollection): RegionBoundaries {
  return { type: 'FeatureCollection', features: collection.features.flatMap(turnRegion) };
}

function loadOtherLand(datasetHash: string): Promise<OtherLand> {
  return loadDataFile(datasetHash, 'other-land.geojson', (content) => {
    const { coordinates } = OtherLand.parse(content);
    return { type: 'MultiPolygon', coordinates: turnPositions(coordinates) };
  });
}

/** Answers where a point lies, by the map's full outlines, without asking any server. */
export async function createReaderLocator(
  datasetHash: string,
): Promise<(lon: number, lat: number) => Location> {
  checkWithoutCompiling();
  const [{ regions }, otherLand] = await Promise.all([
    loadGeometry(datasetHash, 'regions.detail.topojson'),
    loadOtherLand(datasetHash),
  ]);
  if (regions === undefined) throw new Error('expected the object regions in the outlines');
  const locator = createRegionLocator(turnRegions(regions), otherLand);
  return (lon, lat) => {
    const x = turned(lon);
    // The far side of the globe: nothing of the country is within reach there.
    if (x > 180) return { certainty: 'outside', candidates: [] };
    return locator.locate(x, lat);
  };
}
