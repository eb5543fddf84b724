import { type ChosenBy, type FieldList, type Lifetime, recordToFields } from './answer.ts';

type Fields = Readonly<Record<string, string>>;

/** Header fields of every answer, built once: putting them together for each would cost more than the answer. */
export interface CommonHeaders {
  /** What all answers share. */
  readonly fields: Fields;
  /** With the fields that a media type, a lifetime and a choice bring, and `own` ones over them, as names and values in turn. */
  listOf(type: string, lifetime: Lifetime, chosenBy?: ChosenBy, own?: Fields): FieldList;
}

/** Nothing an API answer holds may run, load or be framed. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A service worker is bound by the policy of its own file: it fetches from us and runs nothing else. */
export const SERVICE_WORKER_POLICY = "default-src 'none'; connect-src 'self'";

const EXPOSED =
  'ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Content-Crs, Content-Range';

/** The fields for a service; `https` when readers reach it over TLS. */
export function commonHeaders(options: { https: boolean }): CommonHeaders {
  const fields = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': EXPOSED,
    'content-security-policy': API_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
    'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
  // A list for each choice, time and type: one key out of the three would be put together anew for each answer.
  const made = new Map<ChosenBy, Map<Lifetime, Map<string, FieldList>>>();
  const write = (type: string, lifetime: Lifetime, chosenBy: ChosenBy, own?: Fields) =>
    recordToFields({
      ...fields,
      'content-type': type,
      'cache-control': cacheControl(lifetime),
      vary: varyOf(chosenBy),
      ...own,
    });
  return {
    fields,
    listOf(type, lifetime, chosenBy, own) {
      if (own !== undefined) return write(type, lifetime, chosenBy, own);
      const known = made.get(chosenBy)?.get(lifetime)?.get(type);
      if (known !== undefined) return known;
      const list = write(type, lifetime, chosenBy);
      const byLifetime = made.get(chosenBy) ?? new Map<Lifetime, Map<string, FieldList>>();
      const byType = byLifetime.get(lifetime) ?? new Map<string, FieldList>();
      made.set(chosenBy, byLifetime.set(lifetime, byType.set(type, list)));
      return list;
    },
  };
}

/**
 * Content security policy of an HTML page: own files only, inline styles and data blocks by their hash.
 * `blob:` and `data:` pictures are what the map library draws icons from.
 */
export function pagePolicy(inlineHashes: readonly string[] = [], embeddable = false): string {
  const own = ["'self'", ...inlineHashes].join(' ');
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${embeddable ? '*' : "'none'"}`,
  ].join('; ');
}

const CACHE_CONTROL: Readonly<Record<Lifetime, string>> = {
  day: 'public, max-age=300, stale-while-revalidate=3600',
  // HTML names the scripts of its build: what is kept of it shall not outlive them.
  page: 'public, max-age=60, stale-while-revalidate=240',
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'public, no-cache',
  never: 'no-store',
};

/** `Vary`: the coding, and the field of the request that chose among representations (RFC 9110 12.5.5). */
export function varyOf(chosenBy: ChosenBy): string {
  return chosenBy === undefined ? 'Accept-Encoding' : `${chosenBy}, Accept-Encoding`;
}

/** `Cache-Control` for how long an answer may be kept. */
export function cacheControl(lifetime: Lifetime): string {
  return CACHE_CONTROL[lifetime];
}
