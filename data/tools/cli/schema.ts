import { join } from 'node:path';
import { jsonSchemaFiles } from '../authored/format-json.ts';
import { findProjectRoot } from '../authored/read-data-files.ts';
import { replaceFile } from '../files/replace.ts';

// npm run data:schema: writes data/facts/json-schema/*.schema.json, which a test keeps equal to the zod schemas.
const folder = join(findProjectRoot(import.meta.dirname), 'data/facts/json-schema');
const files = jsonSchemaFiles();
for (const [name, text] of files) await replaceFile(join(folder, name), text);
console.log(`${files.size} JSON Schemas written to data/facts/json-schema`);
