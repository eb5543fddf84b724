import * as z from 'zod';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Vector, VectorDataset } from '../../data/core/eligibility/run-vectors.ts';

const DATASET_FILE = 'dataset.json';

/** A vector before its answer has been written, or with one by rules of before. */
export const Question = Vector.extend({ expected: z.unknown().optional() });
export type Question = z.infer<typeof Question>;

/** The frozen facts of a vectors folder, parsed. */
export function readVectorDataset(folder: string): VectorDataset {
  return VectorDataset.parse(readJson(folder, DATASET_FILE));
}

/** The questions of a vectors folder by file name, in order of name. */
export function readQuestions(folder: string): Map<string, Question[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = names.filter((name) => name !== DATASET_FILE).sort();
  return new Map(files.map((name) => [name, z.array(Question).parse(readJson(folder, name))]));
}

/** All vectors of a folder with their answers; fails when one has none. */
export function readVectors(folder: string): Vector[] {
  return z.array(Vector).parse([...readQuestions(folder).values()].flat());
}

function readJson(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
