import { stringify } from 'yaml';
import * as z from 'zod';
import { type ReferenceEntry, renderReferencePage } from '../../../client/server-entry.tsx';
import { addressOf, OPENAPI_30_TYPE, OPENAPI_31_TYPE, OPENAPI_YAML_TYPE } from '../../links.ts';
import { answerOf, jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { Pieces } from '../../middleware/pieces.ts';
import { defineGet, HTML_OFFER, NO_QUERY, type Route, type RouteDocument } from '../../route.ts';
import { createSharedBuild, type SharedBuild } from '../collections/shared-build.ts';
import { frameOf, pageAnswer } from '../html/json-document.ts';
import { type Described, describeRoutes, documentOf, joinDescribed } from './create-document.ts';
import type { JsonObject, OpenApiVersion } from './schemas.ts';

const OPENAPI_30: Offer = {
  f: 'json',
  type: OPENAPI_30_TYPE,
  answersTo: ['application/vnd.oai.openapi+json', 'application/json'],
};
const OPENAPI_31: Offer = { f: 'openapi3.1', type: OPENAPI_31_TYPE };
const OPENAPI_YAML: Offer = {
  f: 'yaml',
  type: OPENAPI_YAML_TYPE,
  answersTo: ['application/yaml', 'application/x-yaml', 'text/yaml'],
};

const OFFERS = [OPENAPI_30, HTML_OFFER, OPENAPI_31, OPENAPI_YAML] as const;

/** `/api`: the description of all routes, its own among them, and of `others`, which are not answered from the data. */
export function createApiRoute(routes: readonly Route[], others: readonly RouteDocument[]): Route {
  const own: Route = defineGet({
    path: '/api',
    operationId: 'getApi',
    tag: 'OGC API Features',
    summary: 'Description of this API',
    query: NO_QUERY,
    offers: OFFERS,
    answer: {
      description:
        'OpenAPI 3.0, the same in YAML with `f=yaml`, OpenAPI 3.1 with `f=openapi3.1`, or a reference to read with `f=html`',
      content: {
        [OPENAPI_30_TYPE]: z.looseObject({ openapi: z.string() }),
        [OPENAPI_31_TYPE]: z.looseObject({ openapi: z.string() }),
        [OPENAPI_YAML_TYPE]: undefined,
        'text/html': undefined,
      },
    },
    async respond(request) {
      const { f, origin, giveWay } = request;
      const documents = [...[...routes, own].map(({ document }) => document), ...others];
      const version = f === OPENAPI_31.f ? '3.1' : '3.0';
      const described = await describedIn(version, documents).join(giveWay);
      const document = documentOf(described, { version, origin });
      switch (f) {
        case HTML_OFFER.f: {
          const entries = documents.map((route) => entryOf(route, origin));
          const frame = frameOf(request, { title: 'API reference', offers: OFFERS });
          return pageAnswer(renderReferencePage(frame, entries, document), request);
        }
        case OPENAPI_YAML.f:
          return answerOf(await Pieces.gather(writeYaml(document), request), OPENAPI_YAML_TYPE);
        default:
          return jsonAnswer(document, version === '3.1' ? OPENAPI_31_TYPE : OPENAPI_30_TYPE);
      }
    },
  });
  // The routes stay the same, whatever the origin that is asked: what they are is described once.
  const builds = new Map<OpenApiVersion, SharedBuild<Described>>();
  function describedIn(
    version: OpenApiVersion,
    documents: readonly RouteDocument[],
  ): SharedBuild<Described> {
    const build =
      builds.get(version) ?? createSharedBuild(describeRoutes(documents, version), joinDescribed);
    builds.set(version, build);
    return build;
  }
  return own;
}

function entryOf(route: RouteDocument, origin: string): ReferenceEntry {
  const { answer } = route;
  return {
    ...route,
    example: exampleOf(route, origin),
    answer: answer.description,
    types: Object.keys(answer.content),
  };
}

/** A command that is answered: every part of the path and the query is filled in. */
function exampleOf({ path, params, example, body }: RouteDocument, origin: string): string {
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_match, name: string) => params?.[name]?.example ?? name,
  );
  const query = new URLSearchParams(example).toString();
  const address = `${origin}${addressOf(filled)}${query === '' ? '' : `?${query}`}`;
  const sent =
    body === undefined
      ? ''
      : ` -H 'content-type: application/json' -d '${JSON.stringify(body.example)}'`;
  return `curl '${address}'${sent}`;
}

/** Objects so far down are written in one stretch each: `components`, `schemas`, and the schemas by name. */
const DEEPEST_STRETCH = 3;

/** A document in YAML, as `stringify` writes it, part by part: the whole takes a tenth of a second. */
function* writeYaml(document: JsonObject): Iterable<string> {
  let above: readonly string[] = [];
  for (const [path, value] of partsOf(document)) {
    const text = stringify(
      path.reduceRight((inner, key) => ({ [key]: inner }), value),
      { aliasDuplicateObjects: false },
    );
    // The keys that lead to it, each a line, stand there already where the part before was below them, too.
    const shared = path.findIndex((key, depth) => key !== above[depth]);
    yield text.split('\n').slice(shared).join('\n');
    above = path;
  }
}

/** The members of an object, or those of their objects, each with the keys that lead to it. */
function* partsOf(
  value: object,
  above: readonly string[] = [],
): Iterable<[readonly string[], unknown]> {
  for (const [key, inner] of Object.entries(value)) {
    const path = [...above, key];
    if (isDivided(inner) && path.length < DEEPEST_STRETCH) yield* partsOf(inner, path);
    else yield [path, inner];
  }
}

function isDivided(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  );
}
