import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import initGdal from 'gdal3.js/node.js';
import * as z from 'zod';
import { type GdalAnswer, GdalTask } from './gdal.ts';

type Gdal = Awaited<ReturnType<typeof initGdal>>;
type Opened = ReturnType<Gdal['open']>;

const port = parentPort;
if (port !== null) serve(z.string().parse(workerData), (answer) => port.postMessage(answer));

/** The package's own files, by a path from the working directory: it puts `./` before what it is given. */
function gdalFiles(): string {
  return relative(process.cwd(), dirname(createRequire(import.meta.url).resolve('gdal3.js')));
}

/** Writes files into a folder, one after the other, in the order in which they are asked for. */
function serve(folder: string, send: (answer: GdalAnswer) => void): void {
  const started = initGdal({ path: gdalFiles(), dest: folder });
  /** Each source goes into several formats, and is read once. */
  const opened = new Map<string, Opened>();
  let last: Promise<void> = Promise.resolve();

  async function write({ id, driver, day, layers }: GdalTask): Promise<string> {
    const gdal = await started;
    let written = '';
    for (const [index, { name, source }] of layers.entries()) {
      const open = opened.get(source) ?? gdal.open(source);
      opened.set(source, open);
      const [dataset] = (await open).datasets;
      if (dataset === undefined) throw new Error(`GDAL cannot read ${name}`);
      const options = ['-f', driver, '-nln', name, ...(index === 0 ? [] : ['-update'])];
      const dated = ['--config', 'OGR_CURRENT_DATE', `${day}T00:00:00Z`];
      const { real } = await gdal.ogr2ogr(dataset, [...options, ...dated], `written-${id}`);
      written = real;
    }
    return written;
  }

  port?.on('message', (message: unknown) => {
    const task = GdalTask.parse(message);
    last = last
      .then(() => write(task))
      .then(
        (path) => send({ id: task.id, path }),
        (error: unknown) => send({ id: task.id, error: String(error) }),
      );
  });
}
