import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as z from 'zod';

/** A step of the build: what it reads, what it writes, and how it runs. Paths are below the root of the project. */
export interface BuildStep {
  name: string;
  /** Files and folders on which its result depends. */
  inputs: readonly string[];
  /** Folder that it fills. */
  output: string;
  run(): Promise<void>;
}

/** What a step was made from, and the size in bytes of each file that it wrote. */
const StepRecord = z.strictObject({ stamp: z.string(), sizes: z.record(z.string(), z.number()) });
type StepRecord = z.infer<typeof StepRecord>;
/** Records of all steps by name. */
export const StepRecords = z.record(z.string(), StepRecord);
export type StepRecords = z.infer<typeof StepRecords>;

/**
 * Runs a step unless its inputs are as they were when it ran last and what it wrote is still there. @returns its record,
 * and whether it ran
 */
export async function runStep(
  root: string,
  step: BuildStep,
  last: StepRecord | undefined,
): Promise<{ record: StepRecord; hasRun: boolean }> {
  const stamp = await stampOf(root, step.inputs);
  const output = join(root, step.output);
  if (last?.stamp === stamp && areAlike(last.sizes, await sizesIn(output))) {
    return { record: last, hasRun: false };
  }
  await step.run();
  return { record: { stamp, sizes: await sizesIn(output) }, hasRun: true };
}

/** One hash over names and contents of the files; one that is missing counts as empty. */
export async function stampOf(root: string, inputs: readonly string[]): Promise<string> {
  const files = (await Promise.all(inputs.map((path) => filesBelow(join(root, path))))).flat();
  const lines = await Promise.all(
    files.toSorted().map(async (file) => {
      const digest = createHash('sha256').update(await readFile(file).catch(() => ''));
      return `${digest.digest('hex')}  ${relative(root, file)}\n`;
    }),
  );
  return createHash('sha256').update(lines.join('')).digest('hex');
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const files = (await filesBelow(folder)).toSorted();
  const sizes = files.map(
    async (file) => [relative(folder, file), (await stat(file)).size] as const,
  );
  return Object.fromEntries(await Promise.all(sizes));
}

function areAlike(before: Record<string, number>, now: Record<string, number>): boolean {
  const names = Object.keys(before);
  return (
    names.length > 0 &&
    names.length === Object.keys(now).length &&
    names.every((name) => before[name] === now[name])
  );
}

/** The file itself, or all files below the folder; none where there is neither. */
async function filesBelow(path: string): Promise<string[]> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return [];
  if (!kind.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
