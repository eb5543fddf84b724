import type { Geometry } from 'geojson';
import type { FlatFeature } from '../../data/features/collection.ts';

const geometries = new WeakMap<Geometry, string>();

/** A feature as JSON text. Geometries are written once: they make up 99 % of the bytes and never change. */
export function featureJson(feature: FlatFeature, links?: readonly unknown[]): string {
  const rest = links === undefined ? '' : `,"links":${JSON.stringify(links)}`;
  return `{"type":"Feature","id":${JSON.stringify(feature.id)},"geometry":${geometryJson(feature.geometry)},"properties":${JSON.stringify(feature.properties)}${rest}}`;
}

function geometryJson(geometry: Geometry): string {
  const known = geometries.get(geometry);
  if (known !== undefined) return known;
  const json = JSON.stringify(geometry);
  geometries.set(geometry, json);
  return json;
}
