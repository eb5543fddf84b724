import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { FOLDER_NAMES } from '../build/authored-data.ts';
import { type DataFiles, RELEASE_FILE } from '../build/read-data-files.ts';

/**
 * The authored files as they were at a git reference, by name below the data folder; nothing is checked out.
 * Throws with git's own words when the reference does not exist.
 */
export async function readGitFiles(projectRoot: string, reference: string): Promise<DataFiles> {
  const paths = [RELEASE_FILE, ...FOLDER_NAMES].map((name) => `data/${name}`);
  const listing = await git(projectRoot, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    reference,
    '--',
    ...paths,
  ]);
  const names = listing
    .toString('utf8')
    .split('\0')
    .filter((name) => name.endsWith('.json'));
  const requests = names.map((name) => `${reference}:${name}\n`).join('');
  const contents = splitBatch(await git(projectRoot, ['cat-file', '--batch'], requests));
  return new Map(
    names.map((name, index) => [name.slice('data/'.length), contents[index] ?? ''] as const),
  );
}

async function git(cwd: string, args: string[], input = ''): Promise<Buffer> {
  const child = spawn('git', args, { cwd });
  // git may be gone before it has read its input; its exit code and complaint say why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [output, complaint, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    exit,
  ]);
  if (code !== 0) throw new Error(`git ${args[0]}: ${complaint.toString('utf8').trim()}`);
  return output;
}

/** Contents out of `git cat-file --batch`: for each object a line `<hash> <type> <size>`, the bytes, a line break. */
function splitBatch(output: Buffer): string[] {
  const contents: string[] = [];
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf('\n', offset);
    const size = Number(output.toString('utf8', offset, end).split(' ')[2]);
    contents.push(output.toString('utf8', end + 1, end + 1 + size));
    offset = end + 1 + size + 1;
  }
  return contents;
}
