import { geojson } from 'flatgeobuf';
import type { Collection, FlatValue } from '../features/collection.ts';

/** The writer takes a column's type from the first feature, so an absent text is written as an empty one. */
function withoutNulls(properties: Readonly<Record<string, FlatValue>>): Record<string, FlatValue> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']));
}

/** FlatGeobuf in WGS 84 (EPSG:4326). Absent texts are empty texts. */
export function writeFlatGeobuf({ features }: Collection): Uint8Array {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map((feature) => ({
      ...feature,
      properties: withoutNulls(feature.properties),
    })),
  };
  return geojson.serialize(collection, 4326);
}
