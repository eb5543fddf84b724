import type { Collection } from '../features/collection.ts';

/** One GeoJSON FeatureCollection (RFC 7946), one feature a line so that versions can be compared. */
export function writeGeoJson({ features }: Collection): Uint8Array {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return Buffer.from(`{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

/** Newline-delimited GeoJSON: a feature a line, no brackets around them. */
export function writeGeoJsonLines({ features }: Collection): Uint8Array {
  return Buffer.from(features.map((feature) => `${JSON.stringify(feature)}\n`).join(''));
}
