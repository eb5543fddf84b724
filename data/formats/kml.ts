import { toKML } from '@placemarkio/tokml';
import type { Collection } from '../features/collection.ts';

/** KML 2.2 for Google Earth and its like; each placemark carries its English name and, as extended data, all columns that have a value. */
export function writeKml({ features }: Collection): Uint8Array {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map((feature) => ({
      ...feature,
      properties: {
        name: feature.properties.name_en ?? feature.properties.region_name_en ?? feature.id,
        // The writer would spell an absent value out as the text "null".
        ...Object.fromEntries(
          Object.entries(feature.properties).filter(([, value]) => value !== null),
        ),
      },
    })),
  };
  return Buffer.from(toKML(collection));
}
