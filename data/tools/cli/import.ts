import { join } from 'node:path';
import { findProjectRoot } from '../authored/data-files.ts';
import { runCommand } from '../run-command.ts';

// What others publish, in place of what is shipped: `npm run data:import-boundaries` is `import.js boundaries`. Each importer is
// loaded only where it is asked for.
const root = findProjectRoot(import.meta.dirname);

await runCommand(async () => {
  const [what = '', ...args] = process.argv.slice(2);
  if (what === 'boundaries') return importBoundaries(args);
  if (what === 'numbering') return importNumbering(args);
  throw new Error('expected boundaries or numbering');
});

/** `FILE|FOLDER --licence … --attribution …`: better outlines in place of the shipped ones. */
async function importBoundaries(args: string[]): Promise<undefined> {
  const importer = await import('../import/boundaries/import-boundaries.ts');
  const tell = (message: string): void => console.error(message);
  const wanted = importer.readBoundaryArguments(args);
  console.log(await importer.importBoundaries(join(root, 'data'), wanted, tell));
}

/** `FILE --date DAY`: the official register (DEF-9xx.csv) as a table for the service. */
async function importNumbering(args: string[]): Promise<undefined> {
  const importer = await import('../import/numbering/import-numbering.ts');
  const today = new Date().toISOString().slice(0, 10);
  const wanted = importer.readNumberingArguments(args);
  console.log(await importer.importIntoProject(root, wanted, today));
}
