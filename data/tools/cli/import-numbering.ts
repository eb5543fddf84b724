import { findProjectRoot } from '../authored/read-data-files.ts';
import { importIntoProject, readNumberingArguments } from '../import/numbering/import-numbering.ts';
import { runCommand } from '../run-command.ts';

// npm run data:import-numbering -- FILE --date DAY: the official register (DEF-9xx.csv) as a table for the service.
await runCommand(async () => {
  const root = findProjectRoot(import.meta.dirname);
  const today = new Date().toISOString().slice(0, 10);
  console.log(await importIntoProject(root, readNumberingArguments(process.argv.slice(2)), today));
});
