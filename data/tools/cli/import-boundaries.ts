import { join } from 'node:path';
import { findProjectRoot } from '../authored/read-data-files.ts';
import { importBoundaries } from '../import/boundaries/import-boundaries.ts';

// npm run data:import-boundaries -- FILE: a better boundary file in place of the shipped one.
const [file, ...rest] = process.argv.slice(2);
if (file === undefined || rest.length > 0) {
  console.error('Name one GeoJSON file: npm run data:import-boundaries -- FILE');
  process.exitCode = 1;
} else {
  try {
    const root = findProjectRoot(import.meta.dirname);
    console.log(await importBoundaries(join(root, 'data'), file));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
