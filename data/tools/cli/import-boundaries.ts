import { join } from 'node:path';
import { findProjectRoot } from '../authored/read-data-files.ts';
import { importBoundaries, readBoundaryArguments } from '../import/boundaries/import-boundaries.ts';

// npm run data:import-boundaries -- FILE|FOLDER --licence … --attribution …: better outlines in place of the shipped ones.
try {
  const root = findProjectRoot(import.meta.dirname);
  const tell = (message: string): void => console.error(message);
  const args = readBoundaryArguments(process.argv.slice(2));
  console.log(await importBoundaries(join(root, 'data'), args, tell));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
