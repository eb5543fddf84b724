import { join } from 'node:path';
import type { JSONSchema } from 'json-schema-to-typescript';
import type { KeptWork } from '../../../data/tools/files/kept-work.ts';
import { replaceFolder } from '../../../data/tools/files/replace.ts';
import { loadService } from '../../load-service.ts';
import { createCollections } from '../collections/create-collections.ts';
import { createRoutes } from '../create-api.ts';
import { createCalendar } from '../datetime.ts';
import { createOpenApiDocument } from '../openapi/create-document.ts';
import type { JsonObject } from '../openapi/schemas.ts';
import { REPORT_DOCUMENTS } from '../report-documents.ts';

const BANNER = `/**
 * Types of the Family eSIM Map API, written from its OpenAPI document.
 * \`Operations['locatePoint']['answer']\` is what \`GET /locate\` answers; \`query\`, \`path\` and \`body\` are what it takes.
 */`;

/** A step of the build: writes the API's types for TypeScript users into `build/types`, of the built data. */
export async function makeTypes(root: string, kept: KeptWork): Promise<void> {
  const service = await loadService(join(root, 'data/dist'), createCalendar(Date.now));
  const routes = createRoutes(createCollections(service));
  const document = createOpenApiDocument(
    [...routes.map((route) => route.document), ...REPORT_DOCUMENTS],
    { version: '3.1', origin: '' },
  );
  const inputs = ['types', JSON.stringify(document)];
  const types = await kept.reuse(inputs, async () => Buffer.from(await writeApiTypes(document)));
  await replaceFolder(join(root, 'build/types'), (put) => put('api.d.ts', types));
  await kept.sweep();
  console.log('build/types: api.d.ts');
}

/**
 * TypeScript declarations of an OpenAPI 3.1 document: every named schema, and under `Operations` what each operation
 * takes and answers, by its `operationId`. They need no other file.
 */
async function writeApiTypes(document: JsonObject): Promise<string> {
  // With a formatter in it: loaded only where there is something to write.
  const { compile } = await import('json-schema-to-typescript');
  const operations = operationsOf(document).map((operation): [string, JsonObject] => [
    String(operation.operationId),
    schemaOf(operation),
  ]);
  const schema: JSONSchema = asDraft4({
    ...objectOf(
      Object.fromEntries(operations),
      operations.map(([name]) => name),
    ),
    definitions: inner(document, 'components', 'schemas'),
  });
  return compile(schema, 'Operations', {
    bannerComment: BANNER,
    additionalProperties: false,
    unreachableDefinitions: true,
  });
}

function operationsOf(document: JsonObject): JsonObject[] {
  return Object.values(inner(document, 'paths')).flatMap((methods) =>
    isObject(methods) ? Object.values(methods).filter(isObject) : [],
  );
}

function schemaOf(operation: JsonObject): JsonObject {
  const parameters = Array.isArray(operation.parameters)
    ? operation.parameters.filter(isObject)
    : [];
  const parts: Record<string, JsonObject> = {
    path: parametersIn('path', parameters),
    query: parametersIn('query', parameters),
    answer: jsonSchemaOf(inner(operation, 'responses', '200', 'content')),
  };
  if (operation.requestBody !== undefined) {
    parts.body = jsonSchemaOf(inner(operation, 'requestBody', 'content'));
  }
  return { description: operation.summary, ...objectOf(parts, Object.keys(parts)) };
}

function parametersIn(place: string, parameters: readonly JsonObject[]): JsonObject {
  const here = parameters.filter((parameter) => parameter.in === place);
  const properties = here.map(({ name, description, schema }) => [
    String(name),
    { ...(isObject(schema) ? schema : {}), description },
  ]);
  const required = here.filter((parameter) => parameter.required === true);
  return objectOf(
    Object.fromEntries(properties),
    required.map(({ name }) => String(name)),
  );
}

/** Schema of the JSON representation; text where an address has none. */
function jsonSchemaOf(content: JsonObject): JsonObject {
  const json = Object.entries(content).find(([type]) => type.includes('json'))?.[1];
  return isObject(json) && isObject(json.schema) ? json.schema : { type: 'string' };
}

function objectOf(properties: JsonObject, required: readonly string[]): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The same schema in the words of JSON Schema draft 4, which the compiler reads. */
function asDraft4(schema: JsonObject): JSONSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') {
      return value.replace('#/components/schemas/', '#/definitions/');
    }
    if (!isObject(value) || !('prefixItems' in value)) return value;
    const { prefixItems, items, ...rest } = value;
    return { ...rest, items: prefixItems, additionalItems: items ?? false };
  });
}

function inner(value: JsonObject, ...names: readonly string[]): JsonObject {
  let found: unknown = value;
  for (const name of names) found = isObject(found) ? found[name] : undefined;
  return isObject(found) ? found : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
