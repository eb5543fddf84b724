import * as z from 'zod';

/** Versions of the standard that the document is published in. */
export type OpenApiVersion = '3.0' | '3.1';

/** JSON as it stands in an OpenAPI document. */
export type JsonObject = { [key: string]: unknown };

/** Schemas that get a name of their own in the document. */
export type NamedSchemas = Readonly<Record<string, z.ZodType>>;

const TARGETS = { '3.0': 'openapi-3.0', '3.1': 'draft-2020-12' } as const;

/** Writes zod schemas as OpenAPI schemas; named ones as references into `components`. */
export function createSchemaWriter(named: NamedSchemas, version: OpenApiVersion) {
  const registry = z.registry<{ id?: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const target = TARGETS[version];

  return {
    /** A schema in the place where it is used. */
    write(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
      const {
        $schema: _dialect,
        definitions: _old,
        $defs: _new,
        ...rest
      } = z.toJSONSchema(schema, {
        target,
        io,
        metadata: registry,
        unrepresentable: 'any',
        override: ({ jsonSchema, zodSchema }) => {
          Object.assign(jsonSchema, z.globalRegistry.get(zodSchema));
          delete jsonSchema.id;
        },
      });
      return rewrite(rest);
    },
    /** All named schemas, for `components.schemas`. */
    components(): JsonObject {
      return Object.fromEntries(
        Object.entries(named).map(([id, schema]) => {
          const own = z.registry<{ id?: string }>();
          for (const [otherId, other] of Object.entries(named)) {
            if (otherId !== id) own.add(other, { id: otherId });
          }
          const {
            $schema: _dialect,
            definitions: _old,
            $defs: _new,
            ...rest
          } = z.toJSONSchema(schema, {
            target,
            io: 'output',
            metadata: own,
            unrepresentable: 'any',
            override: ({ jsonSchema }) => void delete jsonSchema.id,
          });
          return [id, rewrite(rest)];
        }),
      );
    },
  };
}

/** Points references at `components` and drops what OpenAPI does not know. */
function rewrite(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
    if (key === '$ref' && typeof inner === 'string') {
      return inner.replace(/^#\/(definitions|\$defs)\//, '#/components/schemas/');
    }
    return key === '~standard' ? undefined : inner;
  });
}
