type Json = Readonly<Record<string, unknown>>;

/** Methods of a path that are compared. */
const METHODS = ['get', 'post'];

/**
 * What users of an older API document could no longer rely on in a newer one, in sentences: addresses, parameters,
 * allowed values, media types and properties that are gone or narrower. Additions are no breaks.
 */
export function breakingChanges(older: unknown, newer: unknown): string[] {
  return [
    ...comparePaths(at(older, 'paths'), at(newer, 'paths')),
    ...Object.entries(at(at(older, 'components'), 'schemas')).flatMap(([name, schema]) =>
      compareSchemas(name, schema, at(at(at(newer, 'components'), 'schemas'), name)),
    ),
  ];
}

function comparePaths(older: Json, newer: Json): string[] {
  return Object.entries(older).flatMap(([path, item]) =>
    METHODS.filter((method) => method in at(older, path)).flatMap((method) => {
      const before = at(item, method);
      const now = at(at(newer, path), method);
      const name = `${method.toUpperCase()} ${path}`;
      if (Object.keys(now).length === 0) return [`${name} is gone`];
      return [...compareParameters(name, before, now), ...compareContent(name, before, now)];
    }),
  );
}

function compareParameters(name: string, before: Json, now: Json): string[] {
  const later = parametersOf(now);
  const earlier = parametersOf(before);
  const known = new Set(earlier.map(({ id }) => id));
  const added = later
    .filter(({ id, required }) => required && !known.has(id))
    .map(({ id }) => `${name}: the new parameter ${id} is required`);
  return [
    ...added,
    ...earlier.flatMap(({ id, required, schema }) => {
      const same = later.find((parameter) => parameter.id === id);
      if (same === undefined) return [`${name}: the parameter ${id} is gone`];
      if (same.required && !required) return [`${name}: the parameter ${id} became required`];
      const missing = listOf(schema.enum).filter(
        (value) => !listOf(same.schema.enum).includes(value),
      );
      return missing.map((value) => `${name}: ${id} no longer takes ${String(value)}`);
    }),
  ];
}

function compareContent(name: string, before: Json, now: Json): string[] {
  const types = (operation: Json) =>
    Object.keys(at(at(at(operation, 'responses'), '200'), 'content'));
  const present = types(now);
  return types(before)
    .filter((type) => !present.includes(type))
    .map((type) => `${name} no longer answers ${type}`);
}

function compareSchemas(name: string, before: unknown, now: Json): string[] {
  if (Object.keys(now).length === 0) return [`the schema ${name} is gone`];
  const properties = at(now, 'properties');
  const changes = Object.entries(at(before, 'properties')).flatMap(([property, schema]) => {
    const same = at(properties, property);
    if (!(property in properties)) return [`${name}.${property} is gone`];
    return same.type === at({ schema }, 'schema').type
      ? []
      : [`${name}.${property} has another type`];
  });
  const required = listOf(now.required);
  const optional = listOf(at({ before }, 'before').required)
    .filter((property) => String(property) in properties && !required.includes(property))
    .map((property) => `${name}.${String(property)} may be missing`);
  return [...changes, ...optional];
}

function parametersOf(operation: Json): { id: string; required: boolean; schema: Json }[] {
  return listOf(operation.parameters).map((parameter) => {
    const { name, in: place, required, schema } = at({ parameter }, 'parameter');
    return {
      id: `${String(place)} ${String(name)}`,
      required: required === true,
      schema: at({ schema }, 'schema'),
    };
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A member that is an object; an empty one where it is not there. */
function at(value: unknown, key: string): Json {
  if (typeof value !== 'object' || value === null) return {};
  const member: unknown = Reflect.get(value, key);
  return typeof member === 'object' && member !== null
    ? Object.fromEntries(Object.entries(member))
    : {};
}
