import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { geojson } from 'flatgeobuf';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { claimsById } from '../../../../data/core/eligibility/claims/claim-index.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import {
  runVectors,
  Vector,
  VectorDataset,
} from '../../../../data/core/eligibility/run-vectors.ts';
import { Dataset } from '../../../../data/core/schema/dataset.ts';
import { Place } from '../../../../data/core/schema/region.ts';

const dist = join(import.meta.dirname, '../../../../data/dist');
const folder = join(dist, 'downloads');
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));
const textOf = (name: string): string => bytesOf(name).toString('utf8');
const jsonOf = (name: string): unknown => JSON.parse(textOf(name));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const Entry = z.strictObject({
  name: z.string(),
  hashedName: z.string(),
  subject: z.string(),
  format: z.string(),
  label: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
const entries = z.array(Entry).parse(jsonOf('index.json'));
const dataset = Dataset.parse(jsonOf('dataset.json'));
const places = z.array(Place).parse(JSON.parse(readFileSync(join(dist, 'places.json'), 'utf8')));

const sellers = dataset.operators.filter(
  (operator) => operator.market === 'consumer' && operator.retiredOn === undefined,
);
const perOperator = sellers.flatMap(({ id }) =>
  dataset.regions.map((region) => `${id}-${region.id}`),
);
/** Ids of each collection, worked out from the dataset and not from the files. */
const EXPECTED_IDS: Readonly<Record<string, readonly string[]>> = {
  regions: dataset.regions.map(({ id }) => id).toSorted(),
  'operator-regions': perOperator.toSorted(),
  places: places.map(({ id }) => String(id)).toSorted(),
};
const collections = Object.keys(EXPECTED_IDS);

type Row = Readonly<Record<string, unknown>>;
const Features = z.array(z.object({ properties: z.record(z.string(), z.unknown()) }));
const rowsOf = (features: unknown): Row[] =>
  Features.parse(features).map(({ properties }) => properties);

/** A reader of each format that is not the one that wrote it. */
const READERS: Readonly<Record<string, (name: string) => Row[] | Promise<Row[]>>> = {
  geojson: (name) =>
    rowsOf(z.object({ features: z.unknown() }).parse(check(textOf(name))).features),
  geojsonl: (name) =>
    rowsOf(
      textOf(name)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ),
  topojson(name) {
    const topology = JSON.parse(textOf(name));
    const [object] = Object.keys(topology.objects);
    const unfolded = feature(topology, topology.objects[object ?? '']);
    return rowsOf('features' in unfolded ? unfolded.features : []);
  },
  async flatgeobuf(name) {
    const features: unknown[] = [];
    for await (const one of geojson.deserialize(new Uint8Array(bytesOf(name)))) features.push(one);
    return rowsOf(features);
  },
  async geoparquet(name) {
    const file = new Uint8Array(bytesOf(name)).buffer;
    expect(parquetMetadata(file).key_value_metadata?.map(({ key }) => key)).toContain('geo');
    const rows = await parquetReadObjects({ file });
    return rows;
  },
  kml: (name) => rowsOf(kml(new DOMParser().parseFromString(textOf(name), 'text/xml')).features),
};

/** Column that holds the id, for the formats whose features have none of their own. */
const ID_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  regions: ['region_id'],
  'operator-regions': ['operator_id', 'region_id'],
  places: ['geonames_id'],
};

function idOf(collection: string, row: Row): string {
  return (ID_COLUMNS[collection] ?? []).map((column) => row[column]).join('-');
}

/** Tables that are no collection: the sources, what was counted in regions, what differs between them. */
const PLAIN_TABLES = 3;

describe('each collection, in each format, by a reader that is not its writer', () => {
  const offered = entries.filter(
    ({ format, subject }) => format in READERS && subject in EXPECTED_IDS,
  );

  it('is there in every format that is read here', () => {
    expect(offered).toHaveLength(collections.length * Object.keys(READERS).length);
  });

  it.each(offered)('has all features: $name', async ({ name, subject, format }) => {
    const rows = (await READERS[format]?.(name)) ?? [];
    expect(rows.map((row) => idOf(subject, row)).toSorted()).toEqual(EXPECTED_IDS[subject]);
    const verdicts = new Set(
      rows.map((row) => row[subject === 'places' ? 'region_verdict' : 'verdict']),
    );
    expect(['yes', 'partial', 'unknown', 'no']).toEqual(expect.arrayContaining([...verdicts]));
  });

  it('gives settlements the number of people that GeoNames has, and none where it has none', async () => {
    const rows = (await READERS.geojson?.('places.geojson')) ?? [];
    const known = new Map(places.map(({ id, population }) => [id, population || null]));
    expect(rows.map(({ geonames_id: id, population }) => [id, population])).toEqual([...known]);
    expect(rows.some(({ population }) => population === null)).toBe(true);
  });

  it.each(collections)('has in its CSV the columns that its CSVW names: %s', (subject) => {
    const Metadata = z.object({
      url: z.string(),
      tableSchema: z.object({ columns: z.array(z.object({ name: z.string() })) }),
    });
    const metadata = Metadata.parse(jsonOf(`${subject}.csv-metadata.json`));
    const [header, ...rows] = parse(bytesOf(metadata.url), { bom: true });
    expect(header).toEqual(metadata.tableSchema.columns.map(({ name }) => name));
    expect(rows).toHaveLength(EXPECTED_IDS[subject]?.length ?? 0);
  });
});

describe('the files beside the collections', () => {
  it('are all listed with size and hash, and nothing is listed that is not there', () => {
    const about = ['LICENSE.txt', 'SHA256SUMS', 'datapackage.json', 'dcat.jsonld', 'index.json'];
    const names = readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name));
    expect([...entries.map(({ name }) => name), ...about, 'schema-org.jsonld'].toSorted()).toEqual(
      names.toSorted(),
    );
    for (const entry of entries) {
      const bytes = bytesOf(entry.name);
      expect([entry.name, bytes.length, sha256(bytes)]).toEqual([
        entry.name,
        entry.bytes,
        entry.sha256,
      ]);
      expect(entry.hashedName).toContain(entry.sha256.slice(0, 16));
    }
  });

  it('have check sums in the form that `sha256sum --check` reads', () => {
    const lines = textOf('SHA256SUMS').trimEnd().split('\n');
    expect(lines).toEqual(entries.map(({ name }) => `${sha256(bytesOf(name))}  ${name}`));
  });

  it('hold the whole dataset and the sources that its claims cite', () => {
    expect(bytesOf('dataset.json')).toEqual(readFileSync(join(dist, 'dataset.json')));
    const sources = z.array(z.object({ id: z.string() })).parse(jsonOf('sources.json'));
    const known = new Set(sources.map(({ id }) => id));
    const cited = dataset.operators.flatMap(({ claims }) =>
      claims.flatMap(({ sourceIds }) => sourceIds),
    );
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  it('hold the sources as a table, each with its address and the day it was read last', () => {
    const Rows = z.array(z.record(z.string(), z.string()));
    const rows = Rows.parse(parse(bytesOf('sources.csv'), { bom: true, columns: true }));
    expect(rows.map((row) => row.source_id)).toEqual(dataset.sources.map(({ id }) => id));
    const claims = claimsById(dataset);
    for (const { source_id = '', url, checked_on = '', claims: cited = '' } of rows) {
      const source = dataset.sources.find(({ id }) => id === source_id);
      const citing = cited.split(';').flatMap((id) => claims.get(id) ?? []);
      expect(url).toBe(source?.url);
      for (const { sourceIds, checkedOn } of citing) {
        expect(sourceIds).toContain(source_id);
        expect(checkedOn <= checked_on).toBe(true);
      }
    }
    expect(
      rows.filter((row) => /^2\d{3}-\d\d-\d\d$/.test(row.checked_on ?? '')).length,
    ).toBeGreaterThan(100);
    expect(jsonOf('sources.csv-metadata.json')).toMatchObject({ url: 'sources.csv' });
  });

  it('hold the golden vectors, which the rules answer as they say', () => {
    const File = z.strictObject({ dataset: VectorDataset, vectors: z.array(Vector) });
    const { dataset: facts, vectors } = File.parse(jsonOf('vectors.json'));
    expect(vectors.length).toBeGreaterThan(80);
    expect(runVectors(facts, vectors)).toEqual([]);
    const [first] = vectors;
    if (first === undefined) throw new Error('expected at least one vector');
    const { household, asOf, operatorIds, expected } = first;
    const answer = createAssessor(facts.dataset, facts.devices).assess(household, {
      asOf,
      operatorIds,
    });
    expect(answer.verdict).toBe(expected.verdict);
  });
});

describe('the descriptions', () => {
  // Data Package 1.0: names, paths, hashes and field types as its profile demands them.
  const name = z.string().regex(/^[-a-z0-9._/]+$/);
  const FIELD_TYPES = [
    'string',
    'number',
    'integer',
    'boolean',
    'date',
    'datetime',
    'any',
  ] as const;
  const DataPackage = z.object({
    profile: z.literal('data-package'),
    name,
    version: z.literal(dataset.version),
    licenses: z.array(z.object({ name: z.string(), path: z.url() })).min(1),
    sources: z.array(z.object({ title: z.string(), path: z.url() })).min(1),
    resources: z.array(
      z.object({
        name,
        path: z.string().regex(/^[^./][^:]*$/),
        bytes: z.int(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        schema: z
          .object({ fields: z.array(z.object({ name: z.string(), type: z.enum(FIELD_TYPES) })) })
          .optional(),
      }),
    ),
  });

  it('are a Data Package whose resources are the files, with the fields of each table', () => {
    const { resources } = DataPackage.parse(jsonOf('datapackage.json'));
    expect(new Set(resources.map((resource) => resource.name)).size).toBe(resources.length);
    expect(resources.map(({ path, bytes, hash }) => ({ path, bytes, hash }))).toEqual(
      entries.map((entry) => ({
        path: entry.name,
        bytes: entry.bytes,
        hash: `sha256:${entry.sha256}`,
      })),
    );
    const tables = resources.filter(({ path }) => path.endsWith('.csv'));
    expect(tables).toHaveLength(collections.length + PLAIN_TABLES);
    for (const { path, schema } of tables) {
      const [header] = parse(bytesOf(path), { bom: true, to: 1 });
      expect(schema?.fields.map((field) => field.name)).toEqual(header);
    }
  });

  it('are DCAT and schema.org documents with a licence and one distribution per file', () => {
    const Literal = z.object({ '@value': z.string(), '@language': z.string() });
    const catalog = z
      .object({
        '@type': z.literal('dcat:Catalog'),
        'dct:title': Literal,
        'dct:description': Literal,
        'dct:publisher': z.object({ 'foaf:name': Literal }),
        'dcat:service': z.object({
          'dcat:endpointURL': z.object({ '@id': z.literal('../api/v1') }),
          'dcat:servesDataset': z.object({ '@id': z.literal('./') }),
        }),
        'dcat:dataset': z.object({
          '@id': z.literal('./'),
          '@type': z.literal('dcat:Dataset'),
          'dct:license': z.object({ '@id': z.url() }),
          'dcat:contactPoint': z.object({ 'vcard:hasURL': z.object({ '@id': z.string() }) }),
          'dcat:keyword': z.array(Literal),
          'dct:spatial': z.array(z.unknown()),
          'dct:temporal': z.object({
            'dcat:startDate': z.object({ '@value': z.iso.date() }),
            'dcat:endDate': z.object({ '@value': z.literal(dataset.checkedOn) }),
          }),
          'dcat:distribution': z.array(
            z.object({
              'dcat:downloadURL': z.object({ '@id': z.string() }),
              // DCAT 3, 6.8.17 and 6.8.16: the media type where IANA knows it, else the format alone.
              'dcat:mediaType': z
                .object({
                  '@id': z
                    .string()
                    .regex(
                      /^https:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/(?!x-)\S+$/,
                    ),
                })
                .optional(),
              'dct:format': z.object({ 'rdfs:label': z.string() }),
              'dcat:byteSize': z.object({
                '@type': z.literal('xsd:nonNegativeInteger'),
                '@value': z.string().regex(/^\d+$/),
              }),
              'spdx:checksum': z.object({ '@type': z.literal('spdx:Checksum') }),
            }),
          ),
        }),
      })
      .parse(jsonOf('dcat.jsonld'));
    const dcat = catalog['dcat:dataset'];
    const languages = dcat['dcat:keyword'].map((word) => word['@language']);
    expect([...new Set(languages)].toSorted()).toEqual(['en', 'ru', 'zh']);
    // On both sides of the antimeridian, since no box goes over it.
    expect(JSON.stringify(dcat['dct:spatial'])).toMatch(
      /MULTIPOLYGON\(\(\(19\.\S* 41.*180 .*\(\(-180 /,
    );
    const schemaOrg = z
      .object({
        '@type': z.literal('Dataset'),
        license: z.url(),
        creator: z.object({ '@type': z.literal('Organization'), name: z.string() }),
        distribution: z.array(z.object({ contentUrl: z.string(), sha256: z.string() })),
      })
      .parse(jsonOf('schema-org.jsonld'));
    const names = entries.map((entry) => entry.name);
    expect(dcat['dcat:distribution'].map((one) => one['dcat:downloadURL']['@id'])).toEqual(names);
    expect(schemaOrg.distribution.map(({ contentUrl }) => contentUrl)).toEqual(names);
  });
});

describe('the outlines in TopoJSON', () => {
  const Shapes = z.object({
    features: z.array(
      z.object({
        id: z.string(),
        geometry: z.object({ coordinates: z.array(z.array(z.array(z.array(z.number())))) }),
      }),
    ),
  });
  /** Corners of each ring from its least one on: a ring is the same wherever it is begun. */
  const ringsOf = (coordinates: readonly number[][][][]): string[] =>
    coordinates
      .flat()
      .map((ring) => {
        // Five decimals, as boundaries are written.
        const corners = ring.slice(1).map((corner) => corner.map((part) => part.toFixed(5)).join());
        const first = corners.indexOf([...corners].sort()[0] ?? '');
        return [...corners.slice(first), ...corners.slice(0, first)].join(' ');
      })
      .sort();

  it('are those in GeoJSON, corner by corner, in every region', () => {
    const topology = JSON.parse(textOf('regions.topojson'));
    const written = Shapes.parse(feature(topology, topology.objects.regions)).features;
    const { features } = Shapes.parse(jsonOf('regions.geojson'));
    expect(written.map(({ id }) => id)).toEqual(features.map(({ id }) => id));
    for (const [index, { id, geometry }] of features.entries()) {
      const same = ringsOf(written[index]?.geometry.coordinates ?? []);
      expect([id, same]).toEqual([id, ringsOf(geometry.coordinates)]);
    }
  });
});
