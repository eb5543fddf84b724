import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
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
}

/** The package's own files, by a path from the working directory: it puts `./` before what it is given. */
function gdalFiles(): string {
  return relative(process.cwd(), dirname(createRequire(import.meta.url).resolve('gdal3.js')));
}

type Started = { folder: string; gdal: Awaited<ReturnType<typeof initGdal>> };

/** The package is one instance a process, with one folder for all that it writes. */
let started: Promise<Started> | undefined;

async function start(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'family-esim-map-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { folder, gdal: await initGdal({ path: gdalFiles(), dest: folder }) };
}

/** Files that were begun, so that no two have one name. */
let files = 0;

/** GDAL as WebAssembly, for the build alone. It starts when it is first needed; files are written one after the other. */
export function createGdalWriter(): GdalWriter {
  let last: Promise<unknown> = Promise.resolve();

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
  };
}

/** GDAL takes the id of a feature for its first column; the columns follow in their order. */
function geoJsonOf({ features }: Collection): string {
  const lines = features.map((feature: FlatFeature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[${lines.join(',')}]}`;
}
