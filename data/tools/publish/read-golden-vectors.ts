import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Vector, VectorDataset } from '../../core/schema/vector.ts';
import { canonicalJson } from '../authored/content-hash.ts';

/** File of the vectors' own frozen facts; every other file holds questions with their answers. */
const DATASET_FILE = 'dataset.json';

/**
 * The golden vectors as one text to publish: the facts they are about and every question with the answer that the
 * rules must give, so that rules written elsewhere can be tested. Throws naming the file that does not fit.
 */
export async function readGoldenVectors(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const vectors = await Promise.all(
    names
      .filter((name) => name !== DATASET_FILE)
      .map((name) => readPart(join(folder, name), z.array(Vector))),
  );
  const dataset = await readPart(join(folder, DATASET_FILE), VectorDataset);
  return canonicalJson({ dataset, vectors: vectors.flat() });
}

async function readPart<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
