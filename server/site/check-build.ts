import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import * as z from 'zod';

const DECODERS = { '.br': createBrotliDecompress, '.gz': createGunzip } as const;

const DataSums = z.looseObject({ files: z.record(z.string(), z.string()) });
const ClientSums = z.record(z.string(), z.string());

/** Files of `data/dist` that nobody can do without, whatever its list says. */
const NEEDED = ['dataset.json', 'places.json', 'places.compact.json', 'downloads/index.json'];

/**
 * Looks whether the built data and the built browser files are what their builds wrote: each file is there with the
 * sum that was noted of it, in its encoded forms, too.
 *
 * @param root folder of the project
 * @throws Error naming each file that is not, and what to do.
 */
export async function checkBuild(root: string): Promise<void> {
  const faults = [...(await checkData(join(root, 'data/dist'))), ...(await checkClient(root))];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** The faults of a `data/dist`, each as a sentence that names the file and the remedy. */
async function checkData(folder: string): Promise<string[]> {
  const remedy = 'run `npm run data:build`';
  const list = join(folder, 'build-info.json');
  const sums = await readSums(
    list,
    DataSums.transform(({ files }) => files),
  );
  if (typeof sums === 'string') return [`${sums}: ${remedy}`];
  const missing = NEEDED.filter((name) => sums[name] === undefined);
  const found = await checkAll(folder, sums, 'hex');
  return [
    ...missing.map((name) => `${list} does not list ${name}: ${remedy}`),
    ...found.map((fault) => `${fault}: ${remedy}`),
  ];
}

async function checkClient(root: string): Promise<string[]> {
  const remedy = 'run `npm run build`';
  const folder = join(root, 'client/dist');
  const sums = await readSums(join(folder, '.vite/sums.json'), ClientSums);
  if (typeof sums === 'string') return [`${sums}: ${remedy}`];
  const found = await checkAll(folder, sums, 'base64');
  const manifest = await readSums(
    join(folder, '.vite/manifest.json'),
    z.record(z.string(), z.unknown()),
  );
  const faults = [...found, ...(typeof manifest === 'string' ? [manifest] : [])];
  return faults.map((fault) => `${fault}: ${remedy}`);
}

async function readSums<T>(path: string, schema: z.ZodType<T>): Promise<T | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return `${path} cannot be read`;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return `${path} is not the list of a build`;
  }
}

async function checkFile(path: string, sum: string, form: 'hex' | 'base64'): Promise<string[]> {
  const found = await sumOf(path, form);
  if (found === undefined) return [`${path} is missing`];
  const faults = found === sum ? [] : [`${path} is not what its build wrote`];
  for (const [ending, createDecoder] of Object.entries(DECODERS)) {
    if (!existsSync(path + ending)) continue;
    if ((await sumOf(path + ending, form, createDecoder())) !== sum) {
      faults.push(`${path}${ending} does not hold what ${path} holds`);
    }
  }
  return faults;
}

/** Sum of a file, decoded on the way; `undefined` where it cannot be read. None is in memory as a whole. */
async function sumOf(
  path: string,
  form: 'hex' | 'base64',
  decoder: Transform = new PassThrough(),
): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), decoder, hash);
    return hash.digest(form);
  } catch {
    return undefined;
  }
}

/** Faults of all files of a list, looked at one after the other: all at once would take more memory than the service. */
async function checkAll(
  folder: string,
  sums: Readonly<Record<string, string>>,
  form: 'hex' | 'base64',
): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, sum] of Object.entries(sums)) {
    faults.push(...(await checkFile(join(folder, name), sum, form)));
  }
  return faults;
}
