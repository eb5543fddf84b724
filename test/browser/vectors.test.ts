import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { readVectors } from '../vectors/read-vectors.ts';
import { useHarness } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');
const Manifest = z.record(z.string(), z.object({ file: z.string() }));

const harness = useHarness();

it('the rules in the built browser files answer every golden vector', async () => {
  const manifest = Manifest.parse(
    JSON.parse(await readFile(join(ROOT, 'client/dist/.vite/manifest.json'), 'utf8')),
  );
  const page = await harness.open('/en/about');
  await page.addScriptTag({ url: `/${manifest['vectors.ts']?.file}`, type: 'module' });
  await page.waitForSelector('html[data-vectors]', { state: 'attached' });
  const { vectors, vectorFailures } = await page.evaluate(() => ({
    ...document.documentElement.dataset,
  }));
  expect(vectorFailures).toBe('[]');
  expect(Number(vectors)).toBe(readVectors(join(ROOT, 'test/vectors')).length);
  await page.context().close();
});
