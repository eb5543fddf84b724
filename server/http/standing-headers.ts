import type { Keeping } from './answer.ts';

type Fields = Readonly<Record<string, string>>;

/** Header fields of every answer, built once: putting them together for each would cost more than the answer. */
export interface StandingHeaders {
  /** What all answers share. */
  readonly fields: Fields;
  /** With the fields that a media type and a time of keeping bring; the same object each time. */
  of(type: string, keeping: Keeping): Fields;
}

/** Nothing an API answer holds may run, load or be framed. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A service worker is bound by the policy of its own file: it fetches from us and runs nothing else. */
export const SERVICE_WORKER_POLICY = "default-src 'none'; connect-src 'self'";

const EXPOSED =
  'ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Content-Range';

/** The fields for a service; `https` when readers reach it over TLS. */
export function standingHeaders(options: { https: boolean }): StandingHeaders {
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
  const made = new Map<string, Fields>();
  return {
    fields,
    of(type, keeping) {
      const key = `${keeping} ${type}`;
      const known = made.get(key) ?? {
        ...fields,
        'content-type': type,
        'cache-control': cacheControl(keeping),
        vary: 'Accept, Accept-Encoding',
      };
      made.set(key, known);
      return known;
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

const CACHE_CONTROL: Readonly<Record<Keeping, string>> = {
  day: 'public, max-age=300, stale-while-revalidate=3600',
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'public, no-cache',
  never: 'no-store',
};

/** `Cache-Control` for how long an answer may be kept. */
export function cacheControl(keeping: Keeping): string {
  return CACHE_CONTROL[keeping];
}
