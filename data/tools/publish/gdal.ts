import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
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

/** What the thread is asked to write; `source`: path of the GeoJSON of a layer. */
export const GdalTask = z.strictObject({
  id: z.number(),
  driver: z.string(),
  day: z.string(),
  layers: z.array(z.strictObject({ name: z.string(), source: z.string() })),
});
export type GdalTask = z.infer<typeof GdalTask>;

/** Path of the file that the thread has written, or why it could not. */
const GdalAnswer = z.union([
  z.strictObject({ id: z.number(), path: z.string() }),
  z.strictObject({ id: z.number(), error: z.string() }),
]);
export type GdalAnswer = z.infer<typeof GdalAnswer>;

/** Tests run the sources, and a thread only what is compiled. */
const SCRIPT = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../../build/data/tools/publish/gdal-thread.js'
    : './gdal-thread.js',
  import.meta.url,
);

/** The folder that files are written in, and the way to ask for one. */
interface Thread {
  readonly folder: string;
  ask(task: Omit<GdalTask, 'id'>): Promise<string>;
}

/** Whoever waits for a file. */
interface Asked {
  resolve(path: string): void;
  reject(error: Error): void;
}

/** One thread a process: GDAL takes a second to start. */
let started: Promise<Thread> | undefined;

async function start(): Promise<Thread> {
  const folder = await mkdtemp(join(tmpdir(), 'family-esim-map-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const worker = new Worker(SCRIPT, { workerData: folder });
  const waiting = new Map<number, Asked>();
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost ??= error;
    for (const { reject } of waiting.values()) reject(lost);
  };
  worker.on('error', lose);
  worker.on('exit', () => lose(new Error('the thread of GDAL ended')));
  worker.on('message', (message: unknown) => {
    const answer = GdalAnswer.parse(message);
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    // A thread that has nothing to do keeps no build alive.
    if (waiting.size === 0) worker.unref();
    if ('path' in answer) asked?.resolve(answer.path);
    else asked?.reject(new Error(answer.error));
  });
  let tasks = 0;
  return {
    folder,
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost);
        const id = tasks++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...task, id } satisfies GdalTask);
      }),
  };
}

/** Files that were begun, so that no two have one name. */
let sources = 0;

/**
 * GDAL as WebAssembly, for the build alone, on a thread of its own: what else is made does not wait for it. It starts when
 * it is first needed; files are written one after the other.
 */
export function createGdalWriter(): GdalWriter {
  const written = new WeakMap<Collection, Promise<string>>();

  async function writeSource(folder: string, collection: Collection): Promise<string> {
    const source = join(folder, `source-${sources++}-${collection.id}.json`);
    await writeFile(source, geoJsonOf(collection));
    return source;
  }

  return {
    async write(driver, collections, day) {
      started ??= start();
      const { folder, ask } = await started;
      const layers = collections.map(async (collection) => {
        const source = written.get(collection) ?? writeSource(folder, collection);
        written.set(collection, source);
        return { name: collection.id, source: await source };
      });
      return readFile(await ask({ driver, day, layers: await Promise.all(layers) }));
    },
  };
}

/** GDAL takes the id of a feature for its first column; the columns follow in their order. */
function geoJsonOf({ features }: Collection): string {
  const lines = features.map((feature: FlatFeature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[${lines.join(',')}]}`;
}
