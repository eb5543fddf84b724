import { API_ROOT, DATA_LICENCE } from '../../links.ts';
import { PROBLEM_TYPE } from '../../middleware/problem.ts';
import type { RouteDocument } from '../../route.ts';
import {
  createSchemaWriter,
  INPUT_SCHEMAS,
  type JsonObject,
  NAMED_SCHEMAS,
  type OpenApiVersion,
} from './schemas.ts';

/** Version of the API; the first number stands in the path. `test/server/openapi` guards it. */
const API_VERSION = '1.13.0';

const FULL_VERSIONS = { '3.0': '3.0.3', '3.1': '3.1.0' } as const;

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'A parameter or the body is wrong; `errors` names each error',
  405: 'The address knows other methods; see `Allow`',
  406: 'None of the accepted media types is offered',
  412: '`If-Match` does not name the present version',
  413: 'The body is too large',
  414: 'The query is too long',
  415: 'The body has another media type',
  431: 'The fields or the address of the request are too large to be read',
  429: 'Too many requests from this address; see `Retry-After`',
  500: 'The server failed',
};

const VALIDATOR = {
  ETag: { description: 'Strong validator of these bytes', schema: { type: 'string' } },
};

/** Statuses of every operation, and those of one that reads or takes a body. */
const COMMON_REFUSALS = [400, 405, 406, 414, 429, 431, 500];
const READING_REFUSALS = [412];
const BODY_REFUSALS = [413, 415];

type Writer = ReturnType<typeof createSchemaWriter>;

/** An operation or a named schema of a document. */
type DescribedPart =
  | { readonly path: string; readonly method: string; readonly operation: JsonObject }
  | { readonly name: string; readonly schema: JsonObject };

/** What a document says wherever it is asked for. */
export interface Described {
  readonly paths: Readonly<Record<string, JsonObject>>;
  readonly schemas: JsonObject;
}

interface DocumentOptions {
  readonly version: OpenApiVersion;
  /** Where the API is; empty where that is not known. */
  readonly origin: string;
}

/** The API description of a set of routes: what is documented is what the routes check. */
export function createOpenApiDocument(
  routes: readonly RouteDocument[],
  options: DocumentOptions,
): JsonObject {
  return documentOf(joinDescribed([...describeRoutes(routes, options.version)]), options);
}

/** Describes a set of routes part by part: all of them take a tenth of a second. */
export function* describeRoutes(
  routes: readonly RouteDocument[],
  version: OpenApiVersion,
): Iterable<DescribedPart> {
  const writer = createSchemaWriter({ input: INPUT_SCHEMAS, output: NAMED_SCHEMAS }, version);
  for (const route of routes) {
    const { path, method } = route;
    yield { path, method, operation: describeOperation(route, writer) };
  }
  for (const [name, schema] of writer.components()) yield { name, schema };
}

/** Puts the parts of a description together. */
export function joinDescribed(parts: readonly DescribedPart[]): Described {
  const paths: Record<string, JsonObject> = {};
  const schemas: JsonObject = {};
  for (const part of parts) {
    if ('name' in part) schemas[part.name] = part.schema;
    else paths[part.path] = { ...paths[part.path], [part.method]: part.operation };
  }
  return { paths, schemas };
}

/** The document of what was described, for an origin. */
export function documentOf(
  { paths, schemas }: Described,
  { version, origin }: DocumentOptions,
): JsonObject {
  return {
    openapi: FULL_VERSIONS[version],
    info: {
      title: 'Family eSIM Map API',
      version: API_VERSION,
      description:
        'Whether a family in Russia can share one mobile plan with eSIMs, per region and operator, as a verdict with its evidence. Values are ordered no < unknown < partial < yes; unknown never stands for no. Reading needs no key. Every answer is a function of the data and the query; `ETag` and `datasetHash` tell when it changes.',
      contact: {
        name: 'Family eSIM Map',
        // A copy that does not know its address has none to name: the standard wants a whole one.
        ...(origin === '' ? {} : { url: `${origin}/en/about` }),
      },
      license: {
        name: 'MIT (code), CC BY 4.0 (data)',
        url: DATA_LICENCE,
      },
    },
    servers: [{ url: `${origin}${API_ROOT}` }],
    security: [],
    tags: [
      { name: 'Eligibility', description: 'Verdicts and places' },
      { name: 'OGC API Features', description: 'Collections for GIS clients' },
      { name: 'Facts', description: 'Operators, sources and the data set' },
      { name: 'Reports', description: 'What families tell, and what became of it' },
    ],
    paths,
    components: {
      schemas,
      responses: {
        NotModified: {
          description: '`If-None-Match` names the present version: what the client has is good',
          headers: VALIDATOR,
        },
        ...Object.fromEntries(
          Object.entries(REFUSALS).map(([status, description]) => [
            `Problem${status}`,
            {
              description,
              content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
        ),
      },
    },
  };
}

function describeOperation(route: RouteDocument, writer: Writer): JsonObject {
  const { operationId, tag, summary, answer, body, deprecation } = route;
  const { description = answer.description } = route;
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    ...(deprecation === undefined ? {} : { deprecated: true }),
    parameters: [...pathParameters(route), ...queryParameters(route, writer)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: `At most ${body.maxBytes} bytes of JSON in UTF-8; no key twice in one object`,
            content: {
              'application/json': {
                schema: writer.write(body.schema, 'input'),
                example: body.example,
              },
            },
          },
        }),
    responses: describeResponses(route, writer),
  };
}

function pathParameters({ params = {} }: RouteDocument): JsonObject[] {
  return Object.entries(params).map(([name, { description, example, pattern }]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', ...(pattern === undefined ? {} : { pattern }) },
    example,
  }));
}

function queryParameters(
  { path, query, example = {} }: RouteDocument,
  writer: Writer,
): JsonObject[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = writer.write(schema, 'output');
    if (description === undefined)
      throw new Error(`${path}: the parameter ${name} is not described`);
    return {
      name,
      in: 'query',
      required: !schema.safeParse(undefined).success,
      description,
      schema: rest,
      style: 'form',
      explode: false,
      ...exampleOf(example[name], rest.type),
    };
  });
}

/** An example in the type that the parameter's schema states. */
function exampleOf(text: string | undefined, type: unknown): JsonObject {
  if (text === undefined) return {};
  return { example: type === 'number' || type === 'integer' ? Number(text) : text };
}

function describeResponses(route: RouteDocument, writer: Writer): JsonObject {
  const { answer, body, refusals = {} } = route;
  const content = Object.entries(answer.content).map(([type, schema]) => {
    const json = schema === undefined ? { type: 'string' } : writer.write(schema, 'output');
    const example =
      schema === undefined || answer.example === undefined ? {} : { example: answer.example };
    return [type, { schema: json, ...example }];
  });
  const problems = [...COMMON_REFUSALS, ...(body === undefined ? READING_REFUSALS : BODY_REFUSALS)]
    .filter((status) => refusals[status] === undefined)
    .map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  const own = Object.entries(refusals).map(([status, description]) => [
    status,
    {
      description,
      content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return {
    [answer.status ?? 200]: {
      description: answer.description,
      headers: VALIDATOR,
      content: Object.fromEntries(content),
    },
    ...(body === undefined && { 304: { $ref: '#/components/responses/NotModified' } }),
    ...Object.fromEntries([...problems, ...own]),
  };
}
