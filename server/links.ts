import * as z from 'zod';

/** Path under which version 1 of the API lives. */
export const API_ROOT = '/api/v1';

/** Address of the API's types for TypeScript. */
export const API_TYPES = '/types/api.d.ts';

/** Licence of the data. */
export const DATA_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** A link of OGC API documents. */
export const Link = z.strictObject({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
});
export type Link = z.infer<typeof Link>;

/** Leads to the licence of the data, from whatever hands them out. */
export const LICENCE_LINK: Link = {
  href: DATA_LICENCE,
  rel: 'license',
  type: 'text/html',
  title: 'Creative Commons Attribution 4.0 (CC BY 4.0)',
};

/** Media types that OpenAPI documents travel under; GDAL accepts 3.0 in exactly this form. */
export const OPENAPI_30_TYPE = 'application/vnd.oai.openapi+json;version=3.0';
export const OPENAPI_31_TYPE = 'application/vnd.oai.openapi+json;version=3.1';

/** The media type that the OpenAPI Initiative gives to YAML. */
export const OPENAPI_YAML_TYPE = 'application/vnd.oai.openapi;version=3.0';

/** Address of a route by its path in the form of OpenAPI: the landing page stands at the root itself. */
export function addressOf(path: string): string {
  return path === '/' ? API_ROOT : `${API_ROOT}${path}`;
}

/** Absolute address below the API root. */
export function apiHref(origin: string, path: string): string {
  return `${origin}${API_ROOT}${path}`;
}

/** Address of the same resource with some parameters replaced; `undefined` takes one away. */
export function hrefWith(
  request: { origin: string; path: string; rawQuery: string },
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const parameters = new URLSearchParams(request.rawQuery);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  const query = parameters.toString();
  return `${request.origin}${request.path}${query === '' ? '' : `?${query}`}`;
}

/**
 * Media type as links and the API document name it: the parameters of a text (its charset) say how it is sent, not what it
 * is. Those of OpenAPI are its version and stay.
 */
export function linkType(type: string): string {
  return type.startsWith('text/') ? type.replace(/;.*$/, '') : type;
}

/** `self` and `alternate` links over the representations of a resource. */
export function representationLinks(
  request: { origin: string; path: string; rawQuery: string; f: string },
  offers: readonly { f: string; type: string }[],
): Link[] {
  return offers.map((offer) => ({
    href: hrefWith(request, { f: offer.f }),
    rel: offer.f === request.f ? 'self' : 'alternate',
    type: linkType(offer.type),
    title: offer.f === request.f ? 'This document' : `This document as ${offer.f.toUpperCase()}`,
  }));
}

/** Links to the other representations of a document, for its HTML page. */
export function alternatesOf(links: readonly Link[]): { href: string; title: string }[] {
  return links
    .filter(({ rel }) => rel === 'alternate')
    .map(({ href, title }) => ({ href, title: title ?? href }));
}

/** Clients read 8 to 16 KB of header fields in all: Node's `fetch` gives up at 16. */
const LONGEST_LINK_HEADER = 4_000;

/**
 * `Link` header field (RFC 8288) for links that clients without a parser of the body look for. Each repeats the
 * query, so that a long filter would make it longer than clients read: the ways to other pages come first, and what does
 * not fit stands in the body alone.
 */
export function linkHeader(links: readonly Link[]): string {
  const isPaging = ({ rel }: Link) => rel === 'next' || rel === 'prev';
  const ordered = [...links.filter(isPaging), ...links.filter((link) => !isPaging(link))];
  let field = '';
  for (const { href, rel, type } of ordered) {
    const part = `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`;
    if (field.length + part.length > LONGEST_LINK_HEADER) continue;
    field += field === '' ? part : `, ${part}`;
  }
  return field;
}
