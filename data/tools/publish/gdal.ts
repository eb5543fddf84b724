import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import initGdal from 'gdal3.js/node.js';
import type { Collection, FlatFeature } from '../../core/features/collection.ts';

/** Writes collections in the formats that GDAL writes best: it indexes, types and describes them as GIS programs expect. */
export interface GdalWriter {
  /**
   * One file with a layer for each collection.
   *
   * @param driver name of the format in GDAL: `GPKG`, `FlatGeobuf`
   * @param day day that the file gives as that of its writing, so that equal data give equal bytes
   */
  write(driver: string, collections: readonly Collection[], day: string): Promise<Uint8Array>;
  /** Takes the folder away that it wrote in. */
  close(): Promise<void>;
}

/** The package's own files, by a path from the working directory: it puts `./` before what it is given. */
function gdalFiles(): string {
  return relative(process.cwd(), dirname(createRequire(import.meta.url).resolve('gdal3.js')));
}

/**
 * GDAL as WebAssembly, for the build alone. It starts once, when it is first needed, since it keeps one folder for all that it
 * writes; files are written one after the other.
 */
export function createGdalWriter(): GdalWriter {
  let started: Promise<{ folder: string; gdal: Awaited<ReturnType<typeof initGdal>> }> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let files = 0;
  const start = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'family-esim-map-'));
    return { folder, gdal: await initGdal({ path: gdalFiles(), dest: folder }) };
  };

  async function writeFileWith(driver: string, collections: readonly Collection[], day: string) {
    started ??= start();
    const { folder, gdal } = await started;
    const name = `written-${files++}`;
    let written = '';
    for (const [index, collection] of collections.entries()) {
      const source = join(folder, `${name}-${collection.id}.json`);
      await writeFile(source, geoJsonOf(collection));
      const { datasets } = await gdal.open(source);
      const [dataset] = datasets;
      if (dataset === undefined) throw new Error(`GDAL cannot read ${collection.id}`);
      const options = ['-f', driver, '-nln', collection.id, ...(index === 0 ? [] : ['-update'])];
      const dated = ['--config', 'OGR_CURRENT_DATE', `${day}T00:00:00Z`];
      const { real } = await gdal.ogr2ogr(dataset, [...options, ...dated], name);
      await gdal.close(dataset);
      written = real;
    }
    return readFile(written);
  }

  return {
    write(driver, collections, day) {
      const written = last.then(() => writeFileWith(driver, collections, day));
      last = written.catch(() => undefined);
      return written;
    },
    async close() {
      await last;
      const folder = (await started)?.folder;
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** GDAL takes the id of a feature for its first column; the columns follow in their order. */
function geoJsonOf({ features }: Collection): string {
  const lines = features.map((feature: FlatFeature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[${lines.join(',')}]}`;
}
