import { join } from 'node:path';
import { jsonSchemaFiles } from '../build/json-schema-files.ts';
import { findProjectRoot } from '../build/project-root.ts';
import { replaceFile } from '../files/replace-file.ts';

// npm run data:schema: writes data/schema/json/*.schema.json, which a test keeps equal to the zod schemas.
const folder = join(findProjectRoot(import.meta.dirname), 'data/schema/json');
const files = jsonSchemaFiles();
for (const [name, text] of files) await replaceFile(join(folder, name), text);
console.log(`${files.size} JSON Schemas written to data/schema/json`);
