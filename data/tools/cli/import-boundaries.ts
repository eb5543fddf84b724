import { join } from 'node:path';
import { findProjectRoot } from '../authored/read-data-files.ts';
import { importBoundaries, readBoundaryArguments } from '../import/boundaries/import-boundaries.ts';
import { runCommand } from '../run-command.ts';

// npm run data:import-boundaries -- FILE|FOLDER --licence … --attribution …: better outlines in place of the shipped ones.
await runCommand(async () => {
  const root = findProjectRoot(import.meta.dirname);
  const tell = (message: string): void => console.error(message);
  const args = readBoundaryArguments(process.argv.slice(2));
  console.log(await importBoundaries(join(root, 'data'), args, tell));
});
