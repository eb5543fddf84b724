import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import * as z from 'zod';

const decoders = { '.br': promisify(brotliDecompress), '.gz': promisify(gunzip) } as const;

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
export async function checkData(folder: string): Promise<string[]> {
  const remedy = 'run `npm run data:build`';
  const list = join(folder, 'build-info.json');
  const sums = await readSums(
    list,
    DataSums.transform(({ files }) => files),
  );
  if (typeof sums === 'string') return [`${sums}: ${remedy}`];
  const missing = NEEDED.filter((name) => sums[name] === undefined);
  const found = await Promise.all(
    Object.entries(sums).map(([name, sum]) => checkFile(join(folder, name), sum, 'hex')),
  );
  return [
    ...missing.map((name) => `${list} does not list ${name}: ${remedy}`),
    ...found.flat().map((fault) => `${fault}: ${remedy}`),
  ];
}

async function checkClient(root: string): Promise<string[]> {
  const remedy = 'run `npm run build`';
  const folder = join(root, 'client/dist');
  const sums = await readSums(join(folder, '.vite/sums.json'), ClientSums);
  if (typeof sums === 'string') return [`${sums}: ${remedy}`];
  const found = await Promise.all(
    Object.entries(sums).map(([name, sum]) => checkFile(join(folder, name), sum, 'base64')),
  );
  const manifest = await readSums(
    join(folder, '.vite/manifest.json'),
    z.record(z.string(), z.unknown()),
  );
  const faults = [...found.flat(), ...(typeof manifest === 'string' ? [manifest] : [])];
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
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return [`${path} is missing`];
  const sumOf = (content: Uint8Array) => createHash('sha256').update(content).digest(form);
  const faults = sumOf(bytes) === sum ? [] : [`${path} is not what its build wrote`];
  for (const [ending, decode] of Object.entries(decoders)) {
    const coded = await readFile(path + ending).catch(() => undefined);
    if (coded === undefined) continue;
    const decoded = await decode(coded).catch(() => undefined);
    if (decoded === undefined || sumOf(decoded) !== sum) {
      faults.push(`${path}${ending} does not hold what ${path} holds`);
    }
  }
  return faults;
}
