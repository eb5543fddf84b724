import { API_ROOT, addressOf } from '../../links.ts';
import type { Answer } from '../../middleware/answer.ts';
import type { RouteDocument } from '../../route.ts';
import { documentPage, escapeHtml } from '../html/document-page.ts';
import type { JsonObject } from './schemas.ts';

/** The API as one page to read: every address with its parameters, an example and its answers. No outside files. */
export function referencePage(
  routes: readonly RouteDocument[],
  document: JsonObject,
  origin: string,
): Answer {
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  const content = tags.map(
    (tag) =>
      `<section><h2>${escapeHtml(tag)}</h2>${routes
        .filter((route) => route.tag === tag)
        .map((route) => operation(route, document, origin))
        .join('')}</section>`,
  );
  return documentPage({
    title: 'API reference',
    trail: [{ href: `${API_ROOT}/api?f=html`, title: 'Reference' }],
    alternates: [
      { href: `${API_ROOT}/api?f=json`, title: 'OpenAPI 3.0' },
      { href: `${API_ROOT}/api?f=openapi3.1`, title: 'OpenAPI 3.1' },
    ],
    content: `${contents(routes)}${content.join('')}${schemas(document)}`,
  });
}

function contents(routes: readonly RouteDocument[]): string {
  const entries = routes.map(
    ({ method, path, operationId, summary }) =>
      `<li><a href="#${operationId}"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></a> ${escapeHtml(summary)}</li>`,
  );
  return `<ul>${entries.join('')}</ul>`;
}

function operation(route: RouteDocument, document: JsonObject, origin: string): string {
  const { method, path, operationId, summary, description, body, answer } = route;
  const described = operationOf(document, path, method);
  const parameters = list(described.parameters).map((parameter) => {
    const { name, required, description: text, schema } = parameter;
    return `<tr><th scope="row"><code>${escapeHtml(String(name))}</code>${required === true ? ' (required)' : ''}</th><td>${escapeHtml(String(text ?? ''))}</td><td><code>${escapeHtml(JSON.stringify(schema))}</code></td></tr>`;
  });
  const example =
    body === undefined
      ? ''
      : ` -H 'content-type: application/json' -d '${JSON.stringify(body.example)}'`;
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_match, name: string) => route.params?.[name]?.example ?? name,
  );
  const query = new URLSearchParams(route.example).toString();
  const address = `${origin}${addressOf(filled)}${query === '' ? '' : `?${query}`}`;
  return `<article id="${operationId}"><h3><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h3>
<p>${escapeHtml(summary)}. ${escapeHtml(description ?? '')}</p>
${parameters.length === 0 ? '' : `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th><th scope="col">Schema</th></tr></thead><tbody>${parameters.join('')}</tbody></table>`}
<pre>curl '${escapeHtml(address)}'${escapeHtml(example)}</pre>
<p>Answer: ${escapeHtml(answer.description)} (${Object.keys(answer.content)
    .map((type) => `<code>${escapeHtml(type)}</code>`)
    .join(', ')})</p></article>`;
}

function schemas(document: JsonObject): string {
  const { components } = document;
  const all = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  const entries = Object.entries(all).map(
    ([name, schema]) =>
      `<details id="schema-${escapeHtml(name)}"><summary>${escapeHtml(name)}</summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  return `<section><h2>Schemas</h2>${entries.join('')}</section>`;
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
