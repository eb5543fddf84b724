import { renderToString } from 'preact-render-to-string';
import type { ReferenceEntry } from './document-page.tsx';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The API as one page to read, bit by bit: every address with its parameters, an example and its answers. No outside files.
 */
export function* writeReference(
  entries: readonly ReferenceEntry[],
  document: JsonObject,
): Iterable<string> {
  yield renderToString(<Contents entries={entries} />);
  for (const tag of new Set(entries.map(({ tag }) => tag))) {
    yield `<section>${renderToString(<h2>{tag}</h2>)}`;
    for (const entry of entries) {
      if (entry.tag === tag) yield renderToString(<Operation entry={entry} document={document} />);
    }
    yield '</section>';
  }
  yield* writeSchemas(document);
}

function Contents({ entries }: { entries: readonly ReferenceEntry[] }) {
  return (
    <ul>
      {entries.map(({ method, path, operationId, summary }) => (
        <li>
          <a href={`#${operationId}`}>
            <code>
              {method.toUpperCase()} {path}
            </code>
          </a>{' '}
          {summary}
        </li>
      ))}
    </ul>
  );
}

function Operation({ entry, document }: { entry: ReferenceEntry; document: JsonObject }) {
  const { method, path, operationId, summary, description, example, answer, types } = entry;
  const parameters = list(operationOf(document, path, method).parameters);
  return (
    <article id={operationId}>
      <h3>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>
        {summary}. {description}
      </p>
      {parameters.length === 0 ? null : <Parameters parameters={parameters} />}
      <pre>{example}</pre>
      <p>
        Answer: {answer} (
        {types.map((type, index) => (
          <>
            {index === 0 ? '' : ', '}
            <code>{type}</code>
          </>
        ))}
        )
      </p>
    </article>
  );
}

function Parameters({ parameters }: { parameters: readonly JsonObject[] }) {
  return (
    <table>
      <thead>
        <tr>
          {['Parameter', 'Meaning', 'Schema'].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, required, description, schema }) => (
          <tr>
            <th scope="row">
              <code>{String(name)}</code>
              {required === true ? ' (required)' : ''}
            </th>
            <td>{String(description ?? '')}</td>
            <td>
              <code>{JSON.stringify(schema)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function* writeSchemas({ components }: JsonObject): Iterable<string> {
  const all = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  yield '<section><h2>Schemas</h2>';
  for (const [name, schema] of Object.entries(all)) {
    yield renderToString(
      <details id={`schema-${name}`}>
        <summary>{name}</summary>
        <pre>{JSON.stringify(schema, null, 2)}</pre>
      </details>,
    );
  }
  yield '</section>';
}

function operationOf({ paths }: JsonObject, path: string, method: string): JsonObject {
  const item = isObject(paths) ? paths[path] : undefined;
  const operation = isObject(item) ? item[method] : undefined;
  return isObject(operation) ? operation : {};
}

function list(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
