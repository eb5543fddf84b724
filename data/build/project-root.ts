import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above with a `package.json`: the compiled code lies deeper than the sources do. */
export function findProjectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('no package.json in any folder above: run this inside the project');
  return findProjectRoot(parent);
}
