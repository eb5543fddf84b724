import type { Direction } from './compare-limits.ts';
import { createSchemaComparison } from './compare-schemas.ts';
import { type Json, listOf, objectAt, objectOf } from './plain-json.ts';

/**
 * What users of an older API document could no longer rely on in a newer one, in sentences: addresses, names,
 * parameters, media types, what may be sent and what is answered. Additions are no breaks.
 */
export function breakingChanges(older: unknown, newer: unknown): string[] {
  const { compare, compareNamed } = createSchemaComparison(older, newer);

  function compareOperations(name: string, before: Json, now: Json): string[] {
    if (Object.keys(now).length === 0) return [`${name} is gone`];
    const isRenamed = before.operationId !== now.operationId;
    return [
      ...(isRenamed ? [`${name} is no longer called ${before.operationId}`] : []),
      ...compareParameters(name, before, now),
      ...compareBodies(`${name} body`, objectOf(before.requestBody), objectOf(now.requestBody)),
      ...compareAnswers(name, objectOf(before.responses), objectOf(now.responses)),
    ];
  }

  function compareParameters(name: string, before: Json, now: Json): string[] {
    const [earlier, later] = [parametersOf(before), parametersOf(now)];
    const required = [...later]
      .filter(([id, each]) => each.required === true && earlier.get(id)?.required !== true)
      .map(([id]) => `${name}: ${id} is required now`);
    const changes = [...earlier].flatMap(([id, parameter]) => {
      const same = later.get(id);
      if (same === undefined) return [`${name}: ${id} is gone`];
      const isWritten = writtenAs(same) === writtenAs(parameter);
      return [
        ...(isWritten ? [] : [`${name}: ${id} is written in another way`]),
        ...compare(`${name}: ${id}`, parameter.schema, same.schema, 'sent'),
      ];
    });
    return [...required, ...changes];
  }

  function compareBodies(name: string, before: Json, now: Json): string[] {
    const isRequired = now.required === true && before.required !== true;
    return [
      ...(isRequired ? [`${name} is required now`] : []),
      ...compareContent(name, before, now, 'sent'),
    ];
  }

  function compareAnswers(name: string, before: Json, now: Json): string[] {
    return Object.keys(before).flatMap((status) => {
      const place = `${name} ${status}`;
      // A refusal that no longer happens harms nobody.
      if (!(status in now)) return status.startsWith('2') ? [`${place} is gone`] : [];
      const earlier = answerOf(older, before[status]);
      const later = answerOf(newer, now[status]);
      const fields = Object.keys(objectOf(earlier.headers)).filter(
        (field) => !(field in objectOf(later.headers)),
      );
      return [
        ...fields.map((field) => `${place} no longer has ${field}`),
        ...compareContent(place, earlier, later, 'answered'),
      ];
    });
  }

  function compareContent(name: string, before: Json, after: Json, direction: Direction) {
    const later = objectOf(after.content);
    return Object.entries(objectOf(before.content)).flatMap(([type, body]) => {
      if (!(type in later)) return [`${name} ${type} is gone`];
      const [{ schema: earlier }, { schema: now }] = [objectOf(body), objectAt(later, type)];
      return compare(`${name} ${type}`, earlier, now, direction);
    });
  }

  return [
    ...operationsOf(older).flatMap(({ name, path, method }) =>
      compareOperations(
        name,
        objectAt(older, 'paths', path, method),
        objectAt(newer, 'paths', path, method),
      ),
    ),
    ...compareNamed(),
  ];
}

/** The breaking changes that the version of the API does not announce: it does by a higher major or minor number. */
export function undeclaredBreaks(older: unknown, newer: unknown): string[] {
  const [earlier, later] = [older, newer].map((document) => {
    const [major, minor] = String(objectAt(document, 'info').version).split('.').map(Number);
    return 1_000_000 * (major ?? 0) + (minor ?? 0);
  });
  return Number(later) > Number(earlier) ? [] : breakingChanges(older, newer);
}

function operationsOf(document: unknown) {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    Object.keys(objectOf(item)).map((method) => {
      return { name: `${method.toUpperCase()} ${path}`, path, method };
    }),
  );
}

function parametersOf(operation: Json): ReadonlyMap<string, Json> {
  return new Map(
    listOf(operation.parameters).map((parameter) => {
      const fields = objectOf(parameter);
      return [`${fields.in} ${fields.name}`, fields];
    }),
  );
}

/** An answer, also one that is written in `components`. */
function answerOf(document: unknown, answer: unknown): Json {
  const { $ref } = objectOf(answer);
  return typeof $ref === 'string'
    ? objectAt(document, ...$ref.split('/').slice(1))
    : objectOf(answer);
}

/** How a parameter is written (OpenAPI 3.0.3, `style` and `explode` with their defaults): a list in one piece or many. */
function writtenAs({ style = 'form', explode = style === 'form', schema }: Json): string {
  return objectOf(schema).type === 'array' ? `${style} ${explode}` : `${style}`;
}
