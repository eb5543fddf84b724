import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../client/pages/render-page.tsx';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import { readDataFiles } from '../../../data/tools/authored/data-files.ts';
import { resolveWithoutTerritory } from '../../../data/tools/resolve/resolve-dataset.ts';

const files = await readDataFiles(join(import.meta.dirname, '../../../data/facts'));
const { dataset, devices } = resolveWithoutTerritory(files);
const asOf = dataset.checkedOn;
const { assessRegion } = createAssessor(dataset, devices);

/** A page's words without its markup. */
async function wordsOf(path: string): Promise<string> {
  const assess = (regionId: string) => assessRegion(regionId, { asOf });
  const context = { dataset, devices, asOf, assess, styles: '', tableStyles: '', assets: {} };
  const { html } = await renderPage({ path, query: new URLSearchParams() }, context);
  return html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
}

describe('the list of operators', () => {
  it('gives a phone number, else a site, else says that neither was found', async () => {
    const assess = (regionId: string) => assessRegion(regionId, { asOf });
    const context = { dataset, devices, asOf, assess, styles: '', tableStyles: '', assets: {} };
    const path = '/ru/operators';
    const { html } = await renderPage({ path, query: new URLSearchParams() }, context);
    const rows = [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].filter(([row]) =>
      row.includes('<td'),
    );
    const reaches = rows.map(([, row = '']) => row.slice(row.lastIndexOf('<td')));
    expect(reaches.filter((reach) => /href="tel:/.test(reach)).length).toBeGreaterThan(3);
    expect(reaches.filter((reach) => /href="https:/.test(reach)).length).toBeGreaterThan(0);
    for (const reach of reaches) expect(reach).toMatch(/href="(tel|https):|не найдено/);
  });
});

describe("an operator's page", () => {
  it('says of each price where it was quoted and when', async () => {
    const words = await wordsOf('/en/operators/mts');
    expect(words).toContain('per number or per group, not stated (Moscow; undated price)');
    expect(words).toContain('for each added number (Chuvashia; undated price)');
    expect(words).toContain('for each added number (Tver Oblast; undated price)');
  });

  it('says with each answer how well it is known', async () => {
    const words = await wordsOf('/ru/operators/megafon');
    expect(words).toMatch(/возможно при условиях \(не подтверждено для региона\): 8\d\sрегион/);
  });

  it('calls a plan open only by its source', async () => {
    expect(await wordsOf('/ru/operators/mts')).toContain('по источнику, подключают');
  });
});
