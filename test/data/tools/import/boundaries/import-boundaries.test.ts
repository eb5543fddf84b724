import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Region, RegionBoundaries } from '../../../../../data/core/schema/region.ts';
import { checkTopology } from '../../../../../data/tools/boundaries/check-topology.ts';
import { toDisplayFrame } from '../../../../../data/tools/boundaries/region-shapes.ts';
import { buildRegionTopologies } from '../../../../../data/tools/boundaries/topology.ts';
import { identifyRegions } from '../../../../../data/tools/import/boundaries/identify-regions.ts';
import {
  importBoundaries,
  readBoundaryArguments,
} from '../../../../../data/tools/import/boundaries/import-boundaries.ts';
import { readBoundaryFiles } from '../../../../../data/tools/import/boundaries/read-boundary-files.ts';
import { repairBoundaries } from '../../../../../data/tools/import/boundaries/repair-boundaries.ts';
import { useImportFolder } from '../../../../fixtures/import-folder.ts';
import { readRealBoundaries, readRealRegions } from '../../../../fixtures/real-territory.ts';

const project = useImportFolder();
const SOURCE = { licence: 'ODbL-1.0', attribution: '© Map makers' };
let real: RegionBoundaries;
let regions: Region[];

beforeAll(async () => {
  real = await readRealBoundaries();
  regions = await readRealRegions();
});

function write(name: string, content: unknown): string {
  const path = join(project.root, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

type Ring = number[][];

/** A ring as careless tools leave it: a spike out and back, a bow tie, doubled points, coarse decimals. */
function dirty(ring: Ring): Ring {
  const coarse = ring.map(([lon = 0, lat = 0]) => [
    Math.round(lon * 500) / 500,
    Math.round(lat * 500) / 500,
  ]);
  const [first = [0, 0], second = [0, 0], third = [0, 0]] = coarse;
  if (coarse.length < 8) return coarse;
  // The second and third positions change places, and one stands twice.
  return [first, third, second, second, ...coarse.slice(3)];
}

function dirtyFeature({ id, geometry }: RegionBoundaries['features'][number]) {
  return {
    type: 'Feature',
    properties: { 'ISO3166-2': id, name: id },
    geometry: {
      type: 'MultiPolygon',
      coordinates: geometry.coordinates
        .filter(([outer = []]) => outer.length > 12)
        .map((rings) => rings.map(dirty)),
    },
  };
}

describe('outlines that map makers publish', () => {
  it('go in from a folder of files, dirty as they are, with a report, and are simplified for the map', async () => {
    const extract = join(project.root, 'extract');
    mkdirSync(extract);
    for (const region of real.features) {
      write(`extract/${region.id}.geojson`, dirtyFeature(region));
    }
    const far = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    write('extract/XX-YY.geojson', {
      type: 'Feature',
      properties: { name: 'Elsewhere' },
      geometry: { type: 'Polygon', coordinates: [far] },
    });
    const told: string[] = [];
    const report = await importBoundaries(
      project.dataFolder,
      { path: extract, source: SOURCE, mostChanged: 5 },
      (message) => told.push(message),
    );
    expect(told).toHaveLength(3);
    expect(report).toMatch(/^83 regions, \d+ positions/);
    expect(report).toMatch(/RU-[A-Z]+: [+-]\d/);
    expect(report).toContain('Elsewhere (XX-YY, feature 1)');
    expect(report).toMatch(/Settlements in the outline of their region: \d+ of \d+/);
    const imported = JSON.parse(
      readFileSync(join(project.dataFolder, 'imported/regions.geojson'), 'utf8'),
    );
    expect(
      JSON.parse(readFileSync(join(project.dataFolder, 'imported/regions.source.json'), 'utf8')),
    ).toEqual(SOURCE);
    const files = await buildRegionTopologies(toDisplayFrame(imported));
    const ids = regions.map(({ id }) => id);
    for (const [name, text] of Object.entries(files))
      expect(checkTopology(name, text, ids)).toEqual([]);
  });

  it('are refused above the stated share, and nothing is written', async () => {
    const path = write('dirty.geojson', {
      type: 'FeatureCollection',
      features: real.features.map(dirtyFeature),
    });
    await expect(
      importBoundaries(project.dataFolder, { path, source: SOURCE, mostChanged: 0 }),
    ).rejects.toThrow(/RU-[A-Z]+: the repair would change its area by .* expected at most 0 %/);
    expect(existsSync(join(project.dataFolder, 'imported'))).toBe(false);
  });

  it('are refused where two regions have each the id of the other', async () => {
    const swap: Record<string, string> = { 'RU-TA': 'RU-BA', 'RU-BA': 'RU-TA' };
    const features = real.features.map((each) => ({
      ...each,
      id: swap[each.id] ?? each.id,
      properties: {},
    }));
    const path = write('swapped.json', { type: 'FeatureCollection', features });
    await expect(
      importBoundaries(project.dataFolder, { path, source: SOURCE, mostChanged: 1 }),
    ).rejects.toThrow(/RU-BA: \d+ of its \d+ settlements/);
  });
});

describe('a region in a boundary file', () => {
  const square = [
    [40, 50],
    [41, 50],
    [41, 51],
    [40, 50],
  ];
  const few = () => regions.filter(({ id }) => id === 'RU-TA');
  const identify = (feature: object, file = 'regions') =>
    identifyRegions(
      [
        {
          file,
          at: 1,
          id: undefined,
          properties: {},
          geometry: { type: 'Polygon', coordinates: [square] },
          ...feature,
        },
      ],
      few(),
    );

  it.each([
    [{ properties: { 'ISO3166-2': 'RU-TA' } }],
    [{ properties: { iso_3166_2: 'ru-ta' } }],
    [{ properties: { ref: 'TA' } }],
    [{ properties: { iso2: 'RU.TA' } }],
    [{ properties: { id: 'RU-TA' } }],
    [{ properties: { ISO_1: 'RU-TA', HASC_1: 'RU.TT' } }],
    [{ properties: { Ref: 'RU-TA' } }],
    [{ id: 'RU-TA' }],
    [{ id: 'relation/79374' }],
    [{ properties: { osm_id: -79374 } }],
    [{ properties: { wikidata: 'Q5481' } }],
    [{ properties: { name: 'Республика Татарстан' } }],
    [{ properties: { 'name:ru': 'Татарстан', name: 'Tatarstan Respublikası' } }],
    [{ properties: { NAME_1: 'Tatarstan', NL_NAME_1: 'Татарстан республикаси' } }],
    [{ properties: { shapeName: 'Republic of Tatarstan' } }],
  ])('is told by %j', (feature) => {
    expect([...identify(feature).polygons.keys()]).toEqual(['RU-TA']);
  });

  it('is told by the name of its file', () => {
    expect([...identify({}, 'RU-TA').polygons.keys()]).toEqual(['RU-TA']);
    expect([...identify({}, 'Республика Татарстан_Tatarstan').polygons.keys()]).toEqual(['RU-TA']);
    expect([...identify({}, 'Region RU-TA (1)').polygons.keys()]).toEqual(['RU-TA']);
    expect([...identify({}, 'boundary_ru_ta').polygons.keys()]).toEqual(['RU-TA']);
    expect([...identify({}, 'peru-ta').polygons.keys()]).toEqual([]);
  });

  it('is taken once where the same outline stands twice', () => {
    const twice = [1, 2].map((at) => ({
      file: 'RU-TA',
      at,
      id: undefined,
      properties: {},
      geometry: { type: 'Polygon', coordinates: [square] },
    }));
    expect(identifyRegions(twice, regions).polygons.get('RU-TA')).toHaveLength(1);
  });

  it('is put together from districts in a file that is called like it', () => {
    const districts = ['Агрызский район', 'Москва'].map((name, index) => ({
      file: 'Татарстан',
      at: index + 1,
      id: undefined,
      properties: { name },
      geometry: {
        type: 'Polygon',
        coordinates: [square.map(([lon = 0, lat = 0]) => [lon + index, lat])],
      },
    }));
    expect(identifyRegions(districts, regions).polygons.get('RU-TA')).toHaveLength(2);
  });

  it('is not guessed from a name that several regions bear', () => {
    const alike = {
      file: 'a',
      at: 1,
      id: undefined,
      geometry: null,
      properties: { name: 'Алтай' },
    };
    expect(identifyRegions([alike], regions)).toMatchObject({ leftOut: ['Алтай (a, feature 1)'] });
  });

  it('is looked for in vain with one sentence that says what was expected and what is there', () => {
    const { problems } = identify({ properties: { district: 'Район' } }, 'districts');
    expect(problems).toEqual([
      expect.stringContaining('none of 1 features in 1 files names a region'),
    ]);
    expect(problems[0]).toContain('"ISO3166-2"');
    expect(problems[0]).toContain('"district"');
    expect(problems[0]).toContain('"districts"');
  });

  it('is missed by its id where no feature names it', () => {
    const outline = { type: 'Polygon', coordinates: [square] };
    const features = [{ ref: 'TA' }, { ref: 'CR', name: 'Elsewhere' }].map((properties, index) => ({
      file: 'regions',
      at: index + 1,
      id: undefined,
      properties,
      geometry: outline,
    }));
    const found = identifyRegions(features, regions);
    expect(found.leftOut).toEqual(['CR (regions, feature 2)']);
    expect(found.problems).toEqual([
      expect.stringMatching(/^no outline of .*RU-BA.* \(82 of 83 regions\)$/),
    ]);
    expect(found.problems[0]).not.toContain('RU-TA,');
  });

  it('in metres is refused with what to do', () => {
    const metres = square.map(([x = 0, y = 0]) => [x * 111_000, y * 111_000]);
    const { problems } = identify({
      id: 'RU-TA',
      geometry: { type: 'Polygon', coordinates: [metres] },
    });
    expect(problems[0]).toContain('save the file in WGS 84');
  });

  it('in metres is refused in one sentence, however many others are', () => {
    const all = regions.map(({ id }, index) => ({
      file: 'all',
      at: index + 1,
      id,
      properties: {},
      geometry: { type: 'Polygon', coordinates: [square.map(([x = 0, y = 0]) => [x * 1e5, y])] },
    }));
    const { problems } = identifyRegions(all, regions);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/ and 82 more: the position .* is not in degrees/);
  });

  it('is missed once where it stands without an outline', () => {
    expect(identify({ id: 'RU-TA', geometry: null }).problems).toHaveLength(1);
  });

  it('keeps its land when its outline crosses itself, and loses tiny holes and doubled points', async () => {
    const bowTie = [
      [40, 50],
      [42, 50],
      [42, 51],
      [41.999, 50.5],
      [42.001, 50.5],
      [42, 51],
      [40, 51],
      [40, 51],
      [40, 50],
    ];
    const hole = [
      [41, 50.5],
      [41.0001, 50.5],
      [41.0001, 50.5001],
      [41, 50.5],
    ];
    const { boundaries } = await repairBoundaries(new Map([['RU-TA', [[bowTie, hole]]]]));
    const rings = boundaries.features[0]?.geometry.coordinates.flat() ?? [];
    expect(rings).toHaveLength(1);
    const positions = rings.flat().map(String);
    expect(new Set(positions).size).toBe(positions.length - 1);
  });
});

describe('what is no boundary file', () => {
  it.each([
    ['', 'is empty'],
    ['<!doctype html><html></html>', 'is a web page'],
    ['PK\u0003\u0004', 'is a ZIP archive'],
    ['\u001f\uFFFD\u0008', 'is a gzip archive'],
    ['\uFFFD\uFFFD{\0"\0', 'is not in UTF-8'],
    ['{"type":"FeatureCollection","features":[{"type":"Fea', 'is not whole or no JSON'],
    ['{"type":"Topology"}', 'holds neither a GeoJSON FeatureCollection nor a Feature'],
    [
      '{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}',
      'is in urn:ogc:def:crs:EPSG::3857: save it in degrees',
    ],
  ])('%j is told in a sentence: %s', async (text, message) => {
    await expect(readBoundaryFiles(write('a.geojson', text))).rejects.toThrow(message);
  });

  it('is a folder without files, or nothing at all', async () => {
    mkdirSync(join(project.root, 'empty'));
    await expect(readBoundaryFiles(join(project.root, 'empty'))).rejects.toThrow(
      'holds no file that ends in .geojson',
    );
    await expect(readBoundaryFiles(join(project.root, 'none'))).rejects.toThrow('cannot be read');
  });

  it('is a note that a Mac leaves beside a file whose ending is in capitals', async () => {
    mkdirSync(join(project.root, 'copied'));
    write('copied/RU-TA.GEOJSON', { type: 'Feature', properties: {}, geometry: null });
    write('copied/._RU-TA.GEOJSON', 'Mac OS X');
    const files = await readBoundaryFiles(join(project.root, 'copied'));
    expect(files.map(({ file }) => file)).toEqual(['RU-TA']);
  });
});

describe('the command line', () => {
  it('asks for licence and attribution', () => {
    expect(() => readBoundaryArguments(['a.geojson'])).toThrow('under which licence');
    expect(() => readBoundaryArguments(['a', '--licence', 'ODbL-1.0'])).toThrow('whose outlines');
    expect(() => readBoundaryArguments([])).toThrow('name one file or folder');
    expect(
      readBoundaryArguments(['a', '--licence', 'ODbL-1.0', '--attribution', '© Map makers']),
    ).toEqual({
      path: 'a',
      source: SOURCE,
      mostChanged: 1,
    });
  });
});
