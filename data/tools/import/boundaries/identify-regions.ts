import * as z from 'zod';
import type { RegionId } from '../../../core/schema/ids.ts';
import type { Region } from '../../../core/schema/region.ts';
import { lettersOf, plainName } from '../../../core/search/normalise-name.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import type { BoundaryFeature } from './read-boundary-files.ts';

/** What of a region a boundary file may name it by. */
type KnownRegion = Pick<
  Region,
  'id' | 'osmRelation' | 'wikidata' | 'name' | 'officialName' | 'type' | 'aliases'
>;

/** The outlines of the regions, and what else the files hold. */
interface IdentifiedRegions {
  /** Polygons of each region; several features of one region are put together. */
  polygons: Map<RegionId, number[][][][]>;
  /** Features that are no region of the map, as their files name them. */
  leftOut: string[];
  problems: string[];
}

/** Properties that hold an ISO code or an id, in small letters and in the order in which they are believed; HASC's codes are others. */
const ISO_PROPERTIES = [
  'iso3166-2',
  'iso3166_2',
  'iso_3166_2',
  'iso-3166-2',
  'iso2',
  'iso',
  'iso_1',
  'shapeiso',
  'ref',
  'id',
  'code',
];
const OSM_PROPERTIES = ['osm_id', 'osmId', '@id', 'relation'];
const WIKIDATA_PROPERTIES = ['wikidata', 'wikidata_id', 'wikidataid'];
/** Properties that hold a name; one is believed where there is no code, and where it is the name of one region only. */
const NAME_PROPERTIES = [
  'name:ru',
  'name_ru',
  'NL_NAME_1',
  'name',
  'NAME',
  'name:en',
  'name_en',
  'int_name',
  'name_latin',
  'NAME_1',
  'shapeName',
  'region',
];

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
 * Wikidata id, and else by its name or the one of its file (`Пермский край_Perm Krai`), which then holds its districts. What
 * names no region of the map is left out and told.
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
  const byName = createNameReader(regions);
  const polygons = new Map<RegionId, number[][][][]>();
  const leftOut: string[] = [];
  const problems: string[] = [];
  const misplaced = new Map<RegionId, string>();
  const withoutOutline = new Set<RegionId>();
  for (const feature of features) {
    const readCode = (code: string): RegionId | undefined =>
      byCode.get(
        code
          .trim()
          .toLowerCase()
          .replace(/^ru[._]/, 'ru-'),
      );
    const id = firstOf(codesOf(feature), readCode) ?? firstOf(namesOf(feature), byName);
    if (id === undefined) {
      leftOut.push(nameOf(feature));
      continue;
    }
    const outline = Outline.safeParse(feature.geometry);
    if (!outline.success) {
      problems.push(`${id}: ${nameOf(feature)} is no Polygon or MultiPolygon`);
      withoutOutline.add(id);
      continue;
    }
    const { type, coordinates } = outline.data;
    const parts = type === 'Polygon' ? [coordinates] : coordinates;
    const wrong = findMisplaced(parts);
    if (wrong !== undefined) misplaced.set(id, misplaced.get(id) ?? wrong);
    const before = polygons.get(id) ?? [];
    // A folder often holds a region twice; the same outline over itself would be a hole.
    const known = new Set(before.map((part) => JSON.stringify(part)));
    polygons.set(id, [...before, ...parts.filter((part) => !known.has(JSON.stringify(part)))]);
  }
  if (polygons.size === 0 && withoutOutline.size === 0) {
    return { polygons, leftOut, problems: [nothingKnown(features)] };
  }
  problems.push(...inOneSentence(misplaced));
  const missing = regions.filter(({ id }) => !polygons.has(id) && !withoutOutline.has(id));
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => id).join(', ');
    problems.push(`no outline of ${ids} (${missing.length} of ${regions.length} regions)`);
  }
  return { polygons, leftOut, problems };
}

/** A file in another reference system is wrong in all regions and in one way. */
function inOneSentence(misplaced: ReadonlyMap<RegionId, string>): string[] {
  const [first] = misplaced;
  if (first === undefined) return [];
  const others = misplaced.size - 1;
  return [`${first[0]}${others > 0 ? ` and ${others} more` : ''}: ${first[1]}`];
}

/** Reads a name in Russian, English or Chinese, with or without its type word; undefined where several regions may bear it. */
function createNameReader(regions: readonly KnownRegion[]): (name: string) => RegionId | undefined {
  const index = createSearchIndex(regions, [], [], { names: new Map(), towns: new Set() });
  return (name) => {
    const plain = plainName(name);
    if (plain === '') return undefined;
    const named = index.named(plain);
    const found = named.length > 0 ? named : index.regionsNamed(plain.split(' ').map(lettersOf));
    const ids = new Set(found.map(({ entry }) => entry.regionId));
    return regions.find(({ id }) => ids.size === 1 && ids.has(id))?.id;
  };
}

function firstOf<T>(
  texts: readonly string[],
  read: (text: string) => T | undefined,
): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One sentence instead of one for each region: what was looked for, and what there is. */
function nothingKnown(features: readonly BoundaryFeature[]): string {
  const properties = new Set(features.flatMap((feature) => Object.keys(feature.properties)));
  const files = new Set(features.map(({ file }) => file));
  return (
    `none of ${features.length} features in ${files.size} files names a region of the map; expected its code (RU-TA) in ` +
    `"ISO3166-2", "iso_3166_2", "ref", the feature's id or the file's name, or its name in "name"; ` +
    `the features have ${properties.size === 0 ? 'no properties' : quoted([...properties])}, the files are called ${quoted([...files])}`
  );
}

function quoted(texts: readonly string[]): string {
  const first = texts.slice(0, MOST_NAMED).map((text) => `"${text}"`);
  const more = texts.length - first.length;
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const MOST_NAMED = 8;

function text(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function namesOf({ properties, file }: BoundaryFeature): string[] {
  // A file that is called like a region holds it, and its features may be districts with names of their own.
  return [file, ...file.split('_'), ...NAME_PROPERTIES.flatMap((name) => text(properties[name]))];
}

const CODE_IN_NAME = /(?<![a-z])ru[-._][a-z]{2,3}(?![a-z])/i;

function codesOf({ id, properties, file }: BoundaryFeature): string[] {
  return [
    ...isoCodes(properties),
    ...text(id),
    ...OSM_PROPERTIES.flatMap((name) => text(properties[name])).map((value) =>
      /^-?\d+$/.test(value) ? `osm:${value.replace('-', '')}` : value,
    ),
    ...WIKIDATA_PROPERTIES.flatMap((name) => text(properties[name])),
    file,
    // `Region RU-TA (1)`, `boundary_ru_ta`
    ...(CODE_IN_NAME.exec(file) ?? []),
  ];
}

function isoCodes(properties: BoundaryFeature['properties']): string[] {
  const entries = Object.entries(properties);
  return ISO_PROPERTIES.flatMap((name) =>
    entries.flatMap(([key, value]) => (key.toLowerCase() === name ? text(value) : [])),
  );
}

/** How a feature is called for people. */
function nameOf({ id, properties, file, at }: BoundaryFeature): string {
  const names = ['name:en', 'name', 'name:ru'].map((key) => properties[key]);
  const name = [...isoCodes(properties), ...names].find(
    (value) => typeof value === 'string' && value !== '',
  );
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
