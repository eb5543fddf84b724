import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { hashFiles, sha256 } from '../authored/content-hash.ts';
import type { DataFiles } from '../authored/data-files.ts';

const BuildInfo = z.looseObject({
  inputs: z.string(),
  files: z.record(z.string(), z.string()),
});

/**
 * One hash over everything a build depends on: the authored files, the compiled code of `data`, files beside them such as
 * the lock file, which pins the packages that data comes from, and the version of Node, whose Brotli and ICU write and sort.
 * Equal stamps mean that building again would write the same bytes.
 *
 * @param codeFolder folder of the compiled code of `data`
 * @param others further files; one that is missing counts as empty
 */
export async function stampInputs(
  authored: DataFiles,
  codeFolder: string,
  others: readonly string[],
): Promise<string> {
  const names = (await readdir(codeFolder, { recursive: true })).filter((name) =>
    name.endsWith('.js'),
  );
  const code = names.map(
    async (name) => [`code/${name}`, await readFile(join(codeFolder, name), 'utf8')] as const,
  );
  const further = others.map(
    async (file) =>
      [`other/${basename(file)}`, await readFile(file, 'utf8').catch(() => '')] as const,
  );
  return hashFiles(
    new Map([
      ...authored,
      ...(await Promise.all(code)),
      ...(await Promise.all(further)),
      ['node', process.version],
    ]),
  );
}

async function readBuildInfo(distFolder: string): Promise<z.infer<typeof BuildInfo>> {
  const text = await readFile(join(distFolder, 'build-info.json'), 'utf8');
  return BuildInfo.parse(JSON.parse(text));
}

/** Whether a built folder was made from inputs with this stamp and still holds every file as it was written. */
export async function isUpToDate(distFolder: string, inputs: string): Promise<boolean> {
  try {
    const info = await readBuildInfo(distFolder);
    if (info.inputs !== inputs) return false;
    const checks = Object.entries(info.files).map(
      async ([name, hash]) => sha256(await readFile(join(distFolder, name))) === hash,
    );
    return (await Promise.all(checks)).every(Boolean);
  } catch {
    // Whatever keeps it from being read (missing, cut short, of an older version), building again mends it.
    return false;
  }
}
