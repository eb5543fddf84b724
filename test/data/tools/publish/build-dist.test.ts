import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Dataset } from '../../../../data/core/schema/dataset.ts';
import type { Region } from '../../../../data/core/schema/region.ts';
import { NOTHING_KEPT } from '../../../../data/tools/files/kept-work.ts';
import { type BuildResult, buildDist } from '../../../../data/tools/publish/build-dist.ts';
import type { Territory } from '../../../../data/tools/publish/territory.ts';
import { sampleData, sampleFiles } from '../../../fixtures/sample-data.ts';

/** A small outline at a place of its own, so that no two regions overlap. */
function triangleAt(lon: number): number[][] {
  return [
    [lon, 50],
    [lon + 0.5, 50],
    [lon, 51],
    [lon, 50],
  ];
}

async function territory(regions: readonly Region[]): Promise<Territory> {
  const shape = { neighbours: [], labelPoint: [37, 55] as [number, number] };
  return {
    shapes: new Map(regions.map(({ id }) => [id, { ...shape, bbox: [36, 54, 38, 56] }])),
    boundaries: {
      type: 'FeatureCollection',
      features: regions.map(({ id }, index) => ({
        type: 'Feature',
        id,
        properties: { id },
        geometry: { type: 'MultiPolygon', coordinates: [[triangleAt(index)]] },
      })),
    },
    places: [],
    files: new Map([['regions.full.geojson', '{}']]),
  };
}

const surroundings = {
  inputs: 'stamp',
  vectors: '[]',
  releases: new Map(),
  territory,
  kept: NOTHING_KEPT,
};

function filesOf(result: BuildResult): ReadonlyMap<string, string | Uint8Array> {
  if (result.ok) return result.files;
  throw new Error(`the build failed: ${JSON.stringify(result.issues)}`);
}

const textOf = (result: BuildResult, name: string) => String(filesOf(result).get(name));

describe('building the dataset', () => {
  it('writes a dataset that its schema accepts, with counts beside it', async () => {
    const result = await buildDist(sampleFiles(sampleData()), surroundings);
    const dataset = Dataset.parse(JSON.parse(textOf(result, 'dataset.json')));
    expect(dataset).toMatchObject({ version: '2026-11-23', checkedOn: '2026-11-20' });
    expect(JSON.parse(textOf(result, 'build-info.json'))).toMatchObject({
      hash: dataset.hash,
      counts: { regions: 83, operators: 2, plans: 1, claims: 5, inheritedClaims: 1, sources: 2 },
    });
  });

  it('gives the same bytes for the same input, in whatever order keys and files come', async () => {
    const first = await buildDist(sampleFiles(sampleData()), surroundings);
    const reversed = [...sampleFiles(sampleData())].toReversed().map(([name, text]) => {
      const parts = Object.entries(
        z.record(z.string(), z.unknown()).parse(JSON.parse(text)),
      ).toReversed();
      return [name, JSON.stringify(Object.fromEntries(parts), undefined, 4)] as const;
    });
    const second = await buildDist(new Map(reversed), surroundings);
    expect(textOf(second, 'build-info.json')).toBe(textOf(first, 'build-info.json'));
  });

  it('changes the hash with any change of a fact or of a boundary', async () => {
    const hashes = new Set<string>();
    const data = sampleData();
    const build = async (make = territory) => {
      const result = await buildDist(sampleFiles(data), { ...surroundings, territory: make });
      if (result.ok) hashes.add(result.hash);
    };
    await build();
    await build(async (regions) => ({
      ...(await territory(regions)),
      files: new Map([['regions.full.geojson', '{ }']]),
    }));
    Object.assign(data.operators.north.claims[0] ?? {}, { checkedOn: '2026-11-19' });
    await build();
    expect(hashes.size).toBe(3);
  });

  it('collects the problems of every file, of schema and of rules, each with file, path and tip', async () => {
    const data = sampleData();
    Object.assign(data.operators.north, { colour: 'red' });
    Object.assign(data.operators.guest.claims[0] ?? {}, { method: 'guessed' });
    Object.assign(data.sources.register ?? {}, { id: 'registry' });
    const files = new Map(sampleFiles(data)).set('law/cap.json', '{\n  "id": "cap",\n}');
    const result = await buildDist(files, surroundings);
    if (result.ok) throw new Error('expected problems');
    const found = result.issues.map(({ file, path, message }) => `${file} ${path}: ${message}`);
    expect(found).toEqual([
      expect.stringMatching(/^operators\/guest\.json claims\[0\]\.method: /),
      expect.stringMatching(/^operators\/north\.json : .*"colour"/),
      expect.stringMatching(/^law\/cap\.json : not valid JSON: line 3, column 1/),
      expect.stringMatching(/^sources\/register\.json id: the id is registry/),
    ]);
    expect(result.issues.every(({ tip }) => tip !== undefined)).toBe(true);
  });

  it('does not blame files for references into a file that could not be read', async () => {
    const files = new Map(sampleFiles(sampleData())).set('sources/register.json', '{');
    const result = await buildDist(files, surroundings);
    if (result.ok) throw new Error('expected problems');
    expect(result.issues.map(({ file }) => file)).toEqual(['sources/register.json']);
  });

  it('says so when the release file is missing', async () => {
    const files = new Map(sampleFiles(sampleData()));
    files.delete('release.json');
    const result = await buildDist(files, surroundings);
    if (result.ok) throw new Error('expected problems');
    expect(result.issues[0]).toMatchObject({ file: 'release.json', path: 'version' });
  });

  it('refuses outlines that overlap, before anything is written', async () => {
    const result = await buildDist(sampleFiles(sampleData()), {
      ...surroundings,
      territory: async (regions) => {
        const made = await territory(regions);
        const [first, second] = made.boundaries.features;
        if (first && second) second.geometry.coordinates = [[triangleAt(0.2)]];
        return made;
      },
    });
    if (result.ok) throw new Error('expected problems');
    expect(result.issues[0]).toMatchObject({
      file: 'regions.full.geojson',
      rule: 'geometry-valid',
    });
  });

  it('refuses a partial finding without a condition', async () => {
    const data = sampleData();
    Object.assign(data.operators.north.claims[1]?.findings[0] ?? {}, { conditions: [] });
    const result = await buildDist(sampleFiles(data), surroundings);
    if (result.ok) throw new Error('expected problems');
    expect(result.issues).toMatchObject([
      {
        path: 'claims[1].findings[0].conditions',
        message: 'a partial finding needs at least one condition',
      },
    ]);
  });
});
