import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCollections } from '../collections/create-collections.ts';
import { createRoutes } from '../create-routes.ts';
import { loadService } from '../load-service.ts';
import { createOpenApiDocument } from '../openapi/create-document.ts';
import { createCalendar } from '../today.ts';
import { writeApiTypes } from './write-api-types.ts';

// A step of the build: the API's types for TypeScript users into build/types.
const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'build/types');

const service = await loadService(join(root, 'data/dist'), createCalendar(Date.now));
const routes = createRoutes(service, createCollections(service));
const document = createOpenApiDocument(
  routes.map((route) => route.document),
  { version: '3.1', origin: '' },
);
await mkdir(folder, { recursive: true });
const file = join(folder, 'api.d.ts');
await writeFile(`${file}.tmp`, await writeApiTypes(document));
await rename(`${file}.tmp`, file);
console.log('build/types: api.d.ts');
