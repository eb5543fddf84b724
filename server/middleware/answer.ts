import { CodedBody } from './content-coding.ts';
import type { Pieces } from './pieces.ts';
import type { StoredBytes } from './stored-bytes.ts';

/** How long others may keep an answer. */
export type Lifetime = 'day' | 'page' | 'immutable' | 'revalidate' | 'never';

/** Field of a request, besides `Accept-Encoding`, that decided which of several answers is given. */
export type ChosenBy = 'Accept' | 'Accept-Language' | undefined;

/** What a route gives back: bytes and what they are. How they travel is decided by `prepareAnswer`. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** A `CodedBody` where the same bytes are given again and again. */
  readonly body: string | Uint8Array | Pieces | StoredBytes | CodedBody;
  readonly lifetime: Lifetime;
  /** Further header fields, names in lower case: `link`, `content-language`, `location`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether parts can be asked for (`Range`). */
  readonly ranges?: boolean;
}

/** An answer in JSON; kept for some minutes, because an answer changes with the day and the data only. */
export function jsonAnswer(
  value: unknown,
  type = 'application/json',
  headers?: Readonly<Record<string, string>>,
): Answer {
  const answer = { status: 200, type, body: JSON.stringify(value), lifetime: 'day' } as const;
  return headers === undefined ? answer : { ...answer, headers };
}

/** An answer of any type, with header fields of its own. */
export function answerOf(
  body: string | Uint8Array | Pieces,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status: 200, type, body, lifetime: 'day', headers };
}

/** The same answer, to be given many times: its body is made ready to travel once. */
export function cacheableAnswer(answer: Answer): Answer {
  return { ...answer, body: codedBodyOf(answer) };
}

/** The body of an answer in the form that remembers its codings. */
export function codedBodyOf({ body, type }: Answer): CodedBody {
  return body instanceof CodedBody ? body : new CodedBody(body, type);
}

/**
 * Header fields as names and values in turn. Node writes such a list as fast as an object; making an object of some
 * fifteen fields for each request would cost more than all else that is done for it.
 */
export type FieldList = readonly string[];

/** The same as an object, for a `Response`. */
export function fieldsToRecord(fields: FieldList): Record<string, string> {
  const record: Record<string, string> = {};
  for (let index = 0; index < fields.length; index += 2) {
    record[fields[index] ?? ''] = fields[index + 1] ?? '';
  }
  return record;
}

/** A list of what an object holds. */
export function recordToFields(record: Readonly<Record<string, string>>): FieldList {
  return Object.entries(record).flat();
}

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
