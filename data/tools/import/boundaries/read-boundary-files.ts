import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../authored/data-files.ts';

/** One feature of a boundary file, with what its file is called. */
export interface BoundaryFeature {
  /** Name of the file without its ending, and place of the feature in it, from 1. */
  file: string;
  at: number;
  id: unknown;
  properties: Readonly<Record<string, unknown>>;
  geometry: unknown;
}

const Feature = z.object({
  type: z.literal('Feature'),
  id: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
});
const GeoJson = z.union([
  z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) }),
  Feature,
]);
const ReferenceSystem = z.object({
  crs: z.object({ properties: z.object({ name: z.string() }) }),
});

/** Longitude and latitude on WGS 84, the only system of GeoJSON (RFC 7946 section 4). */
const WGS_84 = /CRS84|EPSG:{1,2}4326|WGS ?84/i;
const ENDINGS = ['.geojson', '.json'];

/**
 * Reads a GeoJSON file, or every one in a folder and the folders in it: collections and single features.
 * @throws Error naming the file and what it is instead, also for an empty folder and another reference system.
 */
export async function readBoundaryFiles(path: string): Promise<BoundaryFeature[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new Error(`${path} cannot be read: name a GeoJSON file or a folder of such files`, {
      cause,
    });
  });
  if (!found.isDirectory()) return readFeatures(path);
  const names = (await readdir(path, { recursive: true }))
    // A copy from a Mac has a file of notes (`._name`) beside each.
    .filter((name) => !basename(name).startsWith('.'))
    .filter((name) => ENDINGS.includes(extname(name).toLowerCase()))
    .toSorted();
  if (names.length === 0) {
    throw new Error(`${path} holds no file that ends in ${ENDINGS.join(' or ')}`);
  }
  const files: BoundaryFeature[][] = [];
  for (const name of names) files.push(await readFeatures(join(path, name)));
  return files.flat();
}

async function readFeatures(path: string): Promise<BoundaryFeature[]> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  const other = whatElse(text);
  if (other !== undefined) throw new Error(`${path} is ${other}, expected GeoJSON`);
  const json = parseJson(text);
  if (!json.ok) throw new Error(`${path} is not whole or no JSON: ${json.problem}`);
  const system = ReferenceSystem.safeParse(json.value);
  if (system.success && !WGS_84.test(system.data.crs.properties.name)) {
    throw new Error(
      `${path} is in ${system.data.crs.properties.name}: save it in degrees on WGS 84 (EPSG:4326)`,
    );
  }
  const parsed = GeoJson.safeParse(json.value);
  if (!parsed.success) {
    throw new Error(`${path} holds neither a GeoJSON FeatureCollection nor a Feature`);
  }
  const features = parsed.data.type === 'Feature' ? [parsed.data] : parsed.data.features;
  const file = basename(path, extname(path));
  return features.map(({ id, properties, geometry }, index) => ({
    file,
    at: index + 1,
    id,
    properties: properties ?? {},
    geometry,
  }));
}

function whatElse(text: string): string | undefined {
  if (text.trim() === '') return 'empty';
  if (/^\s*<(!doctype|html)/i.test(text)) return 'a web page';
  if (/^\s*<\?xml|^\s*<kml/i.test(text)) return 'an XML or KML file';
  if (text.startsWith('PK')) return 'a ZIP archive';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a gzip archive begins with it
  if (/^\u001f\uFFFD/.test(text)) return 'a gzip archive';
  if (/^\uFFFD|^.\0/.test(text)) return 'not in UTF-8';
  return undefined;
}
