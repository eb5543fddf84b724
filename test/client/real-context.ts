import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CountryOutlines,
  compactStyles,
  type PageContext,
  STYLE_FILES,
} from '../../client/server-entry.tsx';
import { createAssessor } from '../../data/core/eligibility/create-assessor.ts';
import type { Assessment } from '../../data/core/schema/assessment.ts';
import type { Dataset } from '../../data/core/schema/dataset.ts';
import { readDist } from '../../data/tools/files/read-dist.ts';
import { readDownloadIndex } from '../../server/site/read-built.ts';

const ROOT = join(import.meta.dirname, '../..');

async function readOutlines(name: string): Promise<CountryOutlines> {
  const outlines: CountryOutlines = JSON.parse(
    await readFile(join(ROOT, 'data/dist/locators', name), 'utf8'),
  );
  return outlines;
}

async function readStyles(names: readonly string[]): Promise<string> {
  const folder = join(ROOT, 'client/styles');
  const sheets = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return compactStyles(sheets.join('\n'));
}

/** The context of the real, built data on its own day, or of what a test makes of them. */
export async function createRealContext(
  change: (dataset: Dataset) => Dataset = (dataset) => dataset,
): Promise<PageContext> {
  const { dataset: built, devices, changes } = await readDist(join(ROOT, 'data/dist'));
  const dataset = change(built);
  const asOf = dataset.checkedOn;
  const assessor = createAssessor(dataset, devices);
  const kept = new Map<string, Assessment>();
  return {
    dataset,
    devices,
    asOf,
    assess: (regionId) => {
      const assessment = kept.get(regionId) ?? assessor.assessRegion(regionId, { asOf });
      kept.set(regionId, assessment);
      return assessment;
    },
    styles: await readStyles(STYLE_FILES.page),
    tableStyles: await readStyles(STYLE_FILES.tables),
    outlines: await readOutlines('map.svg.json'),
    locatorOutlines: await readOutlines('locator.svg.json'),
    assets: {},
    downloads: await readDownloadIndex(join(ROOT, 'data/dist/downloads')),
    changes,
    origin: 'https://example.org',
    reportUrl: 'https://example.org/report',
  };
}
