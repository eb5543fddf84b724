import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Keeping } from '../http/answer.ts';
import { type PreparedAnswer, prepareAnswer } from '../http/respond.ts';
import type { StandingHeaders } from '../http/standing-headers.ts';
import { mediaTypeOf } from './media-type.ts';

/** Files made smaller ahead of time stand beside the file they belong to. */
const CODED_ENDINGS = { '.br': 'br', '.gz': 'gzip' } as const;

/**
 * Reads a folder into answers by address, once: what is served is what was there at the start, and no request
 * names a path on the disk. A folder that is not there gives no files. Files and folders whose name starts with a dot stay out.
 */
export async function loadFiles(
  folder: string,
  options: {
    address: string;
    keeping: (name: string) => Keeping;
    standing: StandingHeaders;
    include?: (name: string) => boolean;
  },
): Promise<Map<string, PreparedAnswer>> {
  const answers = new Map<string, PreparedAnswer>();
  const names = (await listFiles(folder)).filter((name) => options.include?.(name) ?? true);
  const coded = names.filter((name) => endingOf(name) !== undefined);
  for (const name of names) {
    if (endingOf(name) !== undefined) continue;
    const answer = prepareAnswer(
      {
        status: 200,
        type: mediaTypeOf(name),
        body: await readFile(join(folder, name)),
        keeping: options.keeping(name),
        ranges: true,
      },
      options.standing,
    );
    for (const [ending, coding] of Object.entries(CODED_ENDINGS)) {
      if (coded.includes(`${name}${ending}`)) {
        answer.body.add(coding, await readFile(join(folder, `${name}${ending}`)));
      }
    }
    answers.set(`${options.address}/${name.split(sep).join('/')}`, answer);
  }
  return answers;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((name) => name.split(sep).every((segment) => !segment.startsWith('.')))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function endingOf(name: string): string | undefined {
  return Object.keys(CODED_ENDINGS).find((ending) => name.endsWith(ending));
}
