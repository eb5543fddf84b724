import * as z from 'zod';
import type { PageAssets } from '../../client/server-entry.tsx';
import { readIfThere } from './read-if-there.ts';

/** An entry of Vite's manifest, as far as it is used. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isEntry: z.boolean().optional(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

/**
 * Reads which built files each entry needs. A style sheet that is an entry of its own, `map-styles`, belongs to the
 * entry it is named after. Without a manifest there are no assets: pages work without them.
 */
export async function readAssets(manifestPath: string): Promise<Record<string, PageAssets>> {
  const text = (await readIfThere(manifestPath)) ?? '{}';
  const manifest = Manifest.parse(JSON.parse(text));
  const assets: Record<string, PageAssets> = {};
  const entryOf = (name: string): PageAssets => {
    const known = assets[name] ?? { stylesheets: [], preload: [] };
    assets[name] = known;
    return known;
  };
  for (const { file, name, isEntry, css, imports } of Object.values(manifest)) {
    if (!isEntry || name === undefined) continue;
    const entry = entryOf(name.replace(/-styles$/, ''));
    if (file.endsWith('.css')) entry.stylesheets.push(`/${file}`);
    else entry.script = `/${file}`;
    entry.stylesheets.push(...css.map((path) => `/${path}`));
    entry.preload.push(
      ...imports.flatMap((key) => (manifest[key] ? [`/${manifest[key].file}`] : [])),
    );
  }
  return assets;
}
