import * as z from 'zod';
import {
  AxisResult,
  Evidence,
  OperatorAssessment,
  TraceStep,
} from '../../../data/core/schema/assessment.ts';
import { Finding, OpenQuestion, Source } from '../../../data/core/schema/claim.ts';
import { Condition } from '../../../data/core/schema/condition.ts';
import { DatasetClaim, DatasetOperator } from '../../../data/core/schema/dataset.ts';
import { Household, Line, Member } from '../../../data/core/schema/household.ts';
import { LocalizedText } from '../../../data/core/schema/localized-text.ts';
import { ChangeSet, Cost, Step } from '../../../data/core/schema/outlook.ts';
import { Plan } from '../../../data/core/schema/plan.ts';
import { Location } from '../../../data/core/schema/region.ts';
import { Axis, Verdict } from '../../../data/core/schema/verdict.ts';
import { Link } from '../../links.ts';
import { Problem, ValidationError } from '../../middleware/problem.ts';
import { CollectionDescription, Collections } from '../routes/collection-routes.ts';
import { Eligibility, RegionEligibility, Restriction } from '../routes/eligibility-routes.ts';
import { Conformance, LandingPage } from '../routes/landing-route.ts';

/** Versions of the standard that the document is published in. */
export type OpenApiVersion = '3.0' | '3.1';

/** JSON as it stands in an OpenAPI document. */
export type JsonObject = { [key: string]: unknown };

/** Schemas that get a name of their own in the document. */
type NamedSchemas = Readonly<Record<string, z.ZodType>>;

const TARGETS = { '3.0': 'openapi-3.0', '3.1': 'draft-2020-12' } as const;

/** Writes zod schemas as OpenAPI schemas; named ones as references into `components`. */
export function createSchemaWriter(
  named: { input: NamedSchemas; output: NamedSchemas },
  version: OpenApiVersion,
) {
  const all = { ...named.input, ...named.output };
  const target = TARGETS[version];

  /** Names all schemas except the one that is being written out in full. */
  function write(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    const registry = z.registry<{ id?: string }>();
    for (const [id, other] of Object.entries(all))
      if (other !== schema) registry.add(other, { id });
    return cleanUp(toJsonSchema(schema, io, registry));
  }

  function toJsonSchema(
    schema: z.ZodType,
    io: 'input' | 'output',
    registry: ReturnType<typeof z.registry<{ id?: string }>>,
  ) {
    return z.toJSONSchema(schema, {
      target,
      io,
      metadata: registry,
      unrepresentable: 'any',
      override: ({ jsonSchema, zodSchema }) => {
        Object.assign(jsonSchema, z.globalRegistry.get(zodSchema));
        delete jsonSchema.id;
        // `maxItems` says the same of a tuple, and linters take `items: false` for a missing one.
        if (jsonSchema.items === false && jsonSchema.maxItems !== undefined) jsonSchema.items = {};
        if (jsonSchema.pattern !== undefined) jsonSchema.pattern = plainPattern(jsonSchema.pattern);
      },
    });
  }

  return {
    /** A schema in the place where it is used. */
    write(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
      const name = Object.entries(all).find(([, other]) => other === schema)?.[0];
      return name === undefined ? write(schema, io) : { $ref: `#/components/schemas/${name}` };
    },
    /** All named schemas, for `components.schemas`, one after the other in the order of their names. */
    *components(): Iterable<readonly [string, JsonObject]> {
      const entries = (schemas: NamedSchemas, io: 'input' | 'output') =>
        Object.entries(schemas).map(([name, schema]) => ({ name, schema, io }));
      const both = [...entries(named.input, 'input'), ...entries(named.output, 'output')];
      for (const { name, schema, io } of both.sort((a, b) => (a.name < b.name ? -1 : 1)))
        yield [name, write(schema, io)];
    },
  };
}

const NO_CONTROL = '[^\\u0000-\\u001f\\u007f-\\u009f]';

/**
 * A pattern that means the same with and without the flag `u` (ECMA-262): not every validator sets it, and without it the
 * class of what is no control character is read as letters.
 */
function plainPattern(pattern: string): string {
  return pattern
    .replaceAll(/\[\\P\{Cc\}([^\]]*)\]/g, `(?:${NO_CONTROL}|[$1])`)
    .replaceAll('\\P{Cc}', NO_CONTROL);
}

/** Points references at `components` and drops what OpenAPI has no place for. */
function cleanUp({ $schema, definitions, $defs, ...schema }: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(schema), (key, inner: unknown) => {
    if (key === '$ref' && typeof inner === 'string') {
      return inner.replace(/^#\/(definitions|\$defs)\//, '#/components/schemas/');
    }
    return key === '~standard' ? undefined : inner;
  });
}

/** Schemas of what users send: defaults may be left out. */
export const INPUT_SCHEMAS: NamedSchemas = { Household, Line, Member };

/** Schemas that users of the API know by name. */
export const NAMED_SCHEMAS: NamedSchemas = {
  Axis,
  AxisResult,
  ChangeSet,
  Claim: DatasetClaim,
  Collection: CollectionDescription,
  Collections,
  Condition,
  Conformance,
  Cost,
  Eligibility,
  Evidence,
  Finding,
  LandingPage,
  Link,
  LocalizedText,
  Location,
  ValidationError,
  OpenQuestion,
  Operator: DatasetOperator,
  OperatorAssessment,
  Plan,
  Problem,
  RegionEligibility,
  Restriction,
  Source,
  Step,
  TraceStep,
  Verdict,
};
