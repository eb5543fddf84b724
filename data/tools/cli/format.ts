import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatDataFile } from '../authored/format-json.ts';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { replaceFile } from '../files/replace.ts';

// npm run data:format [-- --check]: one way to write every authored file.
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const dataFolder = join(findProjectRoot(import.meta.dirname), 'data/facts');
const files = await readDataFiles(dataFolder);
const changed = [...files].flatMap(([file, text]) => {
  const formatted = formatDataFile(file, text);
  return formatted === text ? [] : [{ file, formatted }];
});
for (const { file, formatted } of changed) {
  if (values.check) console.log(`${file} is not formatted`);
  else await replaceFile(join(dataFolder, file), formatted);
}
console.log(
  `${files.size} files, ${changed.length} ${values.check ? 'to format: npm run data:format' : 'formatted'}`,
);
if (values.check && changed.length > 0) process.exitCode = 1;
