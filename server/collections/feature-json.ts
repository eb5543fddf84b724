import type { Link } from '../links.ts';
import type { Item } from './live-collection.ts';

/** A feature as JSON text, with its links where they are given. */
export function featureJson({ feature, geometryJson }: Item, links?: readonly Link[]): string {
  const rest = links === undefined ? '' : `,"links":${JSON.stringify(links)}`;
  return `{"type":"Feature","id":${JSON.stringify(feature.id)},"geometry":${geometryJson},"properties":${JSON.stringify(feature.properties)}${rest}}`;
}
