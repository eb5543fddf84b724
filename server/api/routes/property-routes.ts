import * as z from 'zod';
import { renderValuePage } from '../../../client/server-entry.tsx';
import type { Column } from '../../../data/core/features/collection.ts';
import { apiHref } from '../../links.ts';
import { jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { defineGet, HTML_OFFER, NO_QUERY, type Route } from '../../route.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import { collectionTrail, frameOf, pageAnswer } from '../html/json-document.ts';
import { operationName } from './describe-collection.ts';

const SCHEMA_OFFER: Offer = {
  f: 'json',
  type: 'application/schema+json',
  answersTo: ['application/json'],
};

/** A JSON Schema document; its keywords are those of draft 2020-12. */
const PropertySchema = z.looseObject({
  title: z.string(),
  type: z.literal('object'),
  properties: z.record(z.string(), z.looseObject({})),
});

/** `/queryables` and `/schema` of a collection (OGC API Features part 3, clause 6). */
export function createPropertyRoutes(collection: LiveCollection): Route[] {
  const suffix = operationName(collection.id);
  const offers = [SCHEMA_OFFER, HTML_OFFER] as const;
  const describe = (name: 'queryables' | 'schema', summary: string): Route => {
    const path = `/collections/${collection.id}/${name}`;
    return defineGet({
      path,
      operationId: `get${suffix}${name === 'schema' ? 'Schema' : 'Queryables'}`,
      tag: 'OGC API Features',
      summary: `${collection.title}: ${summary}`,
      query: NO_QUERY,
      offers,
      answer: {
        description: 'JSON Schema of the properties',
        content: { 'application/schema+json': PropertySchema, 'text/html': undefined },
      },
      respond(request) {
        const schema = describeProperties(collection, apiHref(request.origin, path));
        if (request.f === 'json') return jsonAnswer(schema, SCHEMA_OFFER.type);
        const title = `${collection.title}: ${summary}`;
        const trail = collectionTrail(collection);
        const frame = frameOf(request, { title, trail, offers });
        return pageAnswer(renderValuePage(frame, schema.properties), request);
      },
    });
  };
  return [describe('queryables', 'properties to filter by'), describe('schema', 'properties')];
}

function describeProperties({ title, columns, geometryType }: LiveCollection, id: string) {
  const format = geometryType === 'Point' ? 'geometry-point' : 'geometry-multipolygon';
  const properties: Record<string, object> = {
    geometry: { format, 'x-ogc-role': 'primary-geometry' },
    id: { type: 'string', description: 'Id of the feature', 'x-ogc-role': 'id' },
  };
  for (const column of columns) properties[column.name] = describeColumn(column);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    type: 'object' as const,
    additionalProperties: false,
    properties,
  };
}

function describeColumn({ type, description, values, nullable }: Column): object {
  const name = type === 'date' ? 'string' : type;
  return {
    title: description,
    type: nullable ? [name, 'null'] : name,
    ...(type === 'date' && { format: 'date' }),
    ...(values !== undefined && { enum: nullable ? [...values, null] : values }),
  };
}
