import * as z from 'zod';
import type { RegionId } from '../../../core/schema/ids.ts';
import type { Region } from '../../../core/schema/region.ts';
import type { BoundaryFeature } from './read-boundary-files.ts';

/** What of a region a boundary file may name it by. */
export type KnownRegion = Pick<Region, 'id' | 'osmRelation' | 'wikidata'>;

/** The outlines of the regions, and what else the files hold. */
export interface IdentifiedRegions {
  /** Polygons of each region; several features of one region are put together. */
  polygons: Map<RegionId, number[][][][]>;
  /** Features that are no region of the map, as their files name them. */
  leftOut: string[];
  problems: string[];
}

/** Properties that hold an ISO code or an id, in the order in which they are believed. */
const ISO_PROPERTIES = [
  'ISO3166-2',
  'iso3166-2',
  'ISO3166_2',
  'iso_3166_2',
  'iso3166_2',
  'ISO_3166_2',
  'iso2',
  'iso',
  'shapeISO',
  'ref',
  'id',
  'code',
];
const OSM_PROPERTIES = ['osm_id', 'osmId', '@id', 'relation'];
const WIKIDATA_PROPERTIES = ['wikidata', 'wikidata_id', 'wikidataid'];

const Position = z.array(z.number()).min(2);
const Polygon = z.array(z.array(Position).min(4)).min(1);
const Outline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1) }),
]);

/** Degrees of longitude from one position to the next beyond which an outline must have jumped over the antimeridian. */
const LONGEST_STEP = 180;

/**
 * Finds the region of each feature by its ISO code (also `RU.TA`, `ru-ta`, `TA`), id, file name, OpenStreetMap relation or
 * Wikidata id. What names no region of the map is left out and told.
 */
export function identifyRegions(
  features: readonly BoundaryFeature[],
  regions: readonly KnownRegion[],
): IdentifiedRegions {
  const byCode = new Map<string, RegionId>();
  for (const { id, osmRelation, wikidata } of regions) {
    for (const name of [id, id.slice(3), `relation/${osmRelation}`, `r${osmRelation}`, wikidata]) {
      byCode.set(name.toLowerCase(), id);
    }
    byCode.set(`osm:${osmRelation}`, id);
  }
  const polygons = new Map<RegionId, number[][][][]>();
  const leftOut: string[] = [];
  const problems: string[] = [];
  for (const feature of features) {
    const id = codesOf(feature)
      .map((code) =>
        byCode.get(
          code
            .trim()
            .toLowerCase()
            .replace(/^ru[._]/, 'ru-'),
        ),
      )
      .find((found) => found !== undefined);
    if (id === undefined) {
      leftOut.push(nameOf(feature));
      continue;
    }
    const outline = Outline.safeParse(feature.geometry);
    if (!outline.success) {
      problems.push(`${id}: ${nameOf(feature)} is no Polygon or MultiPolygon`);
      continue;
    }
    const { type, coordinates } = outline.data;
    const parts = type === 'Polygon' ? [coordinates] : coordinates;
    const wrong = findMisplaced(parts);
    if (wrong !== undefined) problems.push(`${id}: ${wrong}`);
    polygons.set(id, [...(polygons.get(id) ?? []), ...parts]);
  }
  for (const { id } of regions) if (!polygons.has(id)) problems.push(`${id}: has no outline`);
  return { polygons, leftOut, problems };
}

function codesOf({ id, properties, file }: BoundaryFeature): string[] {
  const text = (value: unknown): string[] =>
    typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  return [
    ...ISO_PROPERTIES.flatMap((name) => text(properties[name])),
    ...text(id),
    ...OSM_PROPERTIES.flatMap((name) => text(properties[name])).map((value) =>
      /^-?\d+$/.test(value) ? `osm:${value.replace('-', '')}` : value,
    ),
    ...WIKIDATA_PROPERTIES.flatMap((name) => text(properties[name])),
    file,
  ];
}

/** How a feature is called for people. */
function nameOf({ id, properties, file, at }: BoundaryFeature): string {
  const name = [...ISO_PROPERTIES, 'name:en', 'name', 'name:ru']
    .map((key) => properties[key])
    .find((value) => typeof value === 'string' && value !== '');
  return `${String(name ?? id ?? 'a nameless feature')} (${file}, feature ${at})`;
}

/** The first position that cannot be one in degrees, or that is on the other side of the globe. */
function findMisplaced(parts: number[][][][]): string | undefined {
  for (const ring of parts.flat()) {
    for (const [index, [lon = 0, lat = 0]] of ring.entries()) {
      const at = `${lon}, ${lat}`;
      if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
        return `the position ${at} is not in degrees: save the file in WGS 84 (EPSG:4326), split at 180 degrees`;
      }
      const before = ring[index - 1]?.[0] ?? lon;
      if (Math.abs(lon - before) > LONGEST_STEP) {
        return `the outline jumps over the antimeridian at ${at}: split it there`;
      }
    }
  }
  return undefined;
}
