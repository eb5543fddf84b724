import { LRUCache } from 'lru-cache';
import { CodedBody } from './content-coding.ts';
import type { Pieces } from './pieces.ts';
import type { PreparedAnswer } from './send-answer.ts';
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

/** Answers by what they are a function of: address, query, representation and day. */
type AnswerCache = LRUCache<string, PreparedAnswer>;

/**
 * A cache bounded by number and by bytes; the answer unused for longest goes first, and one that would fill a quarter
 * of it is not kept at all. An answer counts three times its plain body: as much may come on top for each of two codings.
 */
export function createAnswerCache(limits: { maxEntries: number; maxBytes: number }): AnswerCache {
  return new LRUCache({
    max: limits.maxEntries,
    maxSize: limits.maxBytes,
    maxEntrySize: limits.maxBytes / 4,
    sizeCalculation: ({ body }) => Math.max(1, body.identity.length * 3),
  });
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
