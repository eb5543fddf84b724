import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { VerdictSnapshot } from '../../../../data/core/schema/release.ts';
import {
  packRelease,
  readDataFiles,
  unpackRelease,
} from '../../../../data/tools/authored/data-files.ts';
import { resolveWithoutTerritory } from '../../../../data/tools/resolve/resolve-dataset.ts';

const DATA = join(import.meta.dirname, '../../../../data/facts');
const current = resolveWithoutTerritory(await readDataFiles(DATA));

describe('a released dataset', () => {
  it('answers after unpacking as it did before packing', () => {
    const unpacked = unpackRelease(packRelease(current));
    const [before, after] = [current, unpacked].map(({ dataset, devices }) =>
      createAssessor(dataset, devices).assessRegion('RU-TA', { asOf: dataset.checkedOn }),
    );
    expect(after).toEqual(before);
  });

  it('is packed into the same bytes each time, small enough to keep', () => {
    const bytes = packRelease(current);
    expect(Buffer.compare(bytes, packRelease(current))).toBe(0);
    expect(bytes.length).toBeLessThan(300_000);
  });

  it('is refused when it is cut short', () => {
    expect(() => unpackRelease(packRelease(current).subarray(0, 1000))).toThrow();
  });

  it('is kept, for every version that has verdicts, with the hash that they were computed from', () => {
    const folder = join(DATA, 'releases');
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const kept = VerdictSnapshot.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      const packed = readFileSync(join(folder, name.replace('.json', '.dataset.json.gz')));
      const { dataset } = unpackRelease(packed);
      expect([dataset.version, dataset.hash]).toEqual([kept.version, kept.hash]);
      expect(Object.values(kept.map).flat().toSorted()).toEqual(
        dataset.regions.map(({ id }) => id),
      );
    }
  });
});
