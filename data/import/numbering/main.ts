import { findProjectRoot } from '../../build/project-root.ts';
import { importIntoProject } from './import-into-project.ts';
import { readArguments } from './read-arguments.ts';

// npm run data:import-numbering -- FILE --date DAY: the official register (DEF-9xx.csv) as a table for the service.
try {
  const root = findProjectRoot(import.meta.dirname);
  console.log(await importIntoProject(root, readArguments(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
