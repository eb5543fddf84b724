import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../../data/tools/files/replace.ts';
import { loadService } from '../../load-service.ts';
import { createCalendar } from '../../today.ts';
import { createCollections } from '../collections/create-collections.ts';
import { createRoutes } from '../create-routes.ts';
import { createOpenApiDocument } from '../openapi/create-document.ts';
import { REPORT_DOCUMENTS } from '../reports/report-documents.ts';
import { writeApiTypes } from './write-api-types.ts';

// A step of the build: the API's types for TypeScript users into build/types.
const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'build/types');

const service = await loadService(join(root, 'data/dist'), createCalendar(Date.now));
const routes = createRoutes(createCollections(service));
const document = createOpenApiDocument(
  [...routes.map((route) => route.document), ...REPORT_DOCUMENTS],
  { version: '3.1', origin: '' },
);
await mkdir(folder, { recursive: true });
await replaceFile(join(folder, 'api.d.ts'), await writeApiTypes(document));
console.log('build/types: api.d.ts');
