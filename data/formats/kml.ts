import { toKML } from '@placemarkio/tokml';
import type { Collection } from '../features/collection.ts';

/** KML 2.2 for Google Earth and its like; each placemark carries its English name and all columns as extended data. */
export function writeKml({ features }: Collection): Uint8Array {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map((feature) => ({
      ...feature,
      properties: {
        name: feature.properties.name_en ?? feature.properties.region_name_en ?? feature.id,
        ...feature.properties,
      },
    })),
  };
  return Buffer.from(toKML(collection));
}
