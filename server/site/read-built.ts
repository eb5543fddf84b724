import { join } from 'node:path';
import * as z from 'zod';
import type { CountryOutlines, PageAssets } from '../../client/server-entry.tsx';
import { RegionId } from '../../data/core/schema/ids.ts';
import { inEachLanguage, type Language } from '../../data/core/schema/localized-text.ts';
import { DownloadEntry } from '../../data/core/schema/release.ts';
import { readIfThere } from './load-files.ts';

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

/** Words of a language without which an entry's script does nothing: fetched with it, not after it. */
const WORDS_OF: Readonly<Record<string, string>> = { check: 'index', map: 'map' };

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
    const words = WORDS_OF[name];
    if (words !== undefined) entry.words = wordsIn(manifest, words);
  }
  return assets;
}

function wordsIn(manifest: z.infer<typeof Manifest>, words: string): PageAssets['words'] {
  const filesOf = (language: Language): string[] => {
    const chunk = manifest[`i18n/${language}/${words}.ts`];
    if (chunk === undefined) return [];
    const files = [chunk.file, ...chunk.imports.flatMap((key) => manifest[key]?.file ?? [])];
    return files.map((file) => `/${file}`);
  };
  return inEachLanguage(filesOf);
}

const Outlines = z.object({
  viewBox: z.string(),
  paths: z.record(RegionId, z.string()),
  labelPoints: z.record(RegionId, z.tuple([z.number(), z.number()])),
});

/** Reads a drawn map of `data/dist/locators`; `undefined` where none was built: pages then show none. */
export async function readOutlines(path: string): Promise<CountryOutlines | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : Outlines.parse(JSON.parse(text));
}

/** The files of `data/dist/downloads` as its `index.json` lists them; none where no downloads were built. */
export async function readDownloadIndex(folder: string): Promise<DownloadEntry[]> {
  const text = (await readIfThere(join(folder, 'index.json'))) ?? '[]';
  return z.array(DownloadEntry).parse(JSON.parse(text));
}
